import { useMemo } from 'react';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { stageParts } from '#renderer/pages/contract/stage-words.ts';
import { keyDateStanding, reminderParts, termForm } from '#renderer/pages/contract/term-words.ts';
import type { KeyDateLine, RelatedDocument, StageLine } from '#shared/queries/contract.ts';

/** Terms, reminders and stages of a contract as sentences of the window's language. */
export function useContractWords() {
  const t = useWords('contract');
  const clock = useClock();
  return useMemo(() => {
    const term = (from: string | null | undefined, to: string | null | undefined): string =>
      t(termForm(from, to), { from: from ? formatDate(from) : '', to: to ? formatDate(to) : '' });
    const reminders = (days: readonly number[]): string => {
      const { before, last, onDay } = reminderParts(days);
      if (last === null) return onDay ? t('remindOnDay') : t('remindNever');
      const list = before.map((day) => t('remindItem', { days: String(day) })).join(', ');
      const words = list ? t('remindSeveral', { list, count: last }) : t('remindDays', { count: last });
      return onDay ? t('remindAlsoOnDay', { words }) : words;
    };
    const stage = (line: StageLine): string =>
      stageParts(line, clock.date, clock.today().slice(0, 4))
        .map((part) => {
          if (part.key === 'stageSpan') return t(part.key, part.params);
          return part.key === 'stageVotes' ? t(part.key, part.params) : t(part.key, part.params);
        })
        .join(' · ');
    const keyDate = (line: Pick<KeyDateLine, 'kind' | 'title'>): string => line.title || t(`keyDate_${line.kind}`);
    const keyDateNote = (line: KeyDateLine): string => {
      const standing = keyDateStanding(line);
      if (standing === 'planned') return t('keyDatePlanned');
      if (standing === 'done') return t('keyDateDone');
      if (standing === 'passed') return t('keyDatePassed');
      if (standing === 'late') return t('keyDateLate');
      return standing === 'due' ? t('keyDateDue') : reminders(line.remindDays);
    };
    const related = (one: Pick<RelatedDocument, 'number' | 'subject'>): string =>
      one.number ? `${one.number} · ${one.subject}` : one.subject;
    return { term, reminders, stage, keyDate, keyDateNote, related };
  }, [t, clock]);
}
