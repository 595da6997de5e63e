import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  counterpartyRow,
  documentRow,
  employeeRow,
  idAt,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { windowOf } from '#electron/core/app/queries/window.ts';
import { rebuildCustomValues } from '#electron/core/store/views/custom-values.ts';
import { documentKinds, documentStates, originalStates } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import {
  type CustomTest,
  type DocumentColumn,
  type DocumentFilter,
  type DocumentSort,
  documentColumns,
  isCustomColumn,
} from '#shared/queries/document.ts';

type Row = RowOf<'document'>;

/** The register as one would write it without thinking of speed: the measure of the fast one. */
function naive(
  rows: readonly Row[],
  names: ReadonlyMap<string, string>,
  filter: DocumentFilter,
  sort: DocumentSort,
): Row[] {
  const ownKey = (key: string) => (row: Row) => {
    const [value] = [row.custom?.[key] ?? null].flat();
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value !== 'string') return (value ?? null) as number | null;
    if (key !== 'who') return value === '' ? null : sortKey(value);
    return names.has(value) ? sortKey(names.get(value) as string) : null;
  };
  const keyOf: Record<DocumentColumn, (row: Row) => string | number | null> = {
    number: (row) => row.number && sortKey(row.number),
    date: (row) => row.date,
    kind: (row) => documentKinds.indexOf(row.kind),
    counterparty: (row) =>
      row.counterpartyId && names.has(row.counterpartyId) ? sortKey(names.get(row.counterpartyId) as string) : null,
    subject: (row) => sortKey(row.subject),
    amount: (row) => row.amount,
    state: (row) => documentStates.indexOf(row.state),
    responsible: (row) =>
      row.responsibleId && names.has(row.responsibleId) ? sortKey(names.get(row.responsibleId) as string) : null,
    createdAt: (row) => row.createdAt,
    expiresOn: (row) => row.expiresOn ?? null,
    branch: () => null,
    author: (row) => (names.has(row.authorId) ? sortKey(names.get(row.authorId) as string) : null),
    vatAmount: (row) => row.vatAmount,
    currency: (row) => row.currency,
    dueDate: (row) => row.dueDate,
    doneOn: (row) => row.doneOn ?? null,
    signedOn: (row) => row.signedOn ?? null,
    effectiveFrom: (row) => row.effectiveFrom ?? null,
    originals: (row) => (row.originals ? originalStates.indexOf(row.originals) : null),
    originalsDueOn: (row) => row.originalsDueOn ?? null,
    receivedAt: (row) => row.receivedAt,
    registeredAt: (row) => row.registeredAt ?? null,
    deviceName: (row) => row.deviceName,
  };
  const among = (list: readonly string[] | undefined, value: string | null) =>
    !list?.length || (value !== null && list.includes(value));
  const kept = rows.filter(
    (row) =>
      (row.archivedAt !== null) === (filter.archived === true) &&
      (filter.kinds?.length
        ? filter.kinds.includes(row.kind)
        : row.kind !== 'template' && row.kind !== 'application') &&
      among(filter.states, row.state) &&
      among(filter.branchIds, row.branchId) &&
      among(filter.responsibleIds, row.responsibleId) &&
      (filter.counterpartyId === undefined || row.counterpartyId === filter.counterpartyId) &&
      (filter.dateFrom === undefined || row.date >= filter.dateFrom) &&
      (filter.dateTo === undefined || row.date <= filter.dateTo) &&
      (filter.amountFrom === undefined || (row.amount !== null && row.amount >= filter.amountFrom)) &&
      (filter.amountTo === undefined || (row.amount !== null && row.amount <= filter.amountTo)) &&
      (filter.label === undefined || row.labels.includes(filter.label)) &&
      (!filter.unnumbered || row.number === null) &&
      (filter.parentId === undefined || row.parentId === filter.parentId) &&
      among(filter.contractTypes, row.contractType ?? null) &&
      (filter.custom ?? []).every((test) => passesOwn(row, test)) &&
      (filter.expiresBefore === undefined || (row.expiresOn != null && row.expiresOn <= filter.expiresBefore)),
  );
  const of = isCustomColumn(sort.column) ? ownKey(sort.column.slice('custom:'.length)) : keyOf[sort.column];
  return kept
    .map((row, at) => ({ row, at, key: of(row) }))
    .sort((left, right) => {
      if (left.key !== right.key) {
        if (left.key === null) return 1;
        if (right.key === null) return -1;
        return (left.key < right.key ? -1 : 1) * (sort.direction === 'asc' ? 1 : -1);
      }
      if (left.row.date !== right.row.date) return left.row.date < right.row.date ? 1 : -1;
      return left.at - right.at;
    })
    .map(({ row }) => row);
}

function passesOwn(row: Row, test: CustomTest): boolean {
  const values = [row.custom?.[test.key] ?? []].flat().filter((one) => one !== '') as (string | number | boolean)[];
  switch (test.op) {
    case 'filled':
      return values.length > 0;
    case 'empty':
      return values.length === 0;
    case 'in':
      return values.some((one) => test.value.includes(one));
    case 'contains':
      return values.some((one) => String(one).toLowerCase().replaceAll('ё', 'е').includes(test.value.toLowerCase()));
    case 'at_least':
      return values.some((one) => typeof one === typeof test.value && (one as string) >= test.value);
    case 'at_most':
      return values.some((one) => typeof one === typeof test.value && (one as string) <= test.value);
  }
}

const people = ['Ёлкина Анна', 'Елисеев Олег', 'Жуков Иван'].map((name, n) => [idAt(100 + n), name] as const);
const parties = ['Ромашка', 'ёлочка', 'Ель', 'Zenith', 'ромашка'].map((name, n) => counterpartyRow(n, { name }));
const names = new Map([...people, ...parties.map((row) => [row.id, row.name] as const)]);
const branches = [idAt(2), idAt(3), idAt(4)];
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const anyOwn = fc.record(
  {
    city: fc.constantFrom('Пермь', 'пермь', 'Ёлкино', 'Елецк', ''),
    days: fc.constantFrom(-3, 0, 2, 10, 2.5),
    urgent: fc.boolean(),
    on: fc.constantFrom('2026-01-01', '2026-02-01', '2025-12-31'),
    ways: fc.subarray(['Поезд', 'Самолёт', 'Автомобиль'], { minLength: 0 }),
    who: fc.constantFrom(...people.map(([id]) => id), idAt(99_997)),
  },
  { requiredKeys: [] },
);
const ownFields = ['city', 'days', 'urgent', 'on', 'ways', 'who'] as const;
const anyTest = fc.oneof<fc.Arbitrary<CustomTest>[]>(
  fc.record({ key: fc.constantFrom(...ownFields), op: fc.constantFrom('filled' as const, 'empty' as const) }),
  fc.record({
    key: fc.constant('city'),
    op: fc.constant('contains' as const),
    value: fc.constantFrom('ел', 'МЬ', 'нет'),
  }),
  fc.record({ key: fc.constant('ways'), op: fc.constant('in' as const), value: fc.subarray(['Поезд', 'Самолёт']) }),
  fc.record({ key: fc.constant('urgent'), op: fc.constant('in' as const), value: fc.constantFrom([true], [false]) }),
  fc.record({ key: fc.constant('who'), op: fc.constant('in' as const), value: fc.subarray(people.map(([id]) => id)) }),
  fc.record({
    key: fc.constant('days'),
    op: fc.constantFrom('at_least' as const, 'at_most' as const),
    value: fc.constantFrom(0, 2, 2.4),
  }),
  fc.record({
    key: fc.constant('on'),
    op: fc.constantFrom('at_least' as const, 'at_most' as const),
    value: fc.constant('2026-01-01'),
  }),
);

const anyRow = fc.record({
  custom: fc.oneof(fc.constantFrom(null, undefined), anyOwn, anyOwn),
  kind: fc.constantFrom(...documentKinds),
  number: orNull(fc.constantFrom('1', '2', '10', 'А-7', 'а-7', '')),
  date: fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-02', '2026-11-30'),
  subject: fc.constantFrom('О ремонте', 'о ремонте', 'Ёлки', 'Елки', 'Жалоба', 'Act 5', 'Act 10', ''),
  counterpartyId: orNull(fc.constantFrom(...parties.map((row) => row.id), idAt(99_999))),
  amount: orNull(fc.constantFrom(0, -500, 100, 99_999, 1_000_000)),
  currency: fc.constantFrom('RUB', 'RUB', 'USD'),
  state: fc.constantFrom(...documentStates),
  responsibleId: orNull(fc.constantFrom(...people.map(([id]) => id), idAt(99_998))),
  branchId: fc.constantFrom(...branches),
  labels: fc.constantFrom<string[]>([], [], ['срочно'], ['срочно', '«к оплате»']),
  createdAt: fc.integer({ min: 1, max: 20 }),
  archivedAt: fc.constantFrom(null, null, null, 5),
  parentId: orNull(fc.constantFrom(idAt(1_000), idAt(1_001))),
  contractType: fc.constantFrom(null, undefined, 'supply' as const, 'lease' as const),
  expiresOn: fc.constantFrom(null, undefined, '2026-01-01', '2026-12-31', '2027-06-30'),
  vatAmount: orNull(fc.constantFrom(0, 20, 500)),
  dueDate: orNull(fc.constantFrom('2026-03-01', '2026-04-01')),
  doneOn: fc.constantFrom(null, undefined, '2026-03-02'),
  originals: fc.constantFrom(null, undefined, 'sent' as const, 'lost' as const),
  registeredAt: fc.constantFrom(null, undefined, 7, 1_000),
  deviceName: orNull(fc.constantFrom('НСК-01', 'МСК-7')),
});

/** Few conditions at a time, or nearly every answer would be empty. */
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const anyFilter = fc
  .record({
    kinds: maybe(fc.subarray([...documentKinds])),
    states: maybe(fc.subarray([...documentStates])),
    branchIds: maybe(fc.subarray(branches)),
    responsibleIds: maybe(fc.subarray(people.map(([id]) => id))),
    counterpartyId: maybe(fc.constantFrom(...parties.map((row) => row.id), idAt(77))),
    dateFrom: maybe(fc.constantFrom('2026-01-01', '2026-01-03')),
    dateTo: maybe(fc.constantFrom('2026-01-01', '2026-12-31')),
    amountFrom: maybe(fc.constantFrom(-500, 1, 100)),
    amountTo: maybe(fc.constantFrom(0, 99_999)),
    label: maybe(fc.constantFrom('срочно', '«к оплате»', 'нет такой')),
    parentId: maybe(fc.constantFrom(idAt(1_000), idAt(1_001), idAt(77))),
    contractTypes: maybe(fc.subarray<'supply' | 'lease' | 'nda'>(['supply', 'lease', 'nda'])),
    custom: maybe(fc.array(anyTest, { minLength: 1, maxLength: 2 })),
    expiresBefore: maybe(fc.constantFrom('2025-12-31', '2026-12-31', '2030-01-01')),
    unnumbered: maybe(fc.boolean()),
    archived: maybe(fc.boolean()),
  })
  .map(
    (filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as DocumentFilter,
  );
const anySort = fc.record({
  column: fc.constantFrom(...documentColumns, ...ownFields.map((key) => `custom:${key}` as const)),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
});

describe('document.list', () => {
  let office: SmallOffice;
  const rows: Row[] = [];

  beforeAll(() => {
    office = new SmallOffice();
    for (const [id, name] of people) office.put('employee', employeeRow(id, name));
    for (const party of parties) office.put('counterparty', party);
    const made = fc.sample(anyRow, { numRuns: 240, seed: 20_261_122 });
    for (const [n, given] of made.entries()) rows.push(documentRow(n, given));
    office.writer.transaction(() => {
      for (const row of rows) office.put('document', row);
    })();
  });
  afterAll(() => office.close());

  it('shows the same rows in the same order as the naive register, whatever the windows', () => {
    let shown = 0;
    const property = fc.property(anyFilter, anySort, fc.integer({ min: 1, max: 90 }), (filter, sort, size) => {
      const expected = naive(rows, names, filter, sort);
      const ids: string[] = [];
      let answer = office.query('document.list', { filter, sort, start: 0, end: size });
      for (let start = size; ids.length < answer.total; start += size) {
        expect(answer.rows.length).toBeGreaterThan(0);
        ids.push(...answer.rows.map((row) => row.id));
        answer = office.query('document.list', { filter, sort, start, end: start + size });
      }
      expect(ids).toEqual(expected.map((row) => row.id));
      shown += ids.length;
      const roubles = expected.filter((row) => row.currency === 'RUB');
      expect(answer.sum).toBe(roubles.reduce((sum, row) => sum + (row.amount ?? 0), 0));
      expect(office.query('document.ids', { filter, sort }).ids).toEqual(ids);
      const wanted = ids[Math.floor(ids.length / 2)];
      if (wanted) {
        expect(office.query('document.position', { filter, sort, id: wanted }).index).toBe(ids.indexOf(wanted));
      }
    });
    fc.assert(property, { numRuns: 300 });
    expect(shown).toBeGreaterThan(3_000);
  });

  it('holds only the papers asked for by id', () => {
    const sort = { column: 'date', direction: 'desc' } as const;
    const some = office.query('document.ids', { filter: {}, sort }).ids.filter((_, index) => index % 7 === 0);
    const found = office.query('document.ids', { filter: { ids: [...some, idAt(88_888)] }, sort });
    expect(found.ids).toEqual(some);
    expect(office.query('document.ids', { filter: { ids: [] }, sort }).ids).toEqual([]);
  });

  it('joins names and leaves out what is not on this workstation', () => {
    const sort = { column: 'date', direction: 'desc' } as const;
    const { rows: shown } = office.query('document.list', { filter: {}, sort, start: 0, end: 240 });
    for (const row of shown) {
      expect(row.counterpartyName).toBe(names.get(row.counterpartyId ?? '') ?? null);
      expect(row.responsibleName).toBe(names.get(row.responsibleId ?? '') ?? null);
      expect(Object.keys(row)).not.toContain('note');
    }
    expect(shown.some((row) => row.counterpartyId === idAt(99_999))).toBe(true);
  });

  it('sees an edited, a new and a removed row after the versions are raised', () => {
    const other = new SmallOffice();
    const sort = { column: 'subject', direction: 'asc' } as const;
    const list = () => other.query('document.list', { filter: {}, sort, start: 0, end: 10 });
    other.put('document', documentRow(1, { subject: 'Б', amount: 100 }));
    other.put('document', documentRow(2, { subject: 'А', amount: 50 }));
    expect(list().rows.map((row) => row.subject)).toEqual(['А', 'Б']);
    other.put('document', documentRow(2, { subject: 'Я', amount: 70 }));
    expect(list()).toMatchObject({ total: 2, sum: 170, rows: [{ subject: 'Б' }, { subject: 'Я' }] });
    other.drop('document', documentRow(1).id);
    expect(list()).toMatchObject({ total: 1, sum: 70 });
    expect(other.query('document.position', { filter: {}, sort, id: documentRow(1).id }).index).toBe(-1);
    other.close();
  });

  it('knows the values of own fields anew after an edit, a removal and a rebuilding', () => {
    const other = new SmallOffice();
    const sort = { column: 'custom:city', direction: 'asc' } as const;
    const shown = (...custom: CustomTest[]) => {
      const answer = other.query('document.list', { filter: { custom }, sort, start: 0, end: 10 });
      return answer.rows.map((row) => row.custom?.['city'] ?? null);
    };
    for (const [n, city] of ['Уфа', 'Анапа', null].entries())
      other.put('document', documentRow(n, { custom: city === null ? null : { city } }));
    expect(shown()).toEqual(['Анапа', 'Уфа', null]);
    other.put('document', documentRow(0, { custom: { city: 'Азов', days: 3 } }));
    expect(shown()).toEqual(['Азов', 'Анапа', null]);
    expect(shown({ key: 'days', op: 'filled' })).toEqual(['Азов']);
    other.put('document', documentRow(0, { custom: { city: 'Азов' }, note: 'та же' }));
    expect(shown({ key: 'days', op: 'filled' })).toEqual([]);
    const kept = () => other.writer.prepare('SELECT * FROM custom_value ORDER BY rid, key, n').all();
    const before = kept();
    rebuildCustomValues(other.writer);
    expect(kept()).toEqual(before);
    other.drop('document', documentRow(1).id);
    expect(shown()).toEqual(['Азов', null]);
    expect(kept()).toHaveLength(1);
    other.close();
  });

  it('names people and counterparties that own fields point at', () => {
    const other = new SmallOffice();
    const [[who, name] = ['', '']] = people;
    other.put('employee', employeeRow(who, name));
    other.put('document', documentRow(1, { custom: { who, city: 'Уфа' } }));
    const answer = other.query('document.list', {
      filter: {},
      sort: { column: 'custom:who', direction: 'asc' },
      start: 0,
      end: 5,
    });
    expect(answer.rows[0]).toMatchObject({ names: { [who]: name }, custom: { who, city: 'Уфа' } });
    other.close();
  });

  it('adds up beyond what one step of the addition can hold', () => {
    const other = new SmallOffice();
    const huge = Number.MAX_SAFE_INTEGER;
    for (const [n, amount] of [huge, huge, 5, -huge, -huge].entries())
      other.put('document', documentRow(n, { amount }));
    const sort = { column: 'amount', direction: 'desc' } as const;
    expect(other.query('document.list', { filter: {}, sort, start: 0, end: 1 }).sum).toBe(5);
    other.close();
  });

  it('answers nothing behind the end and refuses a window too large to be one', () => {
    const all = Uint32Array.from({ length: 6_000 }, (_, rid) => rid);
    expect(windowOf(all, 10, 13)).toEqual([10, 11, 12]);
    expect(() => windowOf(all, 0, 6_000)).toThrow('BAD_INPUT');
    const sort = { column: 'date', direction: 'desc' } as const;
    expect(office.query('document.list', { filter: {}, sort, start: 500, end: 600 }).rows).toEqual([]);
    expect(office.query('document.list', { filter: {}, sort, start: 9, end: 3 }).rows).toEqual([]);
  });
});
