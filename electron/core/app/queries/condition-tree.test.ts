import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  documentRow,
  employeeRow,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';
import {
  type Condition,
  type ConditionTree,
  conditionTree,
  isStandingField,
  standingFields,
} from '#shared/queries/condition.ts';
import type { DocumentListRow, GroupBand } from '#shared/queries/document.ts';
import { isBand } from '#shared/queries/document.ts';

type Row = RowOf<'document'>;
const day = '2026-03-10';
const noon = Date.UTC(2026, 2, 10, 12);
const others = [idAt(100), idAt(101)];
const dates = ['2026-01-31', '2026-03-01', '2026-03-09', '2026-03-10', '2026-03-11', '2026-04-09'];
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const anyRow = fc.record({
  kind: fc.constantFrom('incoming' as const, 'act' as const, 'custom' as const),
  kindId: fc.constantFrom(null, idAt(500)),
  subject: fc.constantFrom('Ёлки и ели', 'О поставке', 'о «поставке»', ''),
  note: orNull(fc.constantFrom('срочно', 'нет')),
  date: fc.constantFrom(...dates),
  dueDate: orNull(fc.constantFrom(...dates)),
  createdAt: fc.constantFrom(...dates.flatMap((date) => [Date.parse(date), Date.parse(date) + 86_399_999])),
  amount: orNull(fc.constantFrom(0, 100, 5_000)),
  vatAmount: orNull(fc.constantFrom(0, 20)),
  currency: fc.constantFrom('RUB', 'RUB', 'EUR'),
  responsibleId: orNull(fc.constantFrom(person, ...others)),
  labels: fc.constantFrom<string[]>([], ['a'], ['a', 'b']),
  isConfidential: fc.constantFrom(null, undefined, true, false),
  counterpartyNumber: fc.constantFrom(null, undefined, '17/Б'),
  custom: fc.constantFrom<Row['custom']>(null, { city: 'Пермь', n: 3 }, { on: '2026-03-10', who: person }, { n: 7 }),
});

const days = fc.constantFrom(0, 1, 9, 40);
const bounds = (values: readonly (string | number)[]) =>
  fc
    .tuple(orNull(fc.constantFrom(...values)), orNull(fc.constantFrom(...values)))
    .filter(([from, to]) => (from ?? to) !== null && (from === null || to === null || from <= to))
    .map(([from, to]) => ({ op: 'between' as const, from, to }));
const onDays = fc.oneof(bounds(dates), fc.record({ op: fc.constantFrom('past', 'next', 'before'), days }));
const presence = fc.record({ op: fc.constantFrom('filled', 'empty') });
const inWords = fc.record({ op: fc.constantFrom('contains', 'lacks', 'is'), value: fc.constantFrom('ели', 'постав') });
const oneOf = (...values: string[]) =>
  fc.record({ op: fc.constantFrom('in', 'not_in'), value: fc.subarray(values, { minLength: 1 }) });
const asked: Record<string, fc.Arbitrary<object>> = {
  subject: fc.oneof(inWords, presence),
  note: fc.oneof(inWords, presence),
  counterpartyNumber: fc.oneof(presence, fc.constant({ op: 'contains', value: '17' })),
  kind: oneOf('incoming', 'act', idAt(500)),
  responsibleId: fc.oneof(oneOf(person, others[0] ?? ''), fc.constant({ op: 'me' }), presence),
  labels: fc.oneof(oneOf('a', 'b'), presence),
  date: onDays,
  dueDate: fc.oneof(onDays, presence),
  createdAt: onDays,
  amount: fc.oneof(bounds([0, 100, 4_000]), presence),
  vatAmount: fc.oneof(bounds([0, 20]), presence),
  isConfidential: fc.record({ op: fc.constant('is'), value: fc.boolean() }),
  'custom:city': fc.oneof(oneOf('Пермь', 'Уфа'), presence, fc.constant({ op: 'lacks', value: 'перм' })),
  'custom:n': fc.oneof(bounds([3, 5, 7]), presence),
  'custom:on': onDays,
  'custom:who': fc.constantFrom({ op: 'me' }, { op: 'not_in', value: [person] }),
};
const anyLeaf = fc.oneof(
  ...Object.entries(asked).map(([field, ask]) => ask.map((given) => ({ field, ...given }) as Condition)),
);
const join = fc.constantFrom('all' as const, 'any' as const);
const anyTree: fc.Arbitrary<ConditionTree> = fc.record({
  join,
  of: fc.array(fc.oneof(anyLeaf, fc.record({ join, of: fc.array(anyLeaf, { minLength: 1, maxLength: 3 }) })), {
    maxLength: 4,
  }),
});

/** The tree as one would evaluate it over one row. */
const holds = (row: Row, tree: ConditionTree): boolean => {
  const passed = tree.of.map((one) => ('of' in one ? holds(row, one) : passes(row, one)));
  if (passed.length === 0) return true;
  return tree.join === 'all' ? passed.every(Boolean) : passed.some(Boolean);
};

const plusDays = (count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

function passes(row: Row, leaf: Condition): boolean {
  const { field } = leaf;
  const own = isStandingField(field) ? undefined : row.custom?.[field.slice(7)];
  const raw = isStandingField(field) ? (row as Record<string, unknown>)[field] : own;
  const value = isStandingField(field) && standingFields[field] === 'instant' ? isoDay(raw) : raw;
  const list = [value ?? [], ...(field === 'kind' ? [row.kindId ?? []] : [])].flat() as (string | number)[];
  const text = foldForFilter(String(value ?? ''));
  const within = (from: string | number | null, to: string | number | null) =>
    value != null &&
    (from === null || (value as string | number) >= from) &&
    (to === null || (value as string | number) <= to);
  switch (leaf.op) {
    case 'contains':
      return text.includes(foldForFilter(leaf.value));
    case 'lacks':
      return !text.includes(foldForFilter(leaf.value));
    case 'is':
      return typeof leaf.value === 'boolean' ? (value === true) === leaf.value : text === foldForFilter(leaf.value);
    case 'in':
      return list.some((one) => leaf.value.includes(one));
    case 'not_in':
      return !list.some((one) => leaf.value.includes(one));
    case 'me':
      return value === person;
    case 'filled':
      return list.length > 0 && list[0] !== '';
    case 'empty':
      return list.length === 0 || list[0] === '';
    case 'between':
      return within(leaf.from, leaf.to);
    case 'past':
      return within(plusDays(-leaf.days), day);
    case 'next':
      return within(day, plusDays(leaf.days));
    case 'before':
      return within(null, plusDays(-leaf.days - 1));
  }
}
const isoDay = (instant: unknown) => new Date(instant as number).toISOString().slice(0, 10);

const office = new SmallOffice();
const rows: Row[] = [];
const sort = { column: 'date', direction: 'desc' } as const;

beforeAll(() => {
  office.now = noon;
  office.put('employee', employeeRow(person, 'Жуков Иван'));
  for (const [n, id] of others.entries()) office.put('employee', employeeRow(id, `Ёлкина ${n}`));
  const made = fc.sample(anyRow, { numRuns: 200, seed: 20_261_123 });
  office.writer.transaction(() => {
    for (const [n, given] of made.entries()) {
      rows.push(documentRow(n, given as Partial<Row>));
      office.put('document', rows.at(-1) as Row);
    }
  })();
});
afterAll(() => office.close());

it('finds what a plain evaluation of the same tree finds', () => {
  let found = 0;
  fc.assert(
    fc.property(anyTree, (tree) => {
      expect(conditionTree.safeParse(tree).error).toBeUndefined();
      const expected = rows.filter((row) => holds(row, tree)).map((row) => row.id);
      const { ids } = office.query('document.ids', { filter: { where: tree }, sort });
      expect(ids.toSorted()).toEqual(expected.toSorted());
      found += ids.length;
    }),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(5_000);
});

it('puts documents into groups whose counts and sums are those of their documents, folded or not', () => {
  const by = fc.constantFrom('kind', 'state', 'month', 'responsible', 'branch', 'counterparty', 'custom:city' as const);
  const folded = fc.record({ all: fc.boolean(), but: fc.subarray(['incoming', '2026-03', 'Пермь', '', person]) });
  const property = fc.property(anyTree, by, folded, (where, column, fold) => {
    const ids = office.query('document.ids', { filter: { where }, sort }).ids;
    const ask = (but: typeof fold) =>
      office.query('document.grouped', {
        filter: { where },
        sort,
        group: { by: column, folded: but },
        start: 0,
        end: 1_000,
      });
    const open = ask({ all: false, but: [] });
    expect([open.documents, open.total, open.rows.length]).toEqual([
      ids.length,
      ids.length + open.groups,
      open.rows.length,
    ]);
    const groups = split(open.rows);
    expect(groups.flatMap(([, own]) => own.map((row) => row.id)).toSorted()).toEqual(ids.toSorted());
    expect(new Set(groups.map(([band]) => band.group)).size).toBe(groups.length);
    expect(office.query('document.ids', { filter: { where }, sort, by: column }).ids).toEqual(
      groups.flatMap(([, own]) => own.map((row) => row.id)),
    );
    for (const [band, own] of groups) {
      expect(band.count).toBe(own.length);
      const order = own.map((row) => ids.indexOf(row.id));
      expect(order).toEqual(order.toSorted((left, right) => left - right));
      for (const sum of band.sums) {
        const alike = own.filter((row) => row.currency === sum.currency);
        expect(sum.amount).toBe(alike.reduce((total, row) => total + (row.amount ?? 0), 0));
        expect(sum.vat).toBe(alike.reduce((total, row) => total + (row.vatAmount ?? 0), 0));
      }
      if (column === 'month') expect(own.every((row) => row.date.startsWith(band.group))).toBe(true);
      if (column === 'responsible') expect(own.every((row) => (row.responsibleId ?? '') === band.group)).toBe(true);
    }
    const shown = split(ask(fold).rows);
    expect(shown.map(([band]) => band.group)).toEqual(groups.map(([band]) => band.group));
    for (const [band, own] of shown) {
      expect(band.isFolded).toBe(fold.but.includes(band.group) !== fold.all);
      expect(own.length).toBe(band.isFolded ? 0 : band.count);
    }
  });
  fc.assert(property, { numRuns: 120 });
});

/** Bands with the documents under them. */
function split(lines: readonly (DocumentListRow | GroupBand)[]): [GroupBand, DocumentListRow[]][] {
  const groups: [GroupBand, DocumentListRow[]][] = [];
  for (const line of lines) {
    if (isBand(line)) groups.push([line, []]);
    else groups.at(-1)?.[1].push(line);
  }
  return groups;
}

it('refuses a condition that cannot be asked, and says which', () => {
  const tree = {
    join: 'all' as const,
    of: [
      { field: 'date' as const, op: 'past' as const, days: 3 },
      {
        join: 'any' as const,
        of: [
          { field: 'amount' as const, op: 'between' as const, from: 5, to: 1 },
          { field: 'amount' as const, op: 'contains' as const, value: 'x' },
        ],
      },
    ],
  };
  expect(conditionTree.safeParse(tree).error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['of.1.of.0', 'BOUNDS_CROSSED'],
    ['of.1.of.1', 'OPERATOR_UNFIT'],
  ]);
});
