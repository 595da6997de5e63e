import { expect, test } from 'vitest';
import { looseKey } from '#shared/formats/redline/keys.ts';

test.each([
  ['«Стороны» — договорились.', '"стороны", договорились'],
  ['расчёт', 'расчет'],
  ['12 480 000 рублей', '12480000 рублей'],
  ['не устранённые', 'неустранённые'],
  ['10 %', '10%'],
  ['Cумма', 'Сумма'],
  ['(семи) дней', 'семи дней'],
])('%s and %s differ in nothing of substance', (left, right) => {
  expect(looseKey(left)).toBe(looseKey(right));
});

test.each([
  ['1,5 процента', '15 процентов'],
  ['0,1 %', '0,1'],
  ['п. 4.2', 'п. 42'],
  ['дебет | 5 |', 'дебет | | 5'],
  ['12.05', '1205'],
  ['не более 5', 'более 5'],
  ['5 $', '5 €'],
])('%s and %s differ', (left, right) => {
  expect(looseKey(left)).not.toBe(looseKey(right));
});
