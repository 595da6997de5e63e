import { useTranslation } from 'react-i18next';
import type { ChoiceGroup } from '#renderer/components/select-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { documentKinds } from '#shared/domain/document.ts';
import { isKindBase } from '#shared/domain/kind/document-kind.ts';

/** Kinds that a template may be offered for, by their keys, and what each is called. */
export function useTemplateKinds() {
  const t = useWords('drafting');
  const status = useWords('status');
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  const { data: own } = useQuery('kind.list', {});
  const builtIn = documentKinds
    .filter((kind) => isKindBase(kind) && kind !== 'custom')
    .map((kind) => ({ value: kind as string, label: String(status(`kind_${kind}`)) }));
  const ownKinds = (own ?? []).map((one) => ({
    value: one.key,
    label: (english ? one.labelEn : null) ?? one.label,
  }));
  const groups: ChoiceGroup[] = [
    { group: t('kindsBuiltIn'), items: builtIn },
    ...(ownKinds.length > 0 ? [{ group: t('kindsOwn'), items: ownKinds }] : []),
  ];
  const all = [...builtIn, ...ownKinds];
  return {
    groups,
    /** What a template says it is for. */
    words: (kinds: readonly string[] | null): string =>
      kinds === null
        ? t('kindsContracts')
        : kinds.map((key) => all.find((one) => one.value === key)?.label ?? key).join(', '),
    /** The built-in kind and the id of the own one behind a key. */
    kindOf: (key: string) => {
      const one = own?.find((each) => each.key === key);
      const kind = documentKinds.find((each) => each === (one?.base ?? key)) ?? null;
      return { kind, kindId: one?.id ?? null };
    },
  };
}
