import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MOST_ROWS } from '#shared/formats/sheets/limits.ts';
import { openBook, sheetProblemOf } from '#shared/formats/sheets/open-book.ts';
import { emptyReading, readSheet, type SheetReading } from '#shared/formats/sheets/read-sheet.ts';
import { readStrings } from '#shared/formats/sheets/read-strings.ts';
import { writeXlsx } from '#tests/fixtures/files/write-xlsx.ts';

function read(bytes: Uint8Array, sheet = 0, language: 'ru' | 'en' = 'ru'): SheetReading {
  const book = openBook(bytes);
  const part = book.sheets[sheet];
  if (!part) throw new Error('no such sheet');
  const strings = readStrings(book);
  let step = strings.next();
  while (!step.done) step = strings.next();
  const into = emptyReading();
  for (const _ of readSheet({ book, part, strings: step.value, language }, into));
  return into;
}
const textsOf = (reading: SheetReading) => reading.rows.map(({ cells }) => cells.map((cell) => cell.text));
function problemOf(bytes: Uint8Array): string | null {
  try {
    read(bytes);
    return null;
  } catch (error) {
    return sheetProblemOf(error);
  }
}

const book = writeXlsx({
  Счета: [
    ['Номер', 'Дата', 'Сумма'],
    ['СЧ-1', { value: 46_023, style: 1 }, { value: 1_234_567.5, style: 2 }],
    [null, null, { value: -0.5, style: 0 }],
  ],
  Пустой: [],
});

test('dates and sums read as people of either language write them', () => {
  expect(openBook(book).sheets.map((sheet) => sheet.name)).toEqual(['Счета', 'Пустой']);
  const spaces = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replace(/\s/g, ' ')));
  expect(spaces(textsOf(read(book)))).toEqual([
    ['Номер', 'Дата', 'Сумма'],
    ['СЧ-1', '01.01.2026', '1 234 567,50 ₽'],
    ['-0,5'],
  ]);
  expect(textsOf(read(book, 0, 'en'))[1]?.slice(1)).toEqual(['01/01/2026', '1,234,567.50 ₽']);
  expect(read(book, 1).rows).toEqual([]);
});

test('what is wrong is told apart', () => {
  expect(problemOf(book)).toBeNull();
  expect(problemOf(book.slice(0, book.length - 40))).toBe('SHEET_DAMAGED');
  expect(problemOf(strToU8('%PDF-1.7'))).toBe('SHEET_NOT_A_TABLE');
  expect(problemOf(zipSync({ 'a.txt': strToU8('просто архив') }))).toBe('SHEET_NOT_A_TABLE');
  const container = Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...[...'EncryptedPackage'].flatMap((one) => [one.charCodeAt(0), 0]),
  ]);
  expect(problemOf(container)).toBe('SHEET_ENCRYPTED');
});

test('a flipped byte anywhere gives a table or a problem, never a fault of another kind', () => {
  for (let at = 0; at < book.length; at += 13) {
    const bytes = book.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect([null, 'SHEET_DAMAGED', 'SHEET_NOT_A_TABLE', 'SHEET_TOO_LARGE', 'SHEET_ENCRYPTED']).toContain(
      problemOf(bytes),
    );
  }
});

test('a bomb is not opened up, an entity bomb is refused', () => {
  const parts = (sheet: string) => {
    const small = writeXlsx({ A: [['x']] });
    const open = openBook(small);
    expect(open.sheets).toHaveLength(1);
    return zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="workbook.xml"/></Relationships>',
      ),
      'workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>'),
      '_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
      ),
      'sheet.xml': strToU8(sheet),
    });
  };
  const blank = ' '.repeat(40 * 1024 * 1024);
  expect(problemOf(parts(`<worksheet>${blank}</worksheet>`))).toBe('SHEET_TOO_LARGE');
  expect(problemOf(parts('<!DOCTYPE d [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'))).toBe(
    'SHEET_DAMAGED',
  );
});

test('of a table that never ends its beginning is read', () => {
  const row = (n: number) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`;
  const rows = Array.from({ length: MOST_ROWS + 5_000 }, (_, index) => row(index + 1)).join('');
  const table = zipSync({
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="workbook.xml"/></Relationships>',
    ),
    'workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>'),
    '_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
    ),
    'sheet.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  });
  const reading = read(table);
  expect(reading.cut).toBe(true);
  expect(reading.rows).toHaveLength(MOST_ROWS);
});
