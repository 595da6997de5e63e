import type { FieldChange } from '#renderer/pages/record/order-parts.ts';
import { CUSTOM } from '#renderer/pages/record/use-field-words.ts';
import { LOST } from '#shared/commands/record.ts';
import { sameValue } from '#shared/lib/canonical.ts';

const events =
  /\.(create|add|submit|make|revoke|request|import|cancel|escalate|add-approver|add-signature|add-authority|assign|save)$/;
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
type Bag = Readonly<Record<string, unknown>>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});

/** One key of the company's own fields at a time, only those that differ. */
export function customChanges(from: unknown, to: unknown): FieldChange[] {
  const [before, after] = [bag(from), bag(to)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !sameValue(before[key] ?? null, after[key] ?? null))
    .map((key) => ({ field: CUSTOM + key, from: before[key] ?? null, to: after[key] ?? null }));
}

/**
 * The changes of a line of history as they are told: what a new record or a decision says has no former value, what it left empty
 * is not told, the company's own fields stand one by one, a verdict is the word of its task (a signature is no approval).
 */
export function toldChanges(action: string, changes: readonly FieldChange[]): FieldChange[] {
  const event = events.test(action);
  const task = changes.find((one) => one.field === 'task')?.to;
  return changes.flatMap((one): FieldChange[] => {
    if (one.field === 'custom' && one.hidden)
      return customChanges(null, one.to).map(({ field, to }) => ({ field, to, hidden: true }));
    if (one.field === 'custom') return customChanges('from' in one ? one.from : null, one.to);
    if (one.field === `${LOST}custom`)
      return customChanges(one.from, one.to).map((change) => ({ ...change, field: LOST + change.field }));
    // Whose decision it is stands beside the name of who made it.
    if (action === 'decision.make' && (one.field === 'task' || one.field === 'employee')) return [];
    if (one.field === 'verdict' && one.to === 'approve' && typeof task === 'string') return [{ ...one, to: task }];
    // A part that was put away is named by what it was.
    if (action.endsWith('.archive') && one.field !== 'archivedAt')
      return [{ field: one.field, to: one.from ?? one.to }];
    if (!event) return [one];
    // The place in a list is nothing that happened.
    const placed = one.field === 'position' && typeof one.to === 'number';
    return isEmpty(one.to) || placed ? [] : [{ field: one.field, to: one.to }];
  });
}
