import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type ConditionKey, ownFieldOf, ownTests, type StandingKey } from '#renderer/pages/documents/conditions.ts';
import { useTreeWords } from '#renderer/pages/documents/filter/use-tree-words.ts';
import { useRegister } from '#renderer/pages/documents/register.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import { useOwnConditionWords } from '#renderer/pages/documents/use-own-words.ts';
import { contractTypes, documentStates } from '#shared/domain/document.ts';
import { conditionsOf } from '#shared/queries/condition.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

/** A chip holds a sentence of so many letters; a longer one is counted. */
const LONGEST = 70;

/** Names of conditions and their values as chips say them. */
export function useConditionWords(filter: DocumentFilter) {
  const t = useWords('documents');
  const register = useWords('register');
  const treeWords = useTreeWords();
  const status = useWords('status');
  const types = useWords('contract');
  const { kinds } = useRegister();
  const { branchOf, employeeOf, branches } = useDirectory();
  const party = useQuery('counterparty.card', filter.counterpartyId ? { id: filter.counterpartyId } : null);

  const own = useOwnFields();
  const ownWords = useOwnConditionWords();

  const labels: Record<StandingKey, string> = {
    kinds: t('kind'),
    types: t('conditionType'),
    states: t('state'),
    branch: t('conditionBranch'),
    period: t('conditionPeriod'),
    counterparty: t('counterparty'),
    responsible: t('responsible'),
    amount: t('conditionAmount'),
    expires: t('conditionExpires'),
    unnumbered: t('conditionUnnumbered'),
    archived: t('conditionArchived'),
    where: register('filter'),
  };
  /** One or two are named, more are counted. */
  const several = (names: readonly string[], all: number) =>
    names.length <= 2 ? names.join(', ') : t('someOf', { chosen: String(names.length), all: String(all) });

  const values: Record<StandingKey, () => string> = {
    kinds: () =>
      several(
        (filter.kinds ?? []).map((kind) => status(`kind_${kind}`)),
        kinds.length,
      ),
    types: () =>
      several(
        (filter.contractTypes ?? []).map((type) => types(`${type}Type`)),
        contractTypes.length,
      ),
    expires: () => t('expiresBefore', { date: formatDate(filter.expiresBefore ?? '') }),
    states: () =>
      several(
        (filter.states ?? []).map((state) => status(`state_${state}`)),
        documentStates.length,
      ),
    branch: () =>
      several(
        (filter.branchIds ?? []).map((id) => branchOf(id)?.city ?? '…'),
        branches.length,
      ),
    responsible: () =>
      several(
        (filter.responsibleIds ?? []).map((id) => employeeOf(id)?.fullName ?? '…'),
        filter.responsibleIds?.length ?? 0,
      ),
    counterparty: () => party.data?.counterparty.name ?? '…',
    period: () => {
      if (filter.dateFrom && filter.dateTo)
        return t('periodBetween', { from: formatDate(filter.dateFrom), to: formatDate(filter.dateTo) });
      return filter.dateFrom
        ? t('periodFrom', { date: formatDate(filter.dateFrom) })
        : t('periodTo', { date: formatDate(filter.dateTo ?? '') });
    },
    amount: () => {
      const { amountFrom, amountTo } = filter;
      if (amountFrom !== undefined && amountTo !== undefined)
        return t('amountBetween', { from: formatMoney(amountFrom), to: formatMoney(amountTo) });
      return amountFrom !== undefined
        ? t('amountFromValue', { amount: formatMoney(amountFrom) })
        : t('amountToValue', { amount: formatMoney(amountTo ?? 0) });
    },
    unnumbered: () => t('unnumbered'),
    archived: () => t('archived'),
    where: () => {
      const tree = filter.where;
      const said = tree ? treeWords(tree) : '';
      return said.length <= LONGEST ? said : String(tree ? conditionsOf(tree).length : 0);
    },
  };
  const fieldOf = (key: string) => own.find((one) => one.key === key);
  return {
    labelOf(key: ConditionKey): string {
      const field = ownFieldOf(key);
      return field === null ? labels[key as StandingKey] : (fieldOf(field)?.label ?? field);
    },
    wordsOf(key: ConditionKey): string {
      const field = ownFieldOf(key);
      return field === null ? values[key as StandingKey]() : ownWords(fieldOf(field), ownTests(filter, field));
    },
  };
}
