import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { whole } from '#renderer/pages/approval/use-names.ts';
import type { Show, Subject } from '#renderer/pages/reports/report-place.ts';

const plain = ['made', 'ended', 'late', 'link', 'open', 'overdue', 'reopened', 'returned'] as const;

/** What a list behind a figure holds, in words: «решены с опозданием», «сейчас у: Марина Тен, просрочено». */
export function useShowWords(): (show: Show, subject: Subject) => string {
  const t = useWords('reports');
  const { employeeOf } = useDirectory();
  const queues = useQuery('service.setup', {}).data?.queues ?? [];
  const person = (id: string) => whole(employeeOf(id)?.fullName ?? '');
  return (show, subject) => {
    const [kind = '', ...rest] = show.split('/');
    const value = rest.join('/');
    const simple = plain.find((one) => one === kind);
    if (simple) return t(`show_${simple}`);
    switch (kind) {
      case 'rating':
        return t('show_rating', { value });
      case 'week':
        return t('show_week', { value: formatDate(value) });
      case 'person':
        return t('show_person', { value: person(value) });
      case 'stage':
        // A key is its kind and its name.
        return t('show_stage', { value: rest.slice(1).join('/') });
      case 'holder': {
        const [key = '', how] = rest;
        const queue = queues.find((one) => one.id === key)?.name;
        const who = key === 'requester' ? t('requesters') : (queue ?? person(key));
        const pressing = how === 'late' || how === 'soon' || how === 'onTime' ? `, ${t(how)}` : '';
        return t('show_holder', { value: who + pressing });
      }
      default:
        return t(subject === 'tickets' ? 'show_settled' : 'show_rounds');
    }
  };
}
