import { useMemo } from 'react';
import type { Choice } from '#renderer/components/select-field.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useRegister } from '#renderer/pages/documents/register.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import { contractTypes, documentStates, originalStates } from '#shared/domain/document.ts';
import { type ConditionType, type StandingField, standingFields } from '#shared/queries/condition.ts';
import type { OwnField } from '#shared/queries/kind.ts';

/** A field by which documents are asked for. */
export interface FilterField {
  field: string;
  label: string;
  type: ConditionType;
  isOwn: boolean;
  /** The values to choose from; empty: they are typed. */
  choices: readonly Choice[];
}

const ownTypes: Record<OwnField['type'], ConditionType> = {
  text: 'text',
  long_text: 'text',
  choice: 'choice',
  choices: 'choice',
  employee: 'person',
  counterparty: 'party',
  date: 'date',
  date_range: 'date',
  money: 'money',
  number: 'number',
  flag: 'flag',
};

/** Fields of the filter builder: the standing ones, then the company's own. */
export function useFilterFields(): FilterField[] {
  const t = useWords('register');
  const plain = useWords('documents');
  const status = useWords('status');
  const contract = useWords('contract');
  const { kinds } = useRegister();
  const { branches, employees } = useDirectory();
  const own = useOwnFields();
  const ownKinds = useQuery('kind.list', {}).data;
  return useMemo(() => {
    const people = employees.map(({ id, fullName }) => ({ value: id, label: fullName }));
    const choices: Partial<Record<StandingField, Choice[]>> = {
      kind: [
        ...kinds.filter((kind) => kind !== 'custom').map((kind) => ({ value: kind, label: status(`kind_${kind}`) })),
        ...(ownKinds ?? []).map(({ id, label }) => ({ value: id, label })),
      ],
      state: documentStates.map((state) => ({ value: state, label: status(`state_${state}`) })),
      branchId: branches.map(({ id, city }) => ({ value: id, label: city })),
      responsibleId: people,
      authorId: people,
      contractType: contractTypes.map((type) => ({ value: type, label: contract(`${type}Type`) })),
      originals: originalStates.map((state) => ({ value: state, label: t(`originals_${state}`) })),
    };
    const labels: Partial<Record<StandingField, string>> = {
      ...{ number: plain('number'), subject: plain('subject'), date: plain('date'), kind: plain('kind') },
      ...{ state: plain('state'), branchId: t('branch'), responsibleId: plain('responsible'), authorId: t('author') },
      ...{ counterpartyId: plain('counterparty'), amount: plain('conditionAmount'), note: plain('note') },
    };
    const standing = Object.entries(standingFields) as [StandingField, ConditionType][];
    return [
      ...standing.map(
        ([field, type]): FilterField => ({
          field,
          type,
          isOwn: false,
          label: labels[field] ?? t(field as 'vatAmount'),
          choices: choices[field] ?? [],
        }),
      ),
      ...own.map(({ key, label, type, options }): FilterField => {
        const offered = options.map((option) => ({ value: option, label: option }));
        const filled = { field: `custom:${key}`, label, type: ownTypes[type], isOwn: true };
        return { ...filled, choices: type === 'employee' ? people : offered };
      }),
    ];
  }, [t, plain, status, contract, kinds, branches, employees, own, ownKinds]);
}
