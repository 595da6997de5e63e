import { expect, test } from 'vitest';
import { errorsCsv } from '#renderer/pages/import/table/errors-csv.ts';

test('opens in a spreadsheet, and no cell of it is a formula', () => {
  const lines = [
    { place: 'C7', field: 'Сумма', value: '=HYPERLINK("x")', words: 'Не сумма; ожидается 1 234,56' },
    { place: 'D7', field: 'Дата', value: '31.02.2026', words: 'Нет такого дня' },
  ];
  expect(errorsCsv(['Ячейка', 'Поле', 'Значение', 'Что не так'], lines)).toBe(
    '\uFEFFЯчейка;Поле;Значение;Что не так\r\n' +
      'C7;Сумма;"\'=HYPERLINK(""x"")";"Не сумма; ожидается 1 234,56"\r\n' +
      'D7;Дата;31.02.2026;Нет такого дня\r\n',
  );
});
