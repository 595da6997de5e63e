import { useTranslation } from 'react-i18next';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';

const isoDate = /^\d{4}-\d\d-\d\d$/;

/** A refusal with what it names put into its sentence: the days that overlap, the step nobody can decide. */
export function useRefusalWords(): (error: CoreError) => string {
  const { i18n } = useTranslation('errors');
  const clock = useClock();
  return (error) => {
    const { from, to } = error.details;
    // The window knows more than the refusal says: the days are over.
    if (error.code === 'BAD_PERIOD' && typeof to === 'string' && to < clock.today())
      return String(i18n.t('vacations:past', { date: formatDate(to) }));
    if (error.code === 'SUBSTITUTE_AWAY' && typeof from === 'string' && typeof to === 'string')
      return `${i18n.t('vacations:substituteAway', { from: formatDate(from), to: formatDate(to) })}. ${i18n.t('vacations:substituteAwayText')}`;
    const details = Object.entries(error.details).map(([key, value]) => [
      key,
      typeof value === 'string' && isoDate.test(value) ? formatDate(value) : value,
    ]);
    return String(i18n.t(`errors:${error.code}`, Object.fromEntries(details)));
  };
}
