import { expect, test } from 'vitest';
import {
  editOf,
  emptyValues,
  type FieldPlan,
  missingOf,
  sentValues,
  valuesOf,
} from '#renderer/pages/admin/record-form.ts';

const fields: FieldPlan[] = [
  { name: 'name', label: 'Название', type: 'text', required: true },
  { name: 'phone', label: 'Телефон', type: 'text' },
  { name: 'roles', label: 'Роли', type: 'many', required: true, choices: [] },
  { name: 'headId', label: 'Руководитель', type: 'select', choices: [] },
];

test('a new record lacks what is required and nothing else', () => {
  expect(missingOf(fields, emptyValues(fields))).toEqual(['name', 'roles']);
  expect(missingOf(fields, { ...emptyValues(fields), name: ' ', roles: ['clerk'] })).toEqual(['name']);
});

test('an optional text left empty is null, an empty required one stays a text', () => {
  expect(sentValues(fields, { name: ' Отдел ', phone: ' ', roles: [], headId: null })).toEqual({
    name: 'Отдел',
    phone: null,
    roles: [],
    headId: null,
  });
});

test('an edit sends what changed with what was seen', () => {
  const row = { id: '1', name: 'Отдел', phone: null, roles: ['clerk'], headId: 'a' };
  const values = valuesOf(fields, row);
  expect(editOf(fields, row, values)).toEqual({ patch: {}, base: {} });
  expect(editOf(fields, row, { ...values, phone: '12', headId: null })).toEqual({
    patch: { phone: '12', headId: null },
    base: { phone: null, headId: 'a' },
  });
});
