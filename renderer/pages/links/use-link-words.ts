import { useMemo } from 'react';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { linkKinds } from '#shared/domain/contract/document-link.ts';
import type { LinkLine, RelatedDocument } from '#shared/queries/contract.ts';

type LinkKind = (typeof linkKinds)[number];
/** Who keeps the link: out, the document that is looked at; in, the other one. */
export type Side = 'out' | 'in';

/** Every way to say what another document is to this one; belonging together is said once. */
export const linkChoices: readonly { kind: LinkKind; side: Side; value: string }[] = linkKinds.flatMap((kind) =>
  (kind === 'related' ? (['out'] as const) : (['out', 'in'] as const)).map((side) => ({
    ...{ kind, side, value: `${side}_${kind}` },
  })),
);

/** Links and documents beside each other in the words of the window. */
export function useLinkWords() {
  const t = useWords('relations');
  const status = useWords('status');
  const kindOf = useKindWords();
  return useMemo(() => {
    const kind = (linkKind: LinkKind, side: Side): string => t(`${side}_${linkKind}`);
    const seenFrom = (documentId: string, link: Pick<LinkLine, 'linkKind' | 'keeperId'>): string =>
      kind(link.linkKind, link.keeperId === documentId ? 'out' : 'in');
    /** Everything the picture shows of a document, for who cannot see it. */
    const whole = (one: RelatedDocument): string => {
      const title = one.number ? `${one.number}, ${one.subject}` : `${t('noNumber')}, ${one.subject}`;
      const words = { kind: kindOf(one), title, date: formatDate(one.date) };
      const label = t('nodeLabel', { ...words, state: status(`state_${one.state}`) });
      return one.amount === null ? label : t('nodeSum', { label, sum: formatMoney(one.amount, one.currency) });
    };
    return { kind, seenFrom, whole };
  }, [t, status, kindOf]);
}
