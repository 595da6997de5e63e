import { expect, test } from 'vitest';
import { decidedCount, ownValue, valuesOf } from '#renderer/pages/exchange/conflict-choices.ts';
import { disputedOf, recordValues } from '#renderer/pages/exchange/disputed-fields.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { rowId } from '#tests/fixtures/kernel/rows.ts';

const today = '2026-05-13';
const conflict = (objectEntity: string, fields: object[]) =>
  ({ objectEntity, fields, merged: [] }) as unknown as RowOf<'conflict'>;
const disputed = (entity: string, fields: object[], definitions: object[] = []) =>
  disputedOf(conflict(entity, fields), definitions as RowOf<'field_definition'>[]);
const one = (entity: string, field: string) => {
  const [found] = disputed(entity, [{ field, base: null, mine: null, theirs: null }]);
  if (!found) throw new Error('nothing is disputed');
  return found;
};
const fields = disputed('document', [
  { field: 'dueDate', base: '2026-05-20', mine: '2026-05-12', theirs: '2026-05-15' },
  { field: 'amount', base: 100, mine: 200, theirs: null },
]);

test('nothing is written while a field is undecided', () => {
  const choices = { dueDate: { side: 'mine' as const, text: '' } };
  expect(valuesOf(fields, choices, today)).toBeNull();
  expect(decidedCount(fields, choices, today)).toBe(1);
});

test('each side and an own wording give the value of the field', () => {
  const choices = { dueDate: { side: 'own', text: '14.5' }, amount: { side: 'theirs', text: '' } } as const;
  expect(valuesOf(fields, choices, today)).toEqual({ dueDate: '2026-05-14', amount: null });
});

test('a wording that is not understood counts as undecided', () => {
  const choices = { dueDate: { side: 'own', text: 'скоро' }, amount: { side: 'own', text: 'много' } } as const;
  expect(valuesOf(fields, choices, today)).toBeNull();
  expect(decidedCount(fields, choices, today)).toBe(0);
});

test('empty is nothing where the field may be empty, and no answer where it may not', () => {
  expect(ownValue(one('document', 'note'), ' ', today)).toBeNull();
  expect(ownValue(one('document', 'date'), '', today)).toBeUndefined();
  expect(ownValue(one('document', 'expiresOn'), '', today)).toBeNull();
  expect(ownValue(one('obligation', 'dueDate'), '', today)).toBeUndefined();
  expect(ownValue(one('document', 'amount'), '1 234,50', today)).toBe(123_450);
  expect(ownValue(one('document', 'noticeDays'), '30', today)).toBe(30);
  expect(ownValue(one('document', 'noticeDays'), '1,5', today)).toBeUndefined();
  expect(ownValue(one('document', 'counterpartyId'), 'x', today)).toBeUndefined();
  expect(ownValue(one('document', 'counterpartyId'), rowId(3, 1), today)).toBe(rowId(3, 1));
  expect(ownValue(one('document', 'contractType'), 'supply', today)).toBe('supply');
  expect(ownValue(one('document', 'contractType'), 'poem', today)).toBeUndefined();
  expect(ownValue(one('document', 'labels'), 'срочно\nсклад', today)).toEqual(['срочно', 'склад']);
  expect(ownValue(one('document', 'labels'), '', today)).toEqual([]);
  expect(ownValue(one('field_definition', 'required'), 'false', today)).toBe(false);
});

test.each([
  ['document', 'parentId', 'record'],
  ['document', 'counterpartyId', 'record'],
  ['document', 'contractType', 'option'],
  ['document', 'labels', 'labels'],
  ['counterparty', 'kind', 'option'],
  ['field_definition', 'required', 'option'],
  ['bank_account', 'account', 'text'],
  ['document', 'effectiveFrom', 'date'],
  ['approval_route', 'steps', 'choice'],
  ['approval_route', 'name', 'text'],
  ['employee', 'position', 'text'],
  ['employee', 'roles', 'choice'],
  ['employee', 'branchAccess', 'choice'],
  ['branch', 'schedule', 'choice'],
  ['department', 'headId', 'record'],
  ['organization', 'policies', 'choice'],
  ['protocol_item', 'theirs', 'text'],
  ['obligation', 'amount', 'money'],
  ['key_date', 'date', 'date'],
])('of %s, %s is decided as %s', (entity, field, kind) => {
  expect(one(entity, field).kind).toBe(kind);
});

test('the company’s own fields are decided one by one; what one side left alone follows the other', () => {
  const custom = {
    field: 'custom',
    base: { warranty: 12, place: 'Склад', penalty: 1 },
    mine: { warranty: 24, place: 'Склад', penalty: 2, extra: 'да' },
    theirs: { warranty: 12, place: 'Пирс', penalty: 3 },
  };
  const definitions = [
    { key: 'penalty', type: 'number', required: false, options: [] },
    { key: 'place', type: 'text', required: true, options: [] },
  ];
  const split = disputed('document', [custom], definitions);
  expect(split.map(({ field, kind, byItself }) => [field, kind, byItself])).toEqual([
    ['custom.warranty', 'choice', 'mine'],
    ['custom.place', 'text', 'theirs'],
    ['custom.penalty', 'number', null],
    ['custom.extra', 'choice', 'mine'],
  ]);
  expect(valuesOf(split, {}, today)).toBeNull();
  const decided = valuesOf(split, { 'custom.penalty': { side: 'own', text: '2,5' } }, today);
  expect(recordValues(conflict('document', [custom]), decided ?? {})).toEqual({
    custom: { warranty: 24, place: 'Пирс', penalty: 2.5, extra: 'да' },
  });
  expect(valuesOf(split.slice(1, 2), { 'custom.place': { side: 'own', text: '' } }, today)).toBeNull();
});
