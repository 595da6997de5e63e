import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useWorkingDuration } from '#renderer/pages/approval/due.tsx';
import type { EventLine, TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useValueWords } from '#renderer/pages/ticket/use-value-words.ts';
import { type FormField, fieldsOf } from '#shared/domain/form/form.ts';
import { type Priority, priorities } from '#shared/domain/service/definition.ts';

/** What happened, and what stands under it: the reason somebody gave, the fields that changed. */
export interface EventWords {
  title: string;
  text: string | null;
  changes: string[];
}

const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Every kind of event of a ticket in words. */
export function useEventWords(): (line: EventLine, facts: Pick<TicketFacts, 'definition' | 'names'>) => EventWords {
  const t = useWords('talk');
  const duration = useWorkingDuration();
  const clock = useClock();
  const values = useValueWords();
  return ({ kind, data, names: ownNames }, { definition, names: formNames }) => {
    const names = { ...formNames, ...ownNames };
    const nameOf = (id: unknown) => (typeof id === 'string' ? (names[id] ?? t('someone')) : t('someone'));
    const queueOf = (id: unknown) => (typeof id === 'string' ? (names[id] ?? t('unknownQueue')) : t('unknownQueue'));
    const day = (value: unknown) =>
      typeof value === 'number' ? formatDate(clock.date(value)) : formatDate(asText(value) ?? '');
    const priority = (value: unknown) =>
      t(`priority_${priorities.find((one) => one === value) ?? ('normal' as Priority)}`);
    const stage = (value: unknown) => definition.stages[Number(value)] ?? String(Number(value) + 1);
    const plain = (title: string, text: string | null = null): EventWords => ({ title, text, changes: [] });
    const text = asText(data['text']) ?? asText(data['note']) ?? asText(data['comment']);
    switch (kind) {
      case 'queued':
        return plain(
          data['queueId'] == null
            ? t('event_queuedPlain')
            : data['assigneeId']
              ? t('event_queuedTo', { queue: queueOf(data['queueId']), name: nameOf(data['assigneeId']) })
              : t('event_queued', { queue: queueOf(data['queueId']) }),
        );
      case 'assigned':
        return plain(
          data['insteadOfId']
            ? t('event_assignedFor', { name: nameOf(data['assigneeId']), absent: nameOf(data['insteadOfId']) })
            : t('event_assigned', { name: nameOf(data['assigneeId']) }),
        );
      case 'transferred':
        return plain(t('event_transferred', { from: queueOf(data['from']), to: queueOf(data['queueId']) }), text);
      case 'stage_moved':
        return plain(t('event_stage_moved', { from: stage(data['from']), to: stage(data['stage']) }));
      case 'resolved':
        return plain(t(data['byRoute'] ? 'event_resolvedByRoute' : 'event_resolved'));
      case 'confirmed':
        return plain(t(data['silent'] ? 'event_confirmedSilently' : 'event_confirmed'));
      case 'merged':
        return plain(t('event_merged', { number: asText(data['number']) ?? t('noNumber') }));
      case 'absorbed':
        return plain(t('event_absorbed', { number: asText(data['number']) ?? t('noNumber') }), asText(data['title']));
      case 'split':
        return plain(t('event_split'), asText(data['title']));
      case 'linked':
        return plain(t(data['linked'] === false ? 'event_unlinked' : 'event_linked'));
      case 'prioritized':
        return plain(t('event_prioritized', { from: priority(data['from']), to: priority(data['priority']) }));
      case 'escalated': {
        const told = Array.isArray(data['told']) ? data['told'].map(nameOf) : [];
        const share = String(data['at'] ?? 100);
        const which = t(data['of'] === 'response' ? 'clock_response' : 'clock_resolution');
        return plain(
          told.length > 0
            ? t('event_escalatedTo', { share, clock: which, names: told.join(', ') })
            : t('event_escalated', { share, clock: which }),
        );
      }
      case 'clock_changed':
        return plain(
          data['cause'] === 'priority'
            ? t('event_clock_changedPriority')
            : data['cause'] === 'calendar'
              ? t('event_clock_changedCalendar')
              : t('event_clock_changed'),
        );
      case 'time_logged':
        return plain(t('event_time_logged', { length: duration(Number(data['minutes'] ?? 0)) }), text);
      case 'task_done':
      case 'task_reopened':
        return plain(t(`event_${kind}`, { title: asText(data['title']) ?? '' }), asText(data['note']));
      case 'substituted':
        return plain(
          data['refused']
            ? t('event_substitutedRefused', { name: nameOf(data['substituteId']) })
            : t('event_substituted', {
                name: nameOf(data['substituteId']),
                from: day(data['from']),
                to: day(data['to']),
              }),
        );
      case 'rated':
        return plain(t('event_rated', { rating: String(data['rating'] ?? '') }), text);
      case 'edited':
        return {
          title: t('event_edited'),
          text: null,
          changes: changesOf(data, fieldsOf(definition.form), names, { t, values }),
        };
      default:
        return plain(t(`event_${kind}`), text);
    }
  };
}

/** Values longer than this are not told in a line of a list, in characters. */
const SHORT = 120;

function changesOf(
  data: Record<string, unknown>,
  fields: readonly FormField[],
  names: Readonly<Record<string, string>>,
  { t, values }: { t: ReturnType<typeof useWords<'talk'>>; values: ReturnType<typeof useValueWords> },
): string[] {
  const changes = Array.isArray(data['changes']) ? (data['changes'] as Record<string, unknown>[]) : [];
  return changes.map((change) => {
    const field = fields.find((one) => one.key === change['field']);
    const label = field?.label ?? String(change['field']);
    const told = (value: unknown) => (value == null || !field ? '' : values(field.type, value, names));
    const from = told(change['from']);
    const to = told(change['to']);
    if (from.length > SHORT || to.length > SHORT) return t('changeLong', { label });
    if (from === '') return t('changeFilled', { label, to });
    return to === '' ? t('changeCleared', { label, from }) : t('change', { label, from, to });
  });
}
