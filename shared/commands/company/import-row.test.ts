import { beforeEach, describe, expect, test } from 'vitest';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, director, kazan, rowId, stranger } from '#tests/fixtures/kernel/rows.ts';

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
});
const order = (given: object = {}, key = 'table:1') => ({
  key,
  format: 'table',
  values: { ...documentForm(), ...given },
});
const take = (given: object = {}, as = clerk) =>
  resultOf<{ id: string; outcome: string }>(rows.run('document.import-row', order(given), { as }));

describe('document.import-row', () => {
  test('makes one document of a key, whatever the row says the second time', () => {
    const made = take({ subject: 'Смета' });
    expect(made.outcome).toBe('created');
    expect(rows.get('document', made.id)).toMatchObject({
      sourceKey: 'table:1',
      sourceFormat: 'table',
      authorId: clerk,
    });
    expect(take({ subject: 'Другая смета' })).toEqual({ id: made.id, outcome: 'known' });
    expect(rows.get('document', made.id).subject).toBe('Смета');
  });

  test('brings back a document that was put away, and says so in its history', () => {
    const { id } = take();
    resultOf(rows.run('document.archive', { id }, { as: clerk }));
    expect(take()).toEqual({ id, outcome: 'restored' });
    expect(rows.get('document', id).archivedAt).toBeNull();
  });

  test('of a paper that the person may not see nothing is told: theirs is another one, and the next time it is known', () => {
    const mine = take({ branchId: kazan }, stranger);
    const other = take();
    expect(other).toMatchObject({ outcome: 'created' });
    expect(other.id).not.toBe(mine.id);
    expect(take()).toEqual({ id: other.id, outcome: 'known' });
    resultOf(rows.run('document.archive', { id: other.id }, { as: clerk }));
    expect(take()).toEqual({ id: other.id, outcome: 'restored' });
    expect(take({ branchId: kazan }, stranger)).toEqual({ id: mine.id, outcome: 'known' });
    // Whoever sees both takes the living one.
    resultOf(rows.run('document.archive', { id: mine.id }, { as: director }));
    expect(take({}, director)).toEqual({ id: other.id, outcome: 'known' });
  });

  test.each([
    ['a branch that is not theirs', { branchId: kazan }, 'DENIED'],
    ['a company that is not there', { counterpartyId: rowId(3, 9) }, 'NOT_FOUND'],
    ['a subject of nothing visible', { subject: '\u200b' }, 'BAD_INPUT'],
    ['the paper of a request', { kind: 'application' }, 'DENIED'],
    ['a kind of nobody', { kind: 'custom' }, 'BAD_INPUT'],
  ])('%s is refused as it is in a form', (_case, given, code) => {
    expect(codeOf(rows.run('document.import-row', order(given), { as: clerk }))).toBe(code);
  });
});

describe('kept mappings', () => {
  const mapping = (given: object = {}) => ({ id: null, name: ' Склад ', target: 'document', settings: {}, ...given });
  const keep = (given: object = {}, as = clerk) =>
    resultOf<{ id: string }>(rows.run('import_mapping.save', mapping(given), { as })).id;

  test('are used by everybody and changed by their author', () => {
    const id = keep();
    expect(rows.get('import_mapping', id)).toMatchObject({ name: 'Склад', authorId: clerk });
    keep({ id, settings: { header: 2 } });
    expect(rows.get('import_mapping', id).settings).toEqual({ header: 2 });
    expect(codeOf(rows.run('import_mapping.save', mapping({ id }), { as: stranger }))).toBe('DENIED');
    expect(codeOf(rows.run('import_mapping.remove', { id }, { as: stranger }))).toBe('DENIED');
    resultOf(rows.run('import_mapping.remove', { id }, { as: clerk }));
    expect(rows.all('import_mapping')).toEqual([]);
  });

  test('changed on one workstation and removed on another: the change finds nothing', () => {
    const id = keep();
    resultOf(rows.run('import_mapping.remove', { id }, { as: clerk }));
    expect(codeOf(rows.run('import_mapping.save', mapping({ id }), { as: clerk }))).toBe('NOT_FOUND');
    expect(codeOf(rows.run('import_mapping.save', mapping({ name: ' ' }), { as: director }))).toBe('BAD_INPUT');
  });
});
