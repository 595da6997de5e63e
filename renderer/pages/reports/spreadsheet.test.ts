import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ReportTable, toCsv, toXlsx } from '#renderer/pages/reports/spreadsheet.ts';

const table: ReportTable = {
  title: 'Где стоят: заявки',
  head: ['Этап', 'p50'],
  rows: [
    ['«Проверка» & <сбор>', 3.2],
    ['=1+1;"x"', null],
  ],
};

test('a workbook holds every table as a sheet, numbers as numbers, words as they are', () => {
  const files = unzipSync(toXlsx([table, { ...table, rows: [] }]));
  const parser = new XMLParser({ ignoreAttributes: false, trimValues: false });
  const read = (path: string) => parser.parse(strFromU8(files[path] ?? new Uint8Array()));
  const [first, second] = read('xl/workbook.xml').workbook.sheets.sheet;
  expect([first['@_name'], second['@_name']]).toEqual(['Где стоят  заявки', 'Где стоят  заявки 2']);
  const rows = read('xl/worksheets/sheet1.xml').worksheet.sheetData.row;
  expect(rows).toHaveLength(3);
  expect(rows[1].c[0].is.t['#text']).toBe('«Проверка» & <сбор>');
  expect(rows[1].c[1].v).toBe(3.2);
  expect(rows[2].c.is.t['#text']).toBe('=1+1;"x"');
  expect(Object.keys(files)).toContain('xl/worksheets/sheet2.xml');
});

test('a list of values keeps formulas from being calculated', () => {
  expect(toCsv([table])).toBe('\uFEFFЭтап;p50\r\n«Проверка» & <сбор>;3,2\r\n"\'=1+1;""x""";\r\n');
  expect(
    toCsv([table, { title: 'Б', head: ['а'], rows: [[1]] }])
      .split('\r\n')
      .slice(-5),
  ).toEqual(['', 'Б', 'а', '1', '']);
});
