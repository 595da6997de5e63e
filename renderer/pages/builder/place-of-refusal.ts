import type { CoreError } from '#renderer/data/core-error.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

/** Where in the builder stands what a publication was refused for; null: nowhere in it. */
export function placeOfRefusal(
  { code, details }: Pick<CoreError, 'code' | 'details'>,
  definition: Pick<ServiceDefinition, 'queueId'>,
  queues: readonly { id: string; name: string }[],
): { tab: 'form' | 'work' | 'approval'; selector: string } | null {
  switch (code) {
    case 'FORM_FAULTS':
      return { tab: 'form', selector: '[data-area="field"]' };
    case 'ROUTE_EMPTY':
      return { tab: 'approval', selector: '[data-place="route"]' };
    case 'QUEUE_NEEDED':
      return { tab: 'work', selector: '[data-place="queue"]' };
    case 'QUEUE_EMPTY':
      // The desk of a line of the checklist is refused by the same word.
      return queues.find((one) => one.id === definition.queueId)?.name === details['queue']
        ? { tab: 'work', selector: '[data-place="queue"]' }
        : { tab: 'work', selector: '[data-place="tasks"]' };
    case 'TASK_RING':
      return { tab: 'work', selector: '[data-place="tasks"]' };
    case 'EFFECT_FIELDS':
      return { tab: 'work', selector: '[data-place="effect"]' };
    default:
      return null;
  }
}
