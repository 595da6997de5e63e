import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTable } from '#electron/core/jobs/tabular/read-table.ts';
import { guessMapping } from '#shared/formats/tabular/guess-mapping.ts';

/** Files of other programs stand beside the repository; a clone without them is covered by the tables that are made. */
const office = join(import.meta.dirname, '../../../../../shared/data/office');
const here = existsSync(office);
if (!here) console.info('samples of tables are not there: skipped');
const read = (name: string) => readTable({ path: join(office, name) });

test.skipIf(!here)('requests of residents: 1,000 rows in the file, eleven with values', () => {
  const reading = read('office/zayavki-import.xlsx');
  expect(reading.table.rows).toHaveLength(11);
  expect(reading.table.problems).toEqual([]);
  expect(guessMapping(reading.table, 'document')).toMatchObject({ header: 1, columns: { date: 8, number: 7 } });
});

test.skipIf(!here)('an estimate with joined cells and broken lines, formulas with their results', () => {
  expect(read('office/smeta-sklad.xlsx').table).toMatchObject({ problems: [], more: false });
  const { table } = read('office/raschety-s-formulami.xlsx');
  const cell = table.rows
    .flatMap(({ cells }) => cells)
    .find(({ type, value }) => type === 'number' && value.startsWith('125.555'));
  expect(cell).toBeDefined();
});

test.skipIf(!here).each(['csv/shtrih-nano-cp1251.csv', 'csv/shtrih-nano-cp1251-2.csv'])(
  '%s: windows-1251, commas, apostrophes, comments',
  (name) => {
    const reading = read(name);
    expect(reading).toMatchObject({ encoding: 'windows-1251', shape: { delimiter: ',', quote: "'" } });
    const row = reading.table.rows.find(({ cells }) => cells[0]?.value === '1');
    expect(row?.cells.at(7)?.value).toBe('Номер кассы в магазине');
  },
);

test.skipIf(!here)('a list with empty rows above it keeps the numbers of its rows', () => {
  const reading = read('csv/spravochnik-utf8bom-tochka-s-zapyatoj.csv');
  expect(reading).toMatchObject({ encoding: 'utf-8', shape: { delimiter: ';' } });
  expect(reading.table.rows[1]).toMatchObject({ row: 6, cells: [{ value: 'Резюме' }, { value: 'Специализация' }] });
  expect(reading.table.rows.length).toBeGreaterThan(3_000);
});

test.skipIf(!here)('a locked file is called locked', () => {
  expect(read('traps/parol.docx').table.problems).toMatchObject([{ code: 'TABLE_ENCRYPTED' }]);
});
