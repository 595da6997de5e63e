import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeWindows1251 } from '#electron/core/jobs/decode/encode-windows-1251.ts';
import { readTable, type TableOrder } from '#electron/core/jobs/tabular/read-table.ts';
import { openBook, type SheetPart } from '#shared/formats/sheets/open-book.ts';
import { readBookSheet } from '#shared/formats/tabular/read-book.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const read = (bytes: Uint8Array | string, order: Partial<TableOrder> = {}) => {
  files += 1;
  const path = join(folder, `${files}.bin`);
  writeFileSync(path, bytes);
  return readTable({ path, ...order });
};
const values = (reading: ReturnType<typeof read>) =>
  reading.table.rows.map(({ row, cells }) => [row, ...cells.map(({ type, value }) => `${type}:${value}`)]);
const codes = (reading: ReturnType<typeof read>) => reading.table.problems.map(({ code }) => code);

const relations = (inside: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** A workbook of these sheets; style 1 is a date. */
const workbook = (
  sheets: Record<string, string>,
  strings: string[] = [],
  more: Record<string, Uint8Array> = {},
): Uint8Array => {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"${name.startsWith('!') ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      names.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)).join('') +
        relation('st', 'styles', 'styles.xml') +
        relation('ss', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  };
  names.forEach((name, at) => {
    parts[`xl/worksheets/sheet${at}.xml`] = `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`;
  });
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...bytes, ...more }, { level: 1 });
};

describe('a workbook', () => {
  const rows =
    '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="inlineStr"><is><t>Сумма</t></is></c></row>' +
    '<row r="4"><c r="B4" s="1"><v>46086</v></c><c r="C4" t="b"><v>1</v></c><c r="D4"><f>1+1</f><v>1.5E3</v></c><c r="E4" t="e"><v>#N/A</v></c><c r="F4"><f>A1</f></c></row>';

  test('gives cells with their types and places, formulas as what they gave', () => {
    const reading = read(workbook({ '!Скрытый': '', Реестр: rows }, ['Дата']));
    expect(reading).toMatchObject({
      kind: 'workbook',
      sheet: 1,
      sheets: [{ hidden: true }, { name: 'Реестр', hidden: false }],
    });
    expect(values(reading)).toEqual([
      [2, 'text:Дата', 'text:Сумма'],
      [4, 'date:2026-03-05', 'flag:true', 'number:1500', 'error:#N/A'],
    ]);
    expect(reading.table.rows[0]?.cells.map(({ column }) => column)).toEqual([1, 3]);
    expect(reading.table.problems).toMatchObject([{ code: 'FORMULA_WITHOUT_VALUE', place: 'F4', stops: false }]);
  });

  test('tells which shared text came shortened', () => {
    const reading = read(
      workbook({ А: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' }, ['а'.repeat(5_000), 'б']),
    );
    expect(reading.table.rows[0]?.cells.map(({ cut }) => cut)).toEqual([true, undefined]);
    expect(reading.table.problems).toMatchObject([{ code: 'CELL_TOO_LONG', place: 'A1', stops: false }]);
  });

  test('is read at the sheet that is asked for', () => {
    const two = workbook({ А: '<row><c><v>1</v></c></row>', Б: '<row><c><v>2</v></c></row>' });
    expect(values(read(two, { sheet: 1 }))).toEqual([[1, 'number:2']]);
    expect(codes(read(two, { sheet: 2 }))).toEqual(['SHEET_MISSING']);
  });

  test('of more rows than are taken says so, one of which few are wanted does not', () => {
    const many = workbook({ Большой: '<row><c><v>1</v></c></row>'.repeat(9) });
    const book = openBook(many);
    const steps = readBookSheet(book, book.sheets[0] as SheetPart, [], { limit: 4, wanted: 4 });
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value.rows).toHaveLength(4);
    expect(step.value).toMatchObject({
      more: true,
      problems: [{ code: 'TABLE_TOO_MANY_ROWS', stops: true, params: { limit: 4 } }],
    });
    expect(read(many, { wanted: 3 }).table).toMatchObject({ more: true, problems: [] });
  });

  test('that grows beyond all bounds is refused', () => {
    const styles = new Uint8Array(17 * 1024 * 1024).fill(0x20);
    styles.set(strToU8('<styleSheet>'));
    const bomb = workbook({ А: '<row><c><v>1</v></c></row>' }, [], { 'xl/styles.xml': styles });
    expect(bomb.length).toBeLessThan(200_000);
    expect(codes(read(bomb))).toEqual(['TABLE_TOO_LARGE']);
  });

  test('that is damaged, locked or none is told apart', () => {
    expect(codes(read(workbook({ А: rows }).slice(0, 600)))).toEqual(['TABLE_DAMAGED']);
    expect(codes(read(workbook({ А: '<row><c></row>' })))).toEqual(['TABLE_DAMAGED']);
    expect(codes(read(zipSync({ 'a.txt': strToU8('a') })))).toEqual(['NOT_A_TABLE']);
    expect(codes(read(workbook({ А: '' })))).toEqual(['TABLE_EMPTY']);
    expect(codes(read(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])))).toEqual(['NOT_A_TABLE']);
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(codes(read(locked))).toEqual(['TABLE_ENCRYPTED']);
  });
});

describe('a text', () => {
  const text = 'Номер;Дата;Контрагент\r\n1;05.03.2026;ООО «Ромашка и василёк» – поставщик бумаги\r\n';
  const expected = [
    [1, 'text:Номер', 'text:Дата', 'text:Контрагент'],
    [2, 'text:1', 'text:05.03.2026', 'text:ООО «Ромашка и василёк» – поставщик бумаги'],
  ];
  /** Single bytes by the alphabet that decodes them. */
  const encoded = (given: string, name: string): Uint8Array => {
    const decoder = new TextDecoder(name);
    const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
    return Uint8Array.from(given, (letter) => bytes.get(letter) ?? 0x3f);
  };

  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['windows-1251', encodeWindows1251(text).bytes],
  ] as const)('in %s', (encoding, bytes) => {
    const reading = read(Uint8Array.from(bytes as Uint8Array));
    expect(reading).toMatchObject({ kind: 'text', encoding, shape: { delimiter: ';' }, sheets: [] });
    expect(values(reading)).toEqual(expected);
  });

  test.each(['ibm866', 'koi8-r'])('in %s', (encoding) => {
    const reading = read(encoded(text.replace(/[«»–]/g, ''), encoding));
    expect(reading.encoding).toBe(encoding);
    expect(values(reading)[1]?.at(-1)).toContain('Ромашка и василёк');
  });

  test('of nothing, or of capitals only', () => {
    expect(codes(read(''))).toEqual(['TABLE_EMPTY']);
    expect(codes(read(';;;\n;;\n'))).toEqual(['TABLE_EMPTY']);
    expect(read(encoded('НОМЕР;ДАТА;КОНТРАГЕНТ\n', 'windows-1251')).encoding).toBe('windows-1251');
    expect(read(encoded('НОМЕР;ДАТА;КОНТРАГЕНТ\n', 'koi8-r')).encoding).toBe('koi8-r');
  });

  test('of two hundred thousand rows is read to its end, and not beyond', () => {
    expect(read('1;2\n'.repeat(200_000)).table).toMatchObject({ more: false, problems: [] });
    expect(codes(read('1;2\n'.repeat(200_001)))).toEqual(['TABLE_TOO_MANY_ROWS']);
  });
});
