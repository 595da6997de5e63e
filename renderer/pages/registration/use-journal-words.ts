import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { exampleOf, nextSeq } from '#renderer/pages/registration/number-example.ts';
import { documentKinds } from '#shared/domain/document.ts';
import type { JournalLine } from '#shared/queries/registration.ts';

/** Kinds that no journal takes: they are never registered. */
const never: readonly string[] = ['template', 'application', 'custom'];

/** Kinds of documents that a journal may take, the company's own ones after the built-in. */
export function useKindChoices(): { value: string; label: string }[] {
  const status = useWords('status');
  const { i18n } = useTranslation();
  const own = useQuery('kind.list', {}).data ?? [];
  return [
    ...documentKinds
      .filter((kind) => !never.includes(kind))
      .map((kind) => ({ value: kind, label: String(status(`kind_${kind}`)) })),
    ...own.map(({ id, label, labelEn }) => ({ value: id, label: i18n.language === 'en' ? (labelEn ?? label) : label })),
  ];
}

/** What a period of a journal is called: «2026 год», «1-й квартал 2026», «03.2026». */
export function usePeriodWords(): (period: string) => string {
  const t = useWords('journals');
  return (period) => {
    const [year = '', part = ''] = period.split('-');
    if (period === '-') return t('periodEndless');
    if (part === '') return t('periodYear', { year });
    return part.startsWith('Q') ? t('periodQuarter', { quarter: part.slice(1), year }) : `${part}.${year}`;
  };
}

/** The branch of a journal or a case file; the company where it is of no branch. */
export function useBranchWords(): (branchId: string | null) => string {
  const t = useWords('journals');
  const { branchOf } = useDirectory();
  return useCallback(
    (branchId) => (branchId === null ? t('wholeCompany') : (branchOf(branchId)?.city ?? '')),
    [t, branchOf],
  );
}

/** The number that the next document gets here, or would get. */
export function useNextNumber(): (line: JournalLine) => string {
  const { branchOf, own } = useDirectory();
  const kinds = useQuery('kind.list', {}).data ?? [];
  const today = useClock().today();
  return (line) => {
    const { journal } = line;
    const branchCode = (branchOf(journal.branchId) ?? own)?.code ?? '';
    return exampleOf({
      ...{ pattern: journal.pattern, index: journal.index, branchCode, kinds: journal.kinds, own: kinds },
      ...{ date: today, seq: nextSeq(line) },
    });
  };
}
