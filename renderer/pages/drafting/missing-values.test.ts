import { expect, test } from 'vitest';
import { type Facts, missingValues, takesClauses } from '#renderer/pages/drafting/missing-values.ts';

const facts = (document: object, more: Partial<Facts> = {}): Facts => ({
  document: { number: null, amount: 100, vatAmount: null, ...document } as Facts['document'],
  counterparty: { kind: 'legal', inn: '5406123450', kpp: null, ogrn: null, address: '' } as Facts['counterparty'],
  lines: [],
  obligations: 0,
  ...more,
});
const tags = [
  'Номер',
  'Сумма полностью',
  'НДС|прописью',
  '#если Окончание',
  'Окончание словами',
  'Контрагент.ИНН',
  '#Пункты',
];

test('what the template asks for and the card lacks is told once, in the order it is met', () => {
  expect(missingValues([...tags, 'Номер'], facts({}))).toEqual(['number', 'vatAmount', 'expiresOn']);
  expect(missingValues(tags, facts({ number: 'ДГ-1', vatAmount: 5, expiresOn: '2026-12-31' }))).toEqual([]);
});

test('a condition asks for nothing', () => {
  expect(missingValues(['#если НДС', '#нет Окончание', '#if Amount'], facts({ amount: null }))).toEqual([]);
});

test('requisites are asked of the counterparty, which may be missing itself; a person has no КПП', () => {
  const party = ['Контрагент.Название', 'Контрагент.КПП'];
  expect(missingValues(party, facts({}))).toEqual(['party']);
  expect(missingValues(party, facts({}, { counterparty: null }))).toEqual(['counterpartyId']);
  const person = { kind: 'person', inn: '1', kpp: null } as Facts['counterparty'];
  expect(missingValues(party, facts({}, { counterparty: person }))).toEqual([]);
});

test('the number of the other side is not the number of the contract', () => {
  expect(missingValues(['Номер контрагента'], facts({ number: null, counterpartyNumber: '7' }))).toEqual([]);
});

test('lists are asked for when the template repeats them', () => {
  expect(missingValues(['#Строки', '#Платежи'], facts({}))).toEqual(['lines', 'obligations']);
  expect(missingValues(['#Платежи'], facts({}, { obligations: 3 }))).toEqual([]);
});

test('a template with a place for clauses is told by its loop', () => {
  expect([takesClauses(tags), takesClauses(['Номер', 'Пункты'])]).toEqual([true, false]);
});
