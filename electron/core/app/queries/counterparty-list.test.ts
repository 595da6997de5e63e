import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counterpartyRow, documentRow, SmallOffice } from '#electron/core/app/queries/fixture/small-office.ts';
import type { CounterpartyFilter, CounterpartySort } from '#shared/queries/counterparty.ts';

const rows = [
  counterpartyRow(1, { name: 'Ромашка', inn: '7701234567', kind: 'foreign' }),
  counterpartyRow(2, { name: 'Ёлочка', inn: null, kind: 'person', legalForm: null }),
  counterpartyRow(3, { name: 'Ель и сыновья', inn: '5401000000', possibleDuplicateOf: counterpartyRow(1).id }),
  counterpartyRow(4, { name: 'Завод «Прогресс»', inn: '0100000000', kind: 'legal' }),
  counterpartyRow(5, { name: 'Архив', archivedAt: 3 }),
];

describe('counterparties', () => {
  let office: SmallOffice;
  beforeAll(() => {
    office = new SmallOffice();
    for (const row of rows) office.put('counterparty', row);
    const owners = [4, 4, 4, 2, 1, 1];
    for (const [n, owner] of owners.entries()) {
      // The last paper of number 1 is archived and does not count.
      const archivedAt = n === 5 ? 1 : null;
      office.put('document', documentRow(n, { counterpartyId: counterpartyRow(owner).id, archivedAt }));
    }
  });
  afterAll(() => office.close());

  const list = (filter: CounterpartyFilter, column: CounterpartySort['column'], direction: 'asc' | 'desc' = 'asc') =>
    office.query('counterparty.list', { filter, sort: { column, direction }, start: 0, end: 50 });
  const names = (...given: Parameters<typeof list>) => list(...given).rows.map((row) => row.name);

  it('sorts by any column, what is empty last', () => {
    expect(names({}, 'name')).toEqual(['Ель и сыновья', 'Ёлочка', 'Завод «Прогресс»', 'Ромашка']);
    expect(names({}, 'name', 'desc')).toEqual(['Ромашка', 'Завод «Прогресс»', 'Ёлочка', 'Ель и сыновья']);
    expect(names({}, 'inn')).toEqual(['Завод «Прогресс»', 'Ель и сыновья', 'Ромашка', 'Ёлочка']);
    expect(names({}, 'inn', 'desc')).toEqual(['Ромашка', 'Ель и сыновья', 'Завод «Прогресс»', 'Ёлочка']);
    expect(names({}, 'kind')).toEqual(['Ель и сыновья', 'Завод «Прогресс»', 'Ёлочка', 'Ромашка']);
    expect(names({}, 'createdAt', 'desc')[0]).toBe('Завод «Прогресс»');
  });

  it('counts living documents and sorts by their number', () => {
    const { rows: shown } = list({}, 'documents', 'desc');
    expect(shown.map((row) => [row.name, row.documents])).toEqual([
      ['Завод «Прогресс»', 3],
      ['Ёлочка', 1],
      ['Ромашка', 1],
      ['Ель и сыновья', 0],
    ]);
    expect(names({}, 'documents')[0]).toBe('Ель и сыновья');
    office.put('document', documentRow(90, { counterpartyId: counterpartyRow(3).id }));
    expect(list({}, 'documents').rows[0]).toMatchObject({ name: 'Ель и сыновья', documents: 1 });
  });

  it('filters by kind, by twins and by the archive', () => {
    expect(names({ kinds: ['person', 'foreign'] }, 'name')).toEqual(['Ёлочка', 'Ромашка']);
    expect(names({ duplicates: true }, 'name')).toEqual(['Ель и сыновья']);
    expect(list({ archived: true }, 'name')).toMatchObject({ total: 1, rows: [{ name: 'Архив' }] });
    expect(list({}, 'name')).toMatchObject({ total: 4 });
  });

  it('carries a receipt', () => {
    expect(list({ duplicates: true }, 'name').rows[0]?.receipt).toEqual({ state: 'ok', at: 1_700_000_000_000 });
  });

  it('suggests by the beginning of a word or of the ИНН, whatever the case and ё', () => {
    const suggested = (text: string) => office.query('counterparty.suggest', { text }).map((row) => row.name);
    expect(suggested('ел')).toEqual(['Ель и сыновья', 'Ёлочка']);
    expect(suggested('ПРОГ')).toEqual(['Завод «Прогресс»']);
    expect(suggested('ооо ром')).toEqual(['Ромашка']);
    expect(suggested('54')).toEqual(['Ель и сыновья']);
    expect(suggested('омашка')).toEqual([]);
    expect(suggested('архив')).toEqual([]);
    expect(suggested('')).toHaveLength(4);
  });
});
