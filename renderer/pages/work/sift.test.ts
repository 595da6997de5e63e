import { describe, expect, test } from 'vitest';
import { commonType, sift, sumOf } from '#renderer/pages/work/sift.ts';
import type { WorkItem } from '#shared/queries/work.ts';

let last = 0;
function item(type: WorkItem['type'], more: Partial<WorkItem> = {}): WorkItem {
  last += 1;
  const asked = type === 'approve' || type === 'sign' || type === 'acknowledge';
  return {
    item: `${asked ? 'approval_task' : type}/${last}`,
    type,
    outdated: false,
    group: 'today',
    title: `Дело ${last}`,
    documentId: `document${last}`,
    object: { entity: 'document', id: `document${last}` },
    documentKind: 'contract',
    number: null,
    counterpartyName: null,
    amount: null,
    currency: null,
    dueAt: null,
    dueDate: null,
    minutesLeft: null,
    left: null,
    fromId: null,
    fromName: null,
    insteadOfId: null,
    insteadOfName: null,
    text: null,
    snoozedUntil: null,
    decide: asked ? { taskId: `t${last}`, approvalId: 'a', hash: `hash${last}`, hashSpec: 1, versionNumber: 1 } : null,
    ...more,
  };
}
const chosen = (items: readonly WorkItem[]) => new Map(items.map((one) => [one.item, one.decide?.hash ?? null]));

describe('a bulk', () => {
  test('ticks lines and confirms requests, but answers and works on each by itself', () => {
    const items = [item('ticket_task'), item('ticket_task'), item('ticket'), item('question'), item('rework')];
    const found = sift(items, chosen(items), 'do');
    expect(found.type).toBe('ticket_task');
    expect(found.go.map((one) => one.type)).toEqual(['ticket_task', 'ticket_task']);
    expect(found.stay.map((one) => one.why)).toEqual(['kind', 'kind', 'kind']);
    const done = [item('confirm'), item('confirm')];
    expect(sift(done, chosen(done), 'do').go).toHaveLength(2);
    expect(sift(items, chosen(items), 'snooze').go).toHaveLength(5);
  });

  test('takes what is alike, and says of the rest why not', () => {
    const items = [item('approve'), item('approve'), item('sign'), item('conflict')];
    const { type, go, stay } = sift(items, chosen(items), 'do');
    expect(type).toBe('approve');
    expect(go).toEqual(items.slice(0, 2));
    expect(stay.map((one) => one.why)).toEqual(['kind', 'kind']);
  });

  test('leaves out what has changed since it was selected, and what has to be decided again', () => {
    const [same, edited, again] = [item('approve'), item('approve'), item('approve', { outdated: true })];
    const selection = new Map([...chosen([same, edited, again]), [edited.item, 'an earlier hash']]);
    const { go, stay } = sift([same, edited, again], selection, 'do');
    expect(go).toEqual([same]);
    expect(stay.map((one) => one.why)).toEqual(['changed', 'outdated']);
  });

  test('leaves out signing that checks of the counterparty stop', () => {
    const [clean, stopped] = [item('sign'), item('sign')];
    const { go, stay } = sift([clean, stopped], chosen([clean, stopped]), 'do', new Set([stopped.documentId ?? '']));
    expect(go).toEqual([clean]);
    expect(stay).toEqual([{ item: stopped.item, title: stopped.title, why: 'checks' }]);
  });

  test('knows of items that have gone from the list', () => {
    const [there, gone] = [item('approve'), item('approve')];
    expect(sift([there], chosen([there, gone]), 'do').stay).toEqual([{ item: gone.item, title: '', why: 'gone' }]);
  });

  test('puts off anything and hands over whatever is decided, changed or not', () => {
    const items = [item('approve', { outdated: true }), item('sign'), item('mention')];
    const stale = new Map(items.map((one) => [one.item, 'another hash']));
    expect(sift(items, stale, 'snooze').go).toHaveLength(3);
    expect(sift(items, stale, 'delegate').go).toEqual(items.slice(0, 2));
  });

  test('decides nothing that only tells of a decision that fell away, but puts it off', () => {
    const items = [item('approve'), item('approve', { outdated: true, decide: null })];
    expect(sift(items, chosen(items), 'do').go).toEqual([items[0]]);
    expect(sift(items, chosen(items), 'return').go).toEqual([items[0]]);
    expect(sift(items, chosen(items), 'snooze').go).toEqual(items);
  });

  test('returns no acknowledgement', () => {
    const items = [item('acknowledge'), item('approve')];
    expect(sift(items, chosen(items), 'return').go).toEqual([items[1]]);
  });

  test('is about the kind that most items have', () => {
    expect(commonType([item('sign'), item('approve'), item('approve')], 'do')).toBe('approve');
    expect(commonType([item('sign'), item('approve')], 'do')).toBe('sign');
    expect(commonType([item('conflict')], 'do')).toBeNull();
  });
});

test('the sum counts a document once and roubles only', () => {
  const first = item('approve', { amount: 100_00, currency: 'RUB' });
  const twice = item('approve', { amount: 100_00, currency: 'RUB', documentId: first.documentId });
  expect(sumOf([first, twice, item('approve', { amount: 5_00, currency: 'USD' })])).toBe(100_00);
  expect(sumOf([item('mention')])).toBeNull();
});
