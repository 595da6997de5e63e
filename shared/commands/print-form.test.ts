import { beforeEach, expect, test } from 'vitest';
import { shippedSettings } from '#shared/domain/company/print-settings.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { director as administrator, clerk, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
});
const save = (form: string, given: object = {}, as = administrator) =>
  rows.run('print_form.save', { form, settings: { ...shippedSettings, ...given } }, { as });

test('a form has one row whoever saves it, and is put back as it was shipped', () => {
  resultOf(save('card', { heading: 'Карта' }));
  resultOf(save('card', { off: ['files'] }));
  expect(rows.all('print_form')).toMatchObject([{ form: 'card', settings: { heading: null, off: ['files'] } }]);
  resultOf(rows.run('print_form.reset', { form: 'card' }, { as: administrator }));
  expect(rows.all('print_form')).toMatchObject([{ form: 'card', settings: {} }]);
  resultOf(rows.run('print_form.reset', { form: 'act' }, { as: administrator }));
});

test.each([
  ['a block of another form', 'card', { off: ['bank'] }, 'BAD_INPUT'],
  ['a size that the form is not laid out for', 'invoice', { size: 'DL' }, 'BAD_INPUT'],
  ['a heading of 301 letters', 'card', { heading: 'я'.repeat(301) }, 'TOO_LONG'],
  [
    'seven signatures',
    'card',
    { signatures: Array.from({ length: 7 }, () => ({ position: '', name: '' })) },
    'TOO_LONG',
  ],
  ['a form that does not exist', 'poster', {}, 'BAD_INPUT'],
])('%s is refused', (_case, form, given, code) => {
  expect(codeOf(save(form, given))).toBe(code);
  expect(rows.all('print_form')).toEqual([]);
});

test('only administrators arrange papers and templates', () => {
  expect(codeOf(save('card', {}, clerk))).toBe('DENIED');
  expect(codeOf(rows.run('template.offer', { id: rowId(4, 1), kinds: null }, { as: clerk }))).toBe('DENIED');
});

test('a template is offered for kinds, each once; null gives it back to contracts', () => {
  const id = rowId(4, 1);
  rows.put('document', documentRow(id, { kind: 'template' }));
  const offer = (kinds: unknown) => rows.run('template.offer', { id, kinds }, { as: administrator });
  resultOf(offer(['memo', 'act', 'memo']));
  expect(rows.get('document', id).templateKinds).toEqual(['act', 'memo']);
  expect(codeOf(offer([]))).toBe('BAD_INPUT');
  resultOf(offer(null));
  expect(rows.get('document', id).templateKinds).toBeNull();
  rows.put('document', documentRow(rowId(4, 2), { kind: 'memo' }));
  expect(codeOf(rows.run('template.offer', { id: rowId(4, 2), kinds: null }, { as: administrator }))).toBe('BAD_INPUT');
});
