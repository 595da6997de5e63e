import { describe, expect, test } from 'vitest';
import { columnIndex, columnLetters } from '#shared/formats/tabular/cell-place.ts';
import { detectShape } from '#shared/formats/tabular/delimiter.ts';
import { readText } from '#shared/formats/tabular/read-text.ts';
import { allRows, type Table } from '#shared/formats/tabular/table.ts';

const read = (text: string, bounds = allRows): Table => {
  const steps = readText(text, detectShape(text), bounds);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};
const cellsOf = (table: Table) => table.rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell.value)]);

test('columns are lettered as spreadsheets do it', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  for (let column = 0; column < 1_000; column += 1) expect(columnIndex(`${columnLetters(column)}7`)).toBe(column);
});

describe('shape', () => {
  test.each([
    ['Номер;Дата;Сумма\n1;01.02.2026;1 234,50\n2;02.02.2026;15,00\n', ';'],
    ['a\tb\tc\n1\t2,5\t3\n', '\t'],
    ['Имя,Город\n"Иванов, И.И.",Томск\n', ','],
    ['a|b\n1|2\n', '|'],
    ['sep=,\na;b,c\n', ','],
    ['// Имя,Город,Улица;\n1;2\n3;4\n', ';'],
  ])('%j is cut by its delimiter', (text, delimiter) => {
    expect(detectShape(text).delimiter).toBe(delimiter);
  });

  test('apostrophes are quotes where cells stand in them', () => {
    expect(detectShape("1,'Номер, кассы','1'\n2,'Печать','0'\n").quote).toBe("'");
    expect(detectShape("Имя;Прозвище\nO'Нил;'т\n").quote).toBe('"');
  });
});

describe('cells', () => {
  test('keep quotes, delimiters and broken lines inside of quotes, and their row', () => {
    const table = read('a;"b ""c"";\r\nd";e\r\n\r\n;;f\r\n');
    expect(cellsOf(table)).toEqual([
      [1, 'a', 'b "c";\r\nd', 'e'],
      [3, 'f'],
    ]);
    expect(table.rows[1]?.cells[0]?.column).toBe(2);
    expect(table).toMatchObject({ columns: 3, problems: [], more: false });
  });

  test('that look like formulas are text', () => {
    expect(cellsOf(read('=1+1;@SUM(A1);-5\n'))).toEqual([[1, '=1+1', '@SUM(A1)', '-5']]);
  });

  test('with a quote that is never closed swallow no rows', () => {
    const table = read('a;"b\nc;d\ne;f\n');
    expect(cellsOf(table)).toEqual([
      [1, 'a', '"b'],
      [2, 'c', 'd'],
      [3, 'e', 'f'],
    ]);
    expect(table.problems).toMatchObject([{ code: 'QUOTE_NOT_CLOSED', place: 'B1', stops: false }]);
  });

  test('with thousands of open quotes are read in good time', () => {
    const table = read('"a;\n'.repeat(20_001));
    expect(table.rows.length).toBeGreaterThan(9_000);
  });

  test('end with any end of line, and after a mark of the encoding', () => {
    expect(cellsOf(read('\uFEFFa;b\rc;d'))).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ]);
  });
});

test('cells and columns beyond the limits are told', () => {
  const long = read(`a;${'б'.repeat(40_000)}\n`);
  expect(long.rows[0]?.cells[1]).toMatchObject({ cut: true });
  expect(long.problems).toMatchObject([{ code: 'CELL_TOO_LONG', place: 'B1', stops: false }]);
  expect(read(`${'a;'.repeat(600)}\n`).problems).toMatchObject([
    { code: 'TABLE_TOO_MANY_COLUMNS', place: 'SS1', stops: true },
  ]);
});

describe('bounds', () => {
  const lines = 'a;b\n'.repeat(10);

  test('stop a reading that is too long with a code', () => {
    const table = read(lines, { limit: 4, wanted: 4 });
    expect(table.rows).toHaveLength(4);
    expect(table).toMatchObject({
      more: true,
      problems: [{ code: 'TABLE_TOO_MANY_ROWS', stops: true, params: { limit: 4 } }],
    });
  });

  test('give the beginning to a preview without complaint', () => {
    expect(read(lines, { limit: 100, wanted: 3 })).toMatchObject({ more: true, problems: [] });
  });
});
