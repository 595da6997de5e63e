import { useWords } from '#renderer/i18n/words.ts';

/** A due day is near from this many days before it. */
const NEAR = 7;

/** How many days are left until a due day, in words, and how pressing that is; negative: it has passed. */
export function useDueWords() {
  const t = useWords('control');
  return {
    left: (days: number): string =>
      days === 0 ? t('today') : days > 0 ? t('left', { count: days }) : t('overdue', { count: -days }),
    tone: (days: number): 'late' | 'soon' | 'quiet' => (days < 0 ? 'late' : days <= NEAR ? 'soon' : 'quiet'),
  };
}
