import { expect, test } from 'vitest';
import { groupRefusals, mayRunAgain } from '#renderer/pages/exchange/refusals.ts';
import { commandId, derivedId } from '#shared/lib/ids.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

const line = (n: number, given: Partial<OutboxLine>): OutboxLine => ({
  n,
  id: `order-${n}`,
  command: 'document.update',
  args: {},
  enteredAt: n,
  state: 'rejected',
  seq: null,
  decidedAt: null,
  code: 'DENIED',
  details: null,
  about: null,
  size: 1,
  names: {},
  taskKind: null,
  suspended: null,
  inDoubt: false,
  conflictId: null,
  aside: null,
  ...given,
});
const about = (id: string) => ({ entity: 'document', id, title: null, number: null, here: false });
const shape = (lines: OutboxLine[]) =>
  groupRefusals(lines).map(({ first, dependants }) => [first.n, dependants.map((one) => one.n)]);

test('changes of a record that was refused stand under its creation, whatever order they come in', () => {
  const lines = [
    line(3, { about: about('a'), code: 'DEPENDS_ON_REJECTED' }),
    line(2, { about: about('a'), code: 'NOT_FOUND' }),
    line(1, { about: about('a'), command: 'document.create' }),
  ];
  expect(shape(lines)).toEqual([[1, [2, 3]]]);
});

test('a dependant of a dependant stands under the first of them', () => {
  const lines = [
    line(1, { about: about('a') }),
    line(2, { about: about('b'), code: 'DEPENDS_ON_REJECTED', details: { on: 'order-1' } }),
    line(3, { about: about('c'), code: 'NOT_FOUND', details: { entity: 'document', id: 'b' } }),
  ];
  expect(shape(lines)).toEqual([[1, [2, 3]]]);
});

test('a refusal with a reason of its own stands by itself, even about the same record', () => {
  expect(shape([line(1, { about: about('a') }), line(2, { about: about('a'), code: 'ARCHIVED' })])).toEqual([
    [1, []],
    [2, []],
  ]);
  expect(shape([line(2, { about: about('b'), code: 'NOT_FOUND' })])).toEqual([[2, []]]);
});

test('changes of one record that refuses all of them alike are one item', () => {
  const archived = { about: about('a'), code: 'ARCHIVED' };
  const lines = [line(1, archived), line(2, { about: about('b'), code: 'ARCHIVED' }), line(3, archived)];
  expect(shape(lines)).toEqual([
    [1, [3]],
    [2, []],
  ]);
});

test('whatever speaks of a record that a refused change would have created stands under it', () => {
  const order = commandId(1_780_000_000_000, new Uint8Array(10).fill(1));
  const created = derivedId(order, 3);
  const lines = [
    line(1, { id: order, command: 'document.create' }),
    line(2, { args: { documentId: 'other', otherId: created }, code: 'BAD_INPUT' }),
    line(3, { args: { documentId: derivedId(commandId(1_780_000_000_001, new Uint8Array(10)), 3) } }),
  ];
  expect(shape(lines)).toEqual([
    [1, [2]],
    [3, []],
  ]);
});

test('what speaks of a record that is not here is not offered again, the change that would make it is', () => {
  const order = commandId(1_780_000_000_000, new Uint8Array(10).fill(1));
  const made = about(derivedId(order, 0));
  expect(mayRunAgain(line(1, { id: order, command: 'document.create', about: made }))).toBe(true);
  expect(mayRunAgain(line(2, { id: commandId(1_780_000_000_001, new Uint8Array(10)), about: made }))).toBe(false);
  expect(mayRunAgain(line(3, { about: { ...made, here: true } }))).toBe(true);
  expect(mayRunAgain(line(4, {}))).toBe(true);
});
