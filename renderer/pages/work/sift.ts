import type { WorkItem } from '#shared/queries/work.ts';

export type BulkAction = 'do' | 'return' | 'delegate' | 'snooze';
/** Why an item is left out of a bulk action and stays selected. */
export type Left = 'kind' | 'changed' | 'outdated' | 'checks' | 'gone';

export interface Sifted {
  /** What kind of item the action is about; null when nothing goes. */
  type: WorkItem['type'] | null;
  go: WorkItem[];
  stay: { item: string; title: string; why: Left }[];
}

/** An approval whose step has yet to come again: it says that a decision fell away, and asks nothing. */
export const tells = (item: WorkItem): boolean => item.outdated && item.decide === null;

const doable = new Set<WorkItem['type']>([
  'approve',
  'sign',
  'acknowledge',
  'key_date',
  'originals',
  'mention',
  'confirm',
  'ticket_task',
]);

/** Whether an action is possible with an item at all. */
export function allows(action: BulkAction, item: WorkItem): boolean {
  if (action === 'snooze') return true;
  if (action === 'do') return doable.has(item.type) && !tells(item);
  if (action === 'delegate') return item.decide !== null;
  return item.decide !== null && item.type !== 'acknowledge';
}

/** The kind most of the selected items have; of equal ones that of the first item. */
export function commonType(items: readonly WorkItem[], action: BulkAction): WorkItem['type'] | null {
  const counts = new Map<WorkItem['type'], number>();
  for (const item of items) if (allows(action, item)) counts.set(item.type, (counts.get(item.type) ?? 0) + 1);
  let best: WorkItem['type'] | null = null;
  for (const [type, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = type;
  return best;
}

/**
 * Parts a selection into what an action takes and what has to be looked at on its own. Commands of a bulk are all or none, so
 * whatever would be refused or was not read as it stands now is left out before. `selection` holds what each item said when
 * it was selected, `blocked` the documents whose signing the checks of the counterparty stop.
 */
export function sift(
  items: readonly WorkItem[],
  selection: ReadonlyMap<string, string | null>,
  action: BulkAction,
  blocked: ReadonlySet<string> = new Set(),
): Sifted {
  const here = new Map(items.map((item) => [item.item, item]));
  const selected = items.filter((item) => selection.has(item.item));
  const type = commonType(selected, action);
  // Putting off and handing over do not decide: what an item says does not matter to them, nor what is asked.
  const deciding = action === 'do' || action === 'return';
  const sifted: Sifted = { type, go: [], stay: [] };
  for (const item of selected) {
    const why = reason(item);
    if (why) sifted.stay.push({ item: item.item, title: item.title, why });
    else sifted.go.push(item);
  }
  for (const id of selection.keys()) if (!here.has(id)) sifted.stay.push({ item: id, title: '', why: 'gone' });
  return sifted;

  function reason(item: WorkItem): Left | null {
    if (!allows(action, item) || (deciding && item.type !== type)) return 'kind';
    if (!deciding || item.decide === null) return null;
    if (selection.get(item.item) !== item.decide.hash) return 'changed';
    if (action !== 'do') return null;
    if (item.outdated) return 'outdated';
    return item.type === 'sign' && item.documentId && blocked.has(item.documentId) ? 'checks' : null;
  }
}

/** Kopecks of the selected items in roubles; null when none has an amount. One document counts once. */
export function sumOf(items: readonly WorkItem[]): number | null {
  const amounts = new Map<string, number>();
  for (const item of items)
    if (item.amount !== null && (item.currency ?? 'RUB') === 'RUB')
      amounts.set(item.documentId ?? item.item, item.amount);
  return amounts.size === 0 ? null : [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
}
