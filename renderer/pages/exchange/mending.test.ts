import { describe, expect, test } from 'vitest';
import { mended, mendedValue, mendFields } from '#renderer/pages/exchange/mending.ts';
import { typedValues } from '#renderer/pages/exchange/typed-values.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { rowId } from '#tests/fixtures/kernel/rows.ts';

const today = '2026-05-13';
const create = { command: 'document.create', args: documentForm({ number: '1' }), details: { field: 'number' } };

describe('what can be mended in place', () => {
  test('what the refusal names comes first; each field in its own way', () => {
    const fields = mendFields(create, []);
    expect(fields[0]).toMatchObject({ field: 'number', kind: 'text', blamed: true, path: ['number'] });
    const kindOf = (name: string) => fields.find((one) => one.field === name)?.kind;
    expect(['date', 'amount', 'counterpartyId', 'labels', 'kind'].map(kindOf)).toEqual([
      ...['date', 'money', 'record', 'labels', 'option'],
    ]);
  });

  test('of a changed card only what was changed, not what had been seen', () => {
    const args = { id: 'x', patch: { amount: 5 }, base: { amount: 1 } };
    const fields = mendFields({ command: 'document.update', args, details: null }, []);
    expect(fields.map((one) => one.path)).toEqual([['patch', 'amount']]);
    const issues = { issues: [{ path: 'patch.amount', code: 'x' }] };
    expect(mendFields({ command: 'document.update', args, details: issues }, [])[0]?.blamed).toBe(true);
  });

  test('a record that is not there is looked for in its field', () => {
    const args = documentForm({ responsibleId: rowId(2, 99) });
    const details = { entity: 'employee', id: rowId(2, 99) };
    const fields = mendFields({ command: 'document.create', args, details }, []);
    expect(fields.filter((one) => one.blamed).map((one) => one.field)).toEqual(['responsibleId']);
  });

  test('a form of the portal is mended in its request', () => {
    const args = { serviceId: 's', values: { number: '5' } };
    const fields = mendFields({ command: 'ticket.create', args, details: null }, []);
    expect(fields.map((one) => one.path[0])).not.toContain('values');
  });
});

test('only what was typed anew is changed, and the former arguments stay as they were', () => {
  const fields = mendFields(create, []);
  const next = mended(create.args, fields, { number: '2', amount: '1 000,50', dueDate: '' }, 'document', today);
  expect(next).toEqual({ ...create.args, number: '2', amount: 100_050 });
  expect(create.args.number).toBe('1');
  expect(mended(create.args, fields, { date: 'скоро' }, 'document', today)).toBeNull();
  expect(mended(create.args, fields, { date: '' }, 'document', today)).toBeNull();
});

test('a date or an amount that is not understood is told at its field; what was not touched is not', () => {
  const fields = mendFields(create, []);
  const valueIn = (name: string, text: string) => {
    const field = fields.find((one) => one.field === name);
    return field && mendedValue(field, text, 'document', today);
  };
  expect(valueIn('date', 'скоро')).toBeUndefined();
  expect(valueIn('amount', 'много')).toBeUndefined();
  expect(valueIn('date', '14.05.2026')).toBe('2026-05-14');
  expect(valueIn('number', '1')).toBe('1');
});

describe('what was typed', () => {
  test('is told in full, without what the program added for itself', () => {
    const args = { id: 'd', patch: { amount: 5, custom: { place: 'Пирс' } }, base: { amount: 1 } };
    expect(typedValues({ command: 'document.update', args }, 'd')).toEqual([
      { key: 'amount', field: 'amount', value: 5 },
      { key: 'custom.place', field: 'custom.place', value: 'Пирс' },
    ]);
  });

  test('of a command that this program does not know, by its own keys', () => {
    const order = { command: 'invoice.pay', args: { id: 'd', sum: 5, note: 'срочно', empty: null } };
    expect(typedValues(order, 'd').map((one) => [one.key, one.field])).toEqual([
      ['id', null],
      ['sum', null],
      ['note', null],
    ]);
  });
});
