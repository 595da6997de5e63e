import { expect, test } from 'vitest';
import type { TextBlock } from '#shared/domain/redline.ts';
import { compareBlocks } from '#shared/formats/redline/compare.ts';

const block = (number: string, text: string, kind: TextBlock['kind'] = 'clause'): TextBlock => ({
  kind,
  number,
  level: Math.max(0, number.split('.').length - 1),
  text,
});

const contract: readonly TextBlock[] = [
  block('1', 'Предмет договора', 'heading'),
  block('1.1', 'Поставщик передаёт, а Покупатель принимает и оплачивает товар по спецификации.'),
  block('1.2', 'Качество товара подтверждается сертификатом завода-изготовителя.'),
  block('2', 'Цена и порядок расчётов', 'heading'),
  block('2.1', 'Цена договора составляет 12 480 000 рублей, в том числе НДС 22 %.'),
  block('2.2', 'Покупатель оплачивает товар в течение 15 рабочих дней с даты подписания УПД.'),
  block('2.3', 'Обязательство по оплате исполнено с даты списания денег со счёта Покупателя.'),
  block('3', 'Ответственность сторон', 'heading'),
  block('3.1', 'За просрочку поставки Поставщик уплачивает неустойку 0,1 % за каждый день.'),
  block('3.2', 'Поставщик возмещает имущественные потери при отказе в вычете НДС.'),
];

const kinds = (left: readonly TextBlock[], right: readonly TextBlock[]) =>
  compareBlocks(left, right)
    .blocks.filter((row) => row.kind !== 'same')
    .map((row) => [row.kind, row.left?.number ?? null, row.right?.number ?? null]);

test('a version compared with itself has no changes', () => {
  const redline = compareBlocks(contract, contract);
  expect(redline).toMatchObject({ changes: 0, substantialChanges: 0 });
  expect(redline.blocks.every((row) => row.kind === 'same' && row.change === null && !row.substantial)).toBe(true);
  expect(redline.left).toEqual({ title: 'Предмет договора', blocks: 10 });
});

test('an inserted clause renumbers those below it, and that is not substantial', () => {
  const inserted = block('2.2', 'Цена не подлежит изменению до полного исполнения.');
  const next = [
    ...contract.slice(0, 5),
    inserted,
    block('2.3', contract[5]?.text ?? ''),
    block('2.4', contract[6]?.text ?? ''),
    ...contract.slice(7),
  ];
  expect(kinds(contract, next)).toEqual([
    ['inserted', null, '2.2'],
    ['renumbered', '2.2', '2.3'],
    ['renumbered', '2.3', '2.4'],
  ]);
  expect(compareBlocks(contract, next)).toMatchObject({ changes: 3, substantialChanges: 1 });
  expect(kinds(next, contract).map(([kind]) => kind)).toEqual(['deleted', 'renumbered', 'renumbered']);
});

test('a clause that went to another section is moved, with one change number at both places', () => {
  const next = [...contract.slice(0, 2), ...contract.slice(3), block('3.3', contract[2]?.text ?? '')];
  const redline = compareBlocks(contract, next);
  const rows = redline.blocks.filter((row) => row.kind !== 'same');
  expect(
    rows.map((row) => [
      row.kind,
      row.change,
      row.left?.number,
      row.movedTo?.number,
      row.movedFrom?.number,
      row.right?.number,
    ]),
  ).toEqual([
    ['moved', 1, '1.2', '3.3', undefined, undefined],
    ['moved', 1, undefined, undefined, '1.2', '3.3'],
  ]);
  expect(redline.counts).toEqual({ inserted: 0, deleted: 0, changed: 0, moved: 1, renumbered: 0 });
});

test('a clause may move and change at once; the words tell how', () => {
  const text = contract[5]?.text.replace('15', '10') ?? '';
  const next = [...contract.slice(0, 5), ...contract.slice(6), block('3.3', text)];
  const rows = compareBlocks(contract, next).blocks.filter((row) => row.kind !== 'same');
  expect(rows.map((row) => row.kind)).toEqual(['moved', 'moved']);
  expect(rows[1]?.runs.filter((run) => run.op !== 'keep')).toEqual([
    { op: 'del', text: '15' },
    { op: 'ins', text: '10' },
  ]);
});

test('a whole section that changed places is moved, the longer part stays', () => {
  const next = [...contract.slice(3, 7), ...contract.slice(0, 3), ...contract.slice(7)];
  const moved = compareBlocks(contract, next).blocks.filter((row) => row.kind === 'moved' && row.left);
  expect(moved.map((row) => row.left?.number)).toEqual(['1', '1.1', '1.2']);
});

test('the number is a hint only: a rewritten number with other words is another clause', () => {
  const next = [
    ...contract.slice(0, 9),
    block('3.2', 'Споры рассматривает Арбитражный суд города Москвы по месту истца.'),
  ];
  expect(kinds(contract, next)).toEqual([
    ['deleted', '3.2', null],
    ['inserted', null, '3.2'],
  ]);
});

test('of similar rows each is compared with its own', () => {
  const row = (name: string, price: number) => block('', `${name} | шт. | ${price}`, 'table-row');
  const left = [row('Стол письменный', 100), row('Стул', 200), row('Шкаф', 300)];
  const right = [row('Стол письменный', 150), row('Лампа', 90), row('Шкаф', 310)];
  expect(compareBlocks(left, right).blocks.map((each) => each.kind)).toEqual([
    'changed',
    'deleted',
    'inserted',
    'changed',
  ]);
});

test('a paragraph taken into the one before it leaves that one changed and itself deleted', () => {
  const left = [
    block('4.2', 'Продавец передаёт следующие документы:'),
    block('', '- паспорт транспортного средства с подписью прежнего собственника.', 'paragraph'),
  ];
  const right = [
    block(
      '4.2',
      'Продавец передаёт следующие документы: паспорт транспортного средства с подписью прежнего собственника.',
    ),
  ];
  expect(kinds(left, right)).toEqual([
    ['changed', '4.2', '4.2'],
    ['deleted', '', null],
  ]);
});

test.each([
  ['Стороны договорились.', 'Стороны договорились', false],
  ['расчёт в «рублях»', 'расчет в "рублях"', false],
  ['расчёт в рублях', 'расчёт в долларах', true],
])('%s → %s: substantial %s', (left, right, substantial) => {
  expect(compareBlocks([block('1', left)], [block('1', right)]).blocks[0]).toMatchObject({
    kind: 'changed',
    substantial,
  });
});

test('an empty document is all deleted or all inserted', () => {
  expect(compareBlocks(contract, []).counts.deleted).toBe(10);
  expect(compareBlocks([], contract).counts.inserted).toBe(10);
  expect(compareBlocks([], []).blocks).toEqual([]);
});
