import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TableDesk } from '#electron/core/app/desks/tables/table-desk.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { encodeWindows1251 } from '#electron/core/jobs/decode/encode-windows-1251.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import type { TableOrderMapping } from '#shared/ipc/intake-channels.ts';
import { jobsHere, openOfficeDesk } from '#tests/fixtures/kernel/office-desk.ts';
import {
  clerk,
  counterpartyRow,
  documentRow,
  employeeRow,
  goodInn,
  kazan,
  moscow,
  otherInn,
  rowId,
} from '#tests/fixtures/kernel/rows.ts';

const stage = {
  ...{ id: rowId(30, 1), kinds: ['incoming'], key: 'stage', label: 'Этап', type: 'choice', required: true },
  ...{ options: ['Проект', 'Монтаж'], version: 1, position: 0, archivedAt: null },
};
const columns = {
  ...{ number: 0, date: 1, subject: 2, counterpartyName: 3, counterpartyInn: 4, amount: 5, responsible: 6 },
  'custom.stage': 7,
};
const titles = 'Номер;Дата;Содержание;Контрагент;ИНН;Сумма;Ответственный;Этап';
const first = `А-1;05.03.2026;Счёт за бумагу;ООО «Ромашка»;${otherInn};1 234,56;Смирнов П. И.;проект`;
const second = `А-2;2026-03-06;Акт приёмки;Сибирские технологии;${goodInn};10;;Монтаж`;
const wrong = `А-3;31.02.2026;Письмо;;;сто;Петров;Ремонт`;

let office: ReturnType<typeof openOfficeDesk>;
let desk: TableDesk;
let told: number[] = [];
const mapping = (given: Partial<TableOrderMapping> = {}): TableOrderMapping => ({
  ...{ target: 'document', header: 1, columns, kind: 'incoming', kindId: null, branchId: moscow, responsibleId: clerk },
  ...given,
});
const fileOf = (...lines: string[]) => {
  const path = join(office.folder, 'реестр.csv');
  writeFileSync(path, encodeWindows1251(`${[titles, ...lines].join('\r\n')}\r\n`).bytes);
  return { handle: path, name: 'реестр.csv' };
};
const check = (lines: string[], given: Partial<TableOrderMapping> = {}) =>
  desk.check({ file: fileOf(...lines), reading: {}, mapping: mapping(given) });
const documents = () => rowsOf(office.workplace.db, 'document', 'WHERE archivedAt IS NULL ORDER BY number_key');

beforeEach(() => {
  told = [];
  office = openOfficeDesk([
    ['field_definition', stage],
    ['employee', employeeRow(rowId(2, 9), { fullName: 'Смирнов Павел Ильич' })],
    ['counterparty', counterpartyRow(rowId(3, 1))],
  ]);
  desk = new TableDesk(
    office.profileDir,
    () => office.workplace,
    jobsHere,
    (done) => told.push(done),
  );
});
afterEach(async () => {
  await desk.stop();
  await office.close();
});

test('a table in windows-1251 with semicolons: what is new, what is known, what is wrong in which cell', async () => {
  const view = await desk.open({ file: fileOf(first, second, wrong), reading: {} });
  expect(view).toMatchObject({ kind: 'text', encoding: 'windows-1251', shape: { delimiter: ';' } });
  const checked = await check([first, second, wrong]);
  expect(checked).toMatchObject({ rows: 3, bad: 1, fresh: 2, known: 0, repeated: 0, parties: 1, problemCount: 4 });
  expect(checked.problems.map(({ place, code }) => [place, code])).toEqual([
    ['B4', 'DATE_UNREADABLE'],
    ['F4', 'MONEY_UNREADABLE'],
    ['G4', 'PERSON_UNKNOWN'],
    ['H4', 'CHOICE_UNKNOWN'],
  ]);
  expect(documents()).toEqual([]);
});

test('rows become documents with their company, people and own fields; a second time they are known', async () => {
  const { checkId } = await check([first, second]);
  expect(await desk.run({ checkId, known: 'skip' })).toMatchObject({ created: 2, updated: 0, parties: 1, refused: [] });
  expect(told.at(-1)).toBe(2);
  const [one, two] = documents();
  expect(one).toMatchObject({ number: 'А-1', date: '2026-03-05', amount: 123_456, custom: { stage: 'Проект' } });
  expect(one?.responsibleId).toBe(rowId(2, 9));
  expect(two).toMatchObject({ number: 'А-2', counterpartyId: rowId(3, 1), responsibleId: clerk });
  const changed = second.replace(';10;', ';20;');
  const again = await check([first, changed, changed]);
  expect(again).toMatchObject({ fresh: 0, known: 2, repeated: 1, parties: 0 });
  expect(await desk.run({ checkId: again.checkId, known: 'skip' })).toMatchObject({ created: 0, updated: 0 });
  const third = await check([first, changed]);
  expect(await desk.run({ checkId: third.checkId, known: 'update' })).toMatchObject({ updated: 1, skipped: 1 });
  expect(documents()[1]?.amount).toBe(2_000);
  // What was updated goes back as well.
  await desk.undo({ runId: third.checkId });
  expect(documents()[1]?.amount).toBe(1_000);
});

test('a run is taken back as a whole, and comes back by the same table', async () => {
  const { checkId } = await check([first, second]);
  await desk.run({ checkId, known: 'skip' });
  const ids = documents().map(({ id }) => id);
  expect(await desk.undo({ runId: checkId })).toEqual({ undone: 3, kept: 0 });
  expect(documents()).toEqual([]);
  const again = await check([first, second]);
  expect(again).toMatchObject({ fresh: 2, known: 0 });
  await desk.run({ checkId: again.checkId, known: 'skip' });
  expect(documents().map(({ id }) => id)).toEqual(ids);
  expect(rowsOf(office.workplace.db, 'counterparty', 'WHERE inn = ?', otherInn)).toHaveLength(1);
});

test('a run that is stopped keeps what is in; the rest comes by the next one', async () => {
  const lines = Array.from({ length: 120 }, (_, n) => `Б-${n};01.02.2026;Письмо ${n};;;;;Проект`);
  const { checkId } = await check(lines);
  const running = desk.run({ checkId, known: 'skip' });
  const stopping = setInterval(() => told.length > 0 && desk.cancel(), 0);
  const report = await running.finally(() => clearInterval(stopping));
  expect(report.cancelled).toBe(true);
  expect(documents()).toHaveLength(report.created);
  expect(report.created).toBeLessThan(120);
  const again = await check(lines);
  expect(again).toMatchObject({ known: report.created, fresh: 120 - report.created });
  await desk.run({ checkId: again.checkId, known: 'skip' });
  expect(documents()).toHaveLength(120);
});

test('one row that its command refuses keeps out no other', async () => {
  const elsewhere = await check([`${first};Казань`, second], { columns: { ...columns, branch: 8 } });
  const report = await desk.run({ checkId: elsewhere.checkId, known: 'skip' });
  expect(report).toMatchObject({ created: 1, refused: [{ row: 2, code: 'DENIED' }] });
  expect(documents().map(({ number }) => number)).toEqual(['А-2']);
});

test('counterparties are known by ИНН and КПП, and filled up when that is asked', async () => {
  const lines = [`Сибирские технологии;${goodInn};773601001;Омск`, `АО "Лён";${otherInn};;Тверь`];
  const columns = { name: 0, inn: 1, kpp: 2, address: 3 };
  const checked = await check(lines, { target: 'counterparty', columns, header: 1 });
  expect(checked).toMatchObject({ fresh: 1, known: 1, bad: 0 });
  const report = await desk.run({ checkId: checked.checkId, known: 'update' });
  expect(report).toMatchObject({ created: 1, updated: 1 });
  const parties = rowsOf(office.workplace.db, 'counterparty', 'ORDER BY inn');
  expect(parties.find(({ inn }) => inn === goodInn)?.address).toBe('Омск');
  expect(parties.find(({ inn }) => inn === otherInn)).toMatchObject({ name: '«Лён»', legalForm: 'АО' });
});

test('a check that is no longer the last one runs nothing', async () => {
  const old = await check([first]);
  await check([second]);
  await expect(desk.run({ checkId: old.checkId, known: 'skip' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(desk.undo({ runId: old.checkId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('papers of two branches or of two kinds with one number and day are two papers', async () => {
  office.workplace.db.transaction(() => {
    const row = { ...employeeRow(clerk), branchAccess: [kazan] };
    writeRow(office.workplace.db, 'employee', row, 2, 2);
  })();
  const here = `${first};Москва`;
  const there = `${first};Казань`;
  const byBranch = { columns: { ...columns, branch: 8 } };
  const both = await check([here, there, here], byBranch);
  expect(both).toMatchObject({ fresh: 2, repeated: 1 });
  expect(await desk.run({ checkId: both.checkId, known: 'skip' })).toMatchObject({ created: 2, refused: [] });
  expect(documents().map(({ branchId }) => branchId)).toEqual([moscow, kazan]);
  expect(await check([here, there], byBranch)).toMatchObject({ fresh: 0, known: 2 });
  expect(await check([first], { kindId: rowId(41, 1) })).toMatchObject({ fresh: 1, known: 0 });
});

test('what a merged company was called means the one that stands for it, and its papers are known', async () => {
  const [former, standing] = [rowId(3, 2), rowId(3, 3)];
  const put = (row: ReturnType<typeof counterpartyRow>) => writeRow(office.workplace.db, 'counterparty', row, 1, 1);
  put(counterpartyRow(standing, { name: 'Новый лён', inn: null, kpp: null }));
  put(counterpartyRow(former, { name: 'Старый лён', inn: otherInn, kpp: null, archivedAt: 9, mergedIntoId: standing }));
  const paper = documentRow(rowId(4, 1), { number: 'А-7', date: '2026-03-05', counterpartyId: former });
  writeRow(office.workplace.db, 'document', paper, 1, 1);
  const rows = [
    'А-8;05.03.2026;По имени;Старый лён;;;;Проект',
    `А-9;05.03.2026;По ИНН;Лён;${otherInn};;;Проект`,
    'А-7;05.03.2026;Известная;Новый лён;;;;Проект',
  ];
  const checked = await check(rows);
  expect(checked).toMatchObject({ bad: 0, fresh: 2, known: 1, parties: 0 });
  expect(await desk.run({ checkId: checked.checkId, known: 'skip' })).toMatchObject({ created: 2, parties: 0 });
  const made = documents().filter(({ number }) => number !== 'А-7');
  expect(made.map(({ counterpartyId }) => counterpartyId)).toEqual([standing, standing]);
});

test('every row that stays out is told, once, however many there are', async () => {
  const db = office.workplace.db;
  const twin = (n: number) =>
    writeRow(db, 'counterparty', counterpartyRow(rowId(3, n), { name: 'Двойник', inn: null, kpp: null }), 1, 1);
  const rows = Array.from({ length: 5_200 }, (_, n) => `Д-${n};05.03.2026;Письмо;Двойник;;;;Проект`);
  const late = await check(rows);
  expect(late.bad).toBe(0);
  for (const n of [5, 6]) twin(n);
  const { refused } = await desk.run({ checkId: late.checkId, known: 'skip' });
  expect(new Set(refused.map(({ row }) => row)).size).toBe(5_200);
  expect(refused).toHaveLength(5_200);
  // What the check has told already the run does not tell again.
  const early = await check(rows.slice(0, 3));
  expect(early).toMatchObject({ bad: 3, problemCount: 3 });
  expect(await desk.run({ checkId: early.checkId, known: 'skip' })).toMatchObject({ created: 0, refused: [] });
});
