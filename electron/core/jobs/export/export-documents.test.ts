import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportOrder, exportDocuments } from '#electron/core/jobs/export/export-documents.ts';
import { readTable } from '#electron/core/jobs/tabular/read-table.ts';
import { createTables } from '#electron/core/store/create.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { type Jobs, startJobs } from '#electron/core/worker/jobs-call.ts';
import { completeRow } from '#shared/domain/complete-row.ts';
import type { ExportColumn } from '#shared/ipc/export-channels.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-export-'));
const path = join(folder, 'rows.db');
const key = new Uint8Array(32).fill(5);
const target = (name: string) => join(folder, 'made', name);
const idOf = (n: number) => `00000000-0000-8000-8000-${n.toString(16).padStart(12, '0')}`;
const many = 3_000;
let jobs: Jobs;

const columns: ExportColumn[] = [
  { id: 'number', header: 'Номер', type: 'text' },
  { id: 'date', header: 'Дата', type: 'date' },
  { id: 'kind', header: 'Вид', type: 'words', words: { incoming: 'Входящий', act: 'Акт' } },
  { id: 'subject', header: 'Содержание', type: 'text' },
  { id: 'amount', header: 'Сумма', type: 'money' },
  { id: 'createdAt', header: 'Создан', type: 'instant' },
  { id: 'custom:days', header: 'Дней', type: 'number' },
  { id: 'custom:who', header: 'Кто', type: 'name' },
  { id: 'custom:ways', header: 'Как', type: 'text' },
];
const order = (given: Partial<ExportOrder>): ExportOrder => ({
  ...{ path, key, userId: idOf(1), target: target('all.xlsx'), ids: [idOf(1_001), idOf(1_000), idOf(77)], columns },
  ...{ format: 'xlsx', encoding: 'utf-8', title: 'Отбор: «Мои» [1]' },
  ...given,
});

beforeAll(() => {
  jobs = startJobs();
  const db = openWritable({ path, key: Buffer.from(key) });
  createTables(db, { indexes: true });
  const shared = {
    branchId: idOf(2),
    authorId: idOf(1),
    currency: 'RUB',
    labels: [],
    state: 'draft',
    kind: 'incoming',
  };
  const offsets = [{ from: 0, minutes: 180 }];
  db.transaction(() => {
    const branch = { id: idOf(2), name: 'М', city: 'М', code: 'М', offsets };
    writeRow(db, 'branch', completeRow('branch', branch), 1, 1);
    const person = { id: idOf(1), fullName: 'Жуков Иван', branchId: idOf(2), login: 'z', roles: [], state: 'active' };
    writeRow(db, 'employee', completeRow('employee', person), 1, 1);
    for (let n = 0; n < many; n += 1) {
      const row = { id: idOf(1_000 + n), date: '2026-03-01', createdAt: 1_767_225_599_000, number: `ВХ-${n}` };
      const own =
        n === 0
          ? { subject: '=HYPERLINK("http://x";"y")', amount: 1_234_567, custom: { days: 2.5, who: idOf(1) } }
          : { subject: `@ "цитата"; и\nстрока ☂ ${n}`, amount: -5, kind: 'act', custom: { ways: ['Почта', 'ЭДО'] } };
      writeRow(db, 'document', completeRow('document', { ...shared, ...row, ...own }), 1, 1);
    }
  })();
  db.close();
});
afterAll(async () => {
  await jobs.stop();
  rmSync(folder, { recursive: true });
});

test('a workbook holds real days and numbers, words as words, in the order that was asked for', async () => {
  const told: number[] = [];
  const written = await jobs.call('export.documents', order({}), undefined, (done) => told.push(done));
  expect(written).toEqual({ rows: 2, missing: [] });
  expect(told).toEqual([2]);
  const { table, sheets } = readTable({ path: target('all.xlsx') });
  expect(sheets).toEqual([{ name: 'Отбор  «Мои»  1', hidden: false }]);
  expect(table.problems).toEqual([]);
  const cells = table.rows.map((row) => row.cells.map(({ column, type, value }) => [column, type, value]));
  expect(cells[0]).toEqual(columns.map(({ header }, column) => [column, 'text', header]));
  expect(cells[1]).toEqual([
    [0, 'text', 'ВХ-1'],
    [1, 'date', '2026-03-01'],
    [2, 'text', 'Акт'],
    [3, 'text', '@ "цитата"; и\nстрока ☂ 1'],
    [4, 'number', '-0.05'],
    [5, 'date', '2026-01-01'],
    [8, 'text', 'Почта, ЭДО'],
  ]);
  expect(cells[2]?.slice(3)).toEqual([
    [3, 'text', '=HYPERLINK("http://x";"y")'],
    [4, 'number', '12345.67'],
    [5, 'date', '2026-01-01'],
    [6, 'number', '2.5'],
    [7, 'text', 'Жуков Иван'],
  ]);
});

test('a CSV opens by itself in a Russian spreadsheet, and nothing in it is calculated', async () => {
  const csv = target('a.csv');
  await exportDocuments(order({ format: 'csv', target: csv }));
  const bytes = readFileSync(csv);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').split('\r\n');
  expect(lines[2]).toBe(
    `ВХ-0;01.03.2026;Входящий;"'=HYPERLINK(""http://x"";""y"")";12345,67;01.01.2026 02:59;2,5;Жуков Иван;`,
  );
  const { table, encoding } = readTable({ path: csv });
  expect(encoding).toBe('utf-8');
  expect(table.rows[1]?.cells[3]?.value).toBe(`'@ "цитата"; и\nстрока ☂ 1`);
});

test('what windows-1251 lacks is told', async () => {
  const csv = target('b.csv');
  const written = await exportDocuments(order({ format: 'csv', encoding: 'windows-1251', target: csv }));
  expect(written).toEqual({ rows: 2, missing: ['☂'] });
  expect(new TextDecoder('windows-1251').decode(readFileSync(csv))).toContain('строка ? 1');
  expect(readTable({ path: csv }).encoding).toBe('windows-1251');
});

test('a cancelled export leaves no file under the name that was asked for', async () => {
  const stop = new AbortController();
  const ids = Array.from({ length: many }, (_, n) => idOf(1_000 + n));
  const running = jobs.call('export.documents', order({ ids, target: target('c.xlsx') }), stop.signal, () =>
    stop.abort(),
  );
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(join(folder, 'made'))).not.toContain('c.xlsx');
});
