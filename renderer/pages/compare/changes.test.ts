import { expect, test } from 'vitest';
import { changePlaces, isShownChange, mapMarks, stepChange, writtenNumber } from '#renderer/pages/compare/changes.ts';
import {
  changeFor,
  inOrder,
  itemFor,
  itemOfChange,
  missingItems,
  type ProtocolItem,
  positionOf,
} from '#renderer/pages/compare/items-from-changes.ts';
import type { TextBlock } from '#shared/domain/redline.ts';
import { compareBlocks } from '#shared/formats/redline/compare.ts';

const heading = (number: string, text: string): TextBlock => ({ kind: 'heading', number, level: 0, text });
const clause = (number: string, text: string): TextBlock => ({ kind: 'clause', number, level: 1, text });
const row = (text: string): TextBlock => ({ kind: 'table-row', number: '', level: 0, text });

const ours = [
  heading('4', 'Цена и порядок расчётов'),
  clause('4.1', 'Цена договора составляет 12 480 000 рублей.'),
  clause('4.2', 'Покупатель оплачивает товар в течение 15 рабочих дней с даты подписания УПД.'),
  heading('5', 'Ответственность сторон'),
  clause('5.1', 'За просрочку поставки поставщик уплачивает неустойку 0,1 % за каждый день просрочки.'),
  clause('5.2', 'Поставщик возмещает имущественные потери покупателя при отказе в вычете НДС.'),
  row('Сервер | 4'),
];
const theirs = [
  heading('4', 'Цена и порядок расчётов'),
  clause('4.1', 'Цена договора составляет 12 480 000 рублей'),
  clause('4.2', 'Покупатель оплачивает товар в течение 7 календарных дней с даты отгрузки УПД.'),
  clause('4.3', 'При отсрочке платежа на сумму долга начисляются проценты по ключевой ставке.'),
  heading('5', 'Ответственность сторон'),
  clause('5.1', 'За просрочку поставки поставщик уплачивает неустойку 0,1 % за каждый день просрочки.'),
  row('Сервер | 5'),
];
const redline = { ...compareBlocks(ours, theirs), milliseconds: 0 };
const files = { left: 'L', right: 'R' };
const saved = (place: number): ProtocolItem =>
  ({ ...missingItems(redline, [], files)[place], id: `i${place}`, archivedAt: null }) as ProtocolItem;

test('under «существенные» a full stop is no change', () => {
  const all = changePlaces(redline, 'all');
  const substantial = changePlaces(redline, 'substantial');
  expect(all.length).toBe(redline.changes);
  expect(substantial.length).toBe(redline.substantialChanges);
  expect(substantial.length).toBe(all.length - 1);
  const dot = redline.blocks.find((block) => block.left?.number === '4.1');
  expect(dot && [isShownChange(dot, 'all'), isShownChange(dot, 'substantial')]).toEqual([true, false]);
});

test('a moved clause is read at its new place', () => {
  const moved = {
    ...compareBlocks(ours, [...ours.slice(3, 6), ...ours.slice(0, 3), ...ours.slice(6)]),
    milliseconds: 0,
  };
  const places = changePlaces(moved, 'all').filter((place) => place.block.kind === 'moved');
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) expect(place.block.right).not.toBeNull();
});

test('steps stay inside, and go on from a change that the filter hides', () => {
  const places = changePlaces(redline, 'substantial');
  const [first, second] = places.map((place) => place.change);
  const last = places.at(-1)?.change ?? null;
  expect(stepChange(places, null, 1)).toBe(first);
  expect(stepChange(places, first ?? 0, 1)).toBe(second);
  expect(stepChange(places, first ?? 0, -1)).toBe(first);
  expect(stepChange(places, last, 1)).toBe(last);
  expect(stepChange(places, 1, 1)).toBe(places.find((place) => place.change > 1)?.change);
  expect(stepChange([], 1, 1)).toBeNull();
});

test('marks lie on the map by their share; neighbours of one tone become one', () => {
  const places = changePlaces(redline, 'all');
  const marks = mapMarks(places, (at) => at * 10, redline.blocks.length * 10);
  expect(marks.length).toBe(places.length);
  for (const mark of marks) expect(mark.at).toBeLessThan(1);
  expect(marks.map((mark) => mark.at)).toEqual([...marks.map((mark) => mark.at)].sort((a, b) => a - b));
  expect(mapMarks(places, () => 0, 1_000).length).toBeLessThan(places.length);
});

test('all substantial changes become items with both wordings, their section and their place', () => {
  const items = missingItems(redline, [], files);
  expect(items.map((item) => [item.clause, item.title, item.ours !== null, item.theirs !== null])).toEqual([
    ['4.2', 'Цена и порядок расчётов', true, true],
    ['4.3', 'Цена и порядок расчётов', false, true],
    ['5.2', 'Ответственность сторон', true, false],
    // A row of a table has the number of the clause above it.
    [expect.stringMatching(/^5\.[12]$/), 'Ответственность сторон', true, true],
  ]);
  const positions = items.map((item) => item.position);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
  expect(items[0]).toMatchObject({ oursAttachmentId: 'L', theirsAttachmentId: 'R', state: 'open', choice: 'none' });
});

test('what is in the protocol already is not added again', () => {
  const present = [saved(0), saved(2)];
  const items = missingItems(redline, present, files);
  expect(items.map((item) => item.ours === null)).toEqual([true, false]);
  expect(items[0]?.clause).toBe('4.3');
});

test('an item finds its change, also after its wording was edited, and a change its item', () => {
  const places = changePlaces(redline, 'substantial');
  const edited = { ...saved(0), theirs: 'в течение 10 дней' };
  const [first] = places;
  if (!first) throw new Error('no change');
  expect(itemFor([edited], first.block)?.id).toBe('i0');
  expect(changeFor(places, [edited], 'i0')?.change).toBe(first.change);
  expect(changeFor(places, [edited], 'other')).toBeUndefined();
  expect(itemOfChange(redline, first, files)).toMatchObject({ clause: '4.2', position: positionOf('4.2') });
});

test('numbers are written as in the text', () => {
  expect(['4.2', '1', 'б)', 'Статья 3', ''].map(writtenNumber)).toEqual(['4.2.', '1.', 'б)', 'Статья 3', '']);
});

test('items stand in the order of the text, those without a number last', () => {
  const clauses = ['', '4.10', '4.2', '12', '4', 'Приложение', '4.2.1'];
  const items = clauses.map((clause, place) => ({ id: `i${place}`, clause, position: place }) as ProtocolItem);
  expect(items.sort(inOrder).map((item) => item.clause)).toEqual(['4', '4.2', '4.2.1', '4.10', '12', '', 'Приложение']);
  expect(positionOf('999.999.999.999')).toBeLessThan(positionOf(''));
  expect(Number.isSafeInteger(positionOf(''))).toBe(true);
});
