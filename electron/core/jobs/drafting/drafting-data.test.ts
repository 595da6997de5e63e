import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { supplyRows } from '#tests/fixtures/templates/drafting-rows.ts';
import { draftingData, vatRate } from './drafting-data.ts';
import type { DraftingInput } from './drafting-input.ts';
import { formatValue } from './format-value.ts';
import { findTag, isPresent, tagNames } from './tag-tree.ts';

const textFor = (rows: DraftingInput, name: string): string => {
  const value = findTag([draftingData(rows)], name.split('.'));
  if (!value) throw new Error(`no tag ${name}`);
  return formatValue(value, []);
};
const withParty = (counterparty: Partial<NonNullable<DraftingInput['counterparty']>>): DraftingInput =>
  ({
    ...supplyRows,
    counterparty: { ...supplyRows.counterparty, ...counterparty },
    counterpartySigner: null,
  }) as DraftingInput;

describe('the tags of a contract', () => {
  test('the name of a company without its form, with it, and as it is written in its papers', () => {
    expect(textFor(withParty({ legalForm: null, name: 'ООО "Пик"' }), 'Контрагент.Полное имя')).toBe(
      'Общество с ограниченной ответственностью «Пик»',
    );
    expect(textFor(withParty({ fullName: 'Пик (с) ЛТД' }), 'Контрагент.Полное имя')).toBe('Пик (с) ЛТД');
    expect(textFor(withParty({ legalForm: null, name: 'Nord GmbH', kind: 'foreign' }), 'Контрагент')).toBe('Nord GmbH');
  });

  test('an entrepreneur signs for themselves', () => {
    const rows = withParty({ kind: 'entrepreneur', legalForm: 'ИП', name: 'Седых Пётр Кузьмич' });
    expect(textFor(rows, 'Контрагент')).toBe('ИП Седых Пётр Кузьмич');
    expect(textFor(rows, 'Контрагент.Именуемое')).toBe('именуемый');
    expect(textFor(rows, 'Контрагент.В лице')).toBe('действующий от своего имени');
    expect(textFor(rows, 'Контрагент.Директор')).toBe('Седых Пётр Кузьмич');
  });

  test('without a counterparty, signer or accounts every tag is known and empty', () => {
    const rows = {
      ...supplyRows,
      counterparty: null,
      counterpartySigner: null,
      branch: null,
      parent: null,
      responsible: null,
    };
    const names = (input: DraftingInput) => tagNames(draftingData(input)).map(({ name }) => name);
    expect(names(rows)).toEqual(names(supplyRows));
    for (const name of [
      'Контрагент',
      'Контрагент.ИНН',
      'Контрагент.В лице',
      'Город',
      'Основной договор.Номер',
      'Ответственный',
    ])
      expect(textFor(rows, name)).toBe('');
  });

  test('a signer whose gender the name does not tell', () => {
    const rows = { ...supplyRows, counterpartySigner: { name: 'Smith J.', position: 'Director', basis: '' } };
    expect(textFor(rows, 'Контрагент.В лице')).toBe(
      'в лице director Smith J., действующего(-ей) на основании ________',
    );
  });

  test('no two tags of one level share a name', () => {
    const all = tagNames(draftingData(supplyRows)).flatMap((entry) => entry.all.map((name) => name.toLowerCase()));
    expect(all.length).toBe(new Set(all).size);
  });

  test('the guide names every tag', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../../docs/user-guide/contract-templates.md'), 'utf8');
    const unnamed = tagNames(draftingData({ ...supplyRows, definitions: [] }))
      .map(({ name }) => name.replace(/^Организация\./, 'Контрагент.'))
      .filter((name) => !guide.includes(`{${name}`) && !guide.includes(`{#${name}`));
    expect(unnamed).toEqual([]);
  });

  test.each([
    [12_200, 2_200, '22%'],
    [11_000, 1_000, '10%'],
    [10_500, 500, '5%'],
    [1_248_000_000, 225_049_180, '22%'],
    [10_000, 0, 'без НДС'],
    [10_000, 3_333, null],
    [10_000, null, null],
  ])('the rate of a tax: %d with %d', (amount, vat, rate) => {
    expect(vatRate(amount, vat)).toBe(rate);
  });

  test('what a condition takes for nothing', () => {
    expect(isPresent({ type: 'money', kopecks: 0, currency: 'RUB' })).toBe(false);
    expect(isPresent({ type: 'text', text: '  ' })).toBe(false);
    expect(isPresent({ type: 'number', value: 0 })).toBe(true);
    expect(isPresent({ type: 'list', items: [], shape: [] })).toBe(false);
  });
});
