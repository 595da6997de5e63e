import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { CaseFileRow } from '#shared/domain/registration/journal.ts';

/** How long a case is kept, with who looks before its end. */
export function useKeptWords(): (file: Pick<CaseFileRow, 'retention' | 'isEpk'>) => string {
  const t = useWords('registration');
  return ({ retention, isEpk }) => {
    const years = retention === null ? t('keptForever') : t('keptYears', { count: retention });
    return isEpk ? `${years}, ${t('expert')}` : years;
  };
}

/** Whether something may be filed in a case today. */
export function useCaseState(): (file: Pick<CaseFileRow, 'openedOn' | 'closedOn'>) => string {
  const t = useWords('journals');
  const today = useClock().today();
  return ({ openedOn, closedOn }) => {
    if (closedOn !== null && closedOn < today) return t('caseClosed', { date: formatDate(closedOn) });
    if (openedOn !== null && today < openedOn) return t('caseNotYet', { date: formatDate(openedOn) });
    return closedOn === null ? t('caseOpen') : t('caseUntil', { date: formatDate(closedOn) });
  };
}
