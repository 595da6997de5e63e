import { describe, expect, test } from 'vitest';
import { kopecksOf, plainDecimal, serialDay } from '#shared/formats/tabular/decimal.ts';
import type { ValueType } from '#shared/formats/tabular/fields.ts';
import { guessMapping, guessTarget } from '#shared/formats/tabular/guess-mapping.ts';
import { mapRows } from '#shared/formats/tabular/map-rows.ts';
import { readValue } from '#shared/formats/tabular/read-value.ts';
import { emptyTable, type Table, type TableCell } from '#shared/formats/tabular/table.ts';

const table = (...rows: readonly (readonly (string | Omit<TableCell, 'column'>)[])[]): Table => ({
  ...emptyTable(),
  rows: rows.map((values, row) => ({
    row: row + 1,
    cells: values.flatMap((value, column) =>
      value === '' ? [] : [typeof value === 'string' ? { column, type: 'text', value } : { column, ...value }],
    ),
  })),
});

const read = (value: string, type: ValueType, cell: TableCell['type'] = 'text') => {
  const outcome = readValue({ column: 0, type: cell, value }, type, 20);
  return outcome.ok ? outcome.value : (outcome.requisite ?? outcome.code);
};

describe('days', () => {
  test.each([
    ['05.03.2026', '2026-03-05'],
    ['5.3.26', '2026-03-05'],
    ['05/03/2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['05.03.2026 10:15:00', '2026-03-05'],
    ['2026-03-05T10:15', '2026-03-05'],
    ['5 мая 2026 г.', '2026-05-05'],
    ['«15» марта 2026', '2026-03-15'],
    ['31.02.2026', 'DATE_UNREADABLE'],
    ['03.05', 'DATE_UNREADABLE'],
    ['завтра', 'DATE_UNREADABLE'],
  ])('%s', (text, expected) => expect(read(text, 'date')).toBe(expected));

  test('counted by spreadsheets', () => {
    expect(serialDay('46086', false)).toBe('2026-03-05');
    expect(serialDay('46086.75', false)).toBe('2026-03-05');
    expect(serialDay('44624', true)).toBe('2026-03-05');
    expect([serialDay('1', false), serialDay('59', false), serialDay('61', false)]).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
    expect(serialDay('99999999', false)).toBeNull();
    expect(read('46086', 'date', 'number')).toBe('DATE_UNREADABLE');
  });
});

describe('money', () => {
  test.each([
    ['1 234,50', 123_450],
    ['1\u00a0234\u202f567,5', 123_456_750],
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    ['1.234,50 ₽', 123_450],
    ['1 234 руб.', 123_400],
    ['-15,00', -1_500],
    ['(15,00)', -1_500],
    ['1 234 567', 123_456_700],
    ['1,234,567', 123_456_700],
    ['0', 0],
    ['1,234', 'MONEY_FRACTION'],
    ['12,345', 'MONEY_FRACTION'],
    ['12 34', 'MONEY_UNREADABLE'],
    ['1.2.3', 'MONEY_UNREADABLE'],
    ['сто', 'MONEY_UNREADABLE'],
    ['99999999999999999', 'MONEY_FRACTION'],
  ])('%s', (text, expected) => expect(read(text, 'money')).toBe(expected));

  test('of numbers is exact, with the noise of binary fractions taken away', () => {
    expect(plainDecimal('1.2345E3')).toBe('1234.5');
    expect(plainDecimal('-5e-2')).toBe('-0.05');
    expect(plainDecimal('1e999')).toBeNull();
    expect(kopecksOf('0.30000000000000004')).toBe(30);
    expect(kopecksOf('1234.4999999999999')).toBe(123_450);
    expect(kopecksOf('0.305')).toBeNull();
    expect(kopecksOf('-0.00')).toBe(0);
  });
});

describe('codes', () => {
  test.each([
    ['7707083893', 'inn', 'text', '7707083893'],
    ["'7707083893", 'inn', 'text', '7707083893'],
    ['7707083894', 'inn', 'text', 'INN_CHECK_DIGIT'],
    ['500100732259', 'inn', 'number', '500100732259'],
    // 0274062111: a number in a spreadsheet has no zero at its front.
    ['274062111', 'inn', 'number', '0274062111'],
    ['274062111', 'inn', 'text', 'INN_LENGTH'],
    ['773601001', 'kpp', 'text', '773601001'],
    ['304500116000157', 'ogrn', 'text', '304500116000157'],
    ['1027700132196', 'ogrn', 'text', 'OGRN_CHECK_DIGIT'],
  ] as const)('%s as %s of a %s', (text, type, cell, expected) => expect(read(text, type, cell)).toBe(expected));
});

test.each([
  ['Входящее письмо', 'incoming'],
  ['счёт на оплату', 'invoice'],
  ['Счет-фактура', 'vat_invoice'],
  ['АКТ', 'act'],
  ['Актив', 'KIND_UNKNOWN'],
  ['Договор', 'contract'],
  ['Доп. соглашение', 'amendment'],
  ['template', 'KIND_UNKNOWN'],
  ['Что-то', 'KIND_UNKNOWN'],
])('kind %s', (text, expected) => expect(read(text, 'kind')).toBe(expected));

test('a text that was cut while it was read fills no field', () => {
  const cell = { column: 0, type: 'text', value: 'начало' } as const;
  expect(readValue(cell, 'text', 20)).toEqual({ ok: true, value: 'начало' });
  expect(readValue({ ...cell, cut: true }, 'text', 20)).toMatchObject({ ok: false, code: 'TEXT_TOO_LONG' });
});

test('other values', () => {
  expect(read('руб.', 'currency')).toBe('RUB');
  expect(read('usd', 'currency')).toBe('USD');
  expect(read('тугрик', 'currency')).toBe('CURRENCY_UNKNOWN');
  expect(read('#N/A', 'money', 'error')).toBe('CELL_ERROR');
  expect(read('больше двадцати знаков', 'text')).toBe('TEXT_TOO_LONG');
});

describe('mapping', () => {
  const register = table(
    ['Реестр входящих документов'],
    [],
    ['№ п/п', 'Номер', 'Дата', 'Контрагент', 'ИНН', 'Содержание', 'Сумма, руб.', 'в т.ч. НДС', 'Срок исполнения'],
    ['1', '15-А', '05.03.2026', 'ООО «Ромашка»', '7707083893', 'Счёт за бумагу', '1 234,50', '222,62', '10.03.2026'],
    ['2', '', '31.02.2026', 'ООО «Ландыш»', '7707083894', '', 'сто', '', ''],
    ['Итого', '', '', '', '', '', '1 234,50', '', ''],
    ['', '', '', '', '', '', '', '', '', 'сбоку'],
  );

  test('follows the headers, wherever they stand', () => {
    expect(guessTarget(register)).toBe('document');
    expect(guessMapping(register, 'document')).toEqual({
      target: 'document',
      header: 3,
      columns: {
        number: 1,
        date: 2,
        counterpartyName: 3,
        counterpartyInn: 4,
        subject: 5,
        amount: 6,
        vatAmount: 7,
        dueDate: 8,
      },
    });
  });

  test('gives rows with values, and names each cell that is wrong', () => {
    const rows = [...mapRows(register, guessMapping(register, 'document'))];
    expect(rows.map(({ row }) => row)).toEqual([4, 5]);
    expect(rows[0]).toEqual({
      row: 4,
      values: {
        number: '15-А',
        date: '2026-03-05',
        counterpartyName: 'ООО «Ромашка»',
        counterpartyInn: '7707083893',
        subject: 'Счёт за бумагу',
        amount: 123_450,
        vatAmount: 22_262,
        dueDate: '2026-03-10',
      },
      problems: [],
    });
    expect(rows[1]?.problems.map(({ place, code, requisite }) => [place, requisite ?? code])).toEqual([
      ['C5', 'DATE_UNREADABLE'],
      ['F5', 'VALUE_REQUIRED'],
      ['E5', 'INN_CHECK_DIGIT'],
      ['G5', 'MONEY_UNREADABLE'],
    ]);
  });

  test('takes no number of something else for that of the document', () => {
    const other = table(['Номер телефона', 'Тип помещения', 'Номер заявки', 'Дата поступления']);
    expect(guessMapping(other, 'document').columns).toEqual({ number: 2, date: 3 });
  });

  test('of a directory of companies', () => {
    const directory = table(
      ['Полное наименование', 'Наименование', 'ИНН', 'КПП', 'ОГРН', 'Юридический адрес', 'Тел.', 'E-mail'],
      ['Общество «Ромашка»', 'Ромашка', { type: 'number', value: '7707083893' }, '773601001', '', 'Москва', '', ''],
    );
    const mapping = guessMapping(directory, guessTarget(directory));
    expect(mapping).toEqual({
      target: 'counterparty',
      header: 1,
      columns: { fullName: 0, name: 1, inn: 2, kpp: 3, ogrn: 4, address: 5, phone: 6, email: 7 },
    });
    expect([...mapRows(directory, mapping)]).toMatchObject([
      { values: { name: 'Ромашка', inn: '7707083893' }, problems: [] },
    ]);
  });

  test('without known headers is empty, and a person chooses', () => {
    const plain = table(['1', '2'], ['3', '4']);
    expect(guessMapping(plain, 'document')).toEqual({ target: 'document', header: 0, columns: {} });
    const chosen = { target: 'document', header: 0, columns: { subject: 1 } } as const;
    expect([...mapRows(plain, chosen)]).toHaveLength(2);
    expect([...mapRows(plain, chosen)][0]?.problems).toMatchObject([
      { code: 'VALUE_REQUIRED', field: 'date', column: null, place: '1' },
    ]);
  });
});
