import { beforeEach, expect, test } from 'vitest';
import { ownScopes } from '#shared/domain/registry.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, director, kazan, moscow, rowId, stranger } from '#tests/fixtures/kernel/rows.ts';

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
});
const view = (given: object = {}) => ({
  id: null,
  page: 'documents',
  name: 'Мои',
  settings: {},
  position: 0,
  ...given,
});
const save = (given: object = {}, as = clerk) =>
  resultOf<{ id: string }>(rows.run('view.save', view(given), { as })).id;

test('a view belongs to its author, is changed under its id and removed for good', () => {
  const id = save();
  expect(rows.get('saved_view', id)).toMatchObject({ ownerId: clerk, name: 'Мои' });
  expect(save({ id, name: ' Срочные ', settings: { filter: { states: ['late'] } } })).toBe(id);
  expect(rows.get('saved_view', id)).toMatchObject({ name: 'Срочные', settings: { filter: { states: ['late'] } } });
  resultOf(rows.run('view.remove', { id }, { as: clerk }));
  expect(rows.all('saved_view')).toEqual([]);
});

test('somebody else’s view is neither changed nor removed', () => {
  const id = save();
  expect(codeOf(rows.run('view.save', view({ id }), { as: director }))).toBe('DENIED');
  expect(codeOf(rows.run('view.remove', { id }, { as: director }))).toBe('DENIED');
  expect(rows.get('saved_view', id).name).toBe('Мои');
});

test('removed on one workstation, changed on another: the change finds nothing', () => {
  const id = save();
  resultOf(rows.run('view.remove', { id }, { as: clerk }));
  expect(codeOf(rows.run('view.save', view({ id }), { as: clerk }))).toBe('NOT_FOUND');
  expect(codeOf(rows.run('view.remove', { id }, { as: clerk }))).toBe('NOT_FOUND');
});

test.each([
  ['an empty name', { name: ' ' }, 'BAD_INPUT'],
  ['a name of 101 characters', { name: 'я'.repeat(101) }, 'TOO_LONG'],
  ['a view that does not exist', { id: rowId(9, 9) }, 'NOT_FOUND'],
  ['settings that are no record', { settings: [1] }, 'BAD_INPUT'],
])('%s is refused', (_case, given, code) => {
  expect(codeOf(rows.run('view.save', view(given)))).toBe(code);
});

test('a shared view belongs to the company or a branch, is kept by its author and tidied up by administrators', () => {
  const scopesOf = (id: string) => ownScopes('saved_view', { ...rows.get('saved_view', id) }).scopes;
  const id = save({ audience: moscow });
  expect(scopesOf(id)).toEqual([`user:${clerk}`, `branch:${moscow}`]);
  save({ id, audience: 'organization' });
  expect(scopesOf(id)).toEqual([`user:${clerk}`, 'organization']);
  save({ id, name: 'Общие' });
  expect(rows.get('saved_view', id)).toMatchObject({ name: 'Общие', audience: 'organization' });
  expect(codeOf(rows.run('view.save', view({ id }), { as: stranger }))).toBe('DENIED');
  resultOf(rows.run('view.remove', { id }, { as: director }));
});

test('nobody shares with a branch that is not theirs, or with the company unless they arrange work for others', () => {
  const share = (audience: string, as = clerk) => rows.run('view.save', view({ audience }), { as });
  expect(codeOf(share(kazan))).toBe('DENIED');
  expect(codeOf(share(rowId(1, 99)))).toBe('NOT_FOUND');
  rows.put('employee', { ...rows.get('employee', stranger), roles: ['accountant'] });
  expect(codeOf(share('organization', stranger))).toBe('DENIED');
  resultOf(share(kazan, stranger));
});
