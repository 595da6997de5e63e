import { beforeEach, describe, expect, test } from 'vitest';
import { ownScopes } from '#shared/domain/registry.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { type Acting, codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, director, employeeRow, moscow, rowId, stranger, whole } from '#tests/fixtures/kernel/rows.ts';

/** Another clerk of the branch. */
const colleague = rowId(2, 9);
let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
  rows.put('employee', whole('employee', employeeRow(colleague)));
});

const file = (given: object = {}): string =>
  resultOf<{ id: string }>(rows.run('document.create', documentForm(given), { as: clerk })).id;
const change = (id: string, patch: object, base: object, as = clerk) =>
  rows.run('document.update', { id, patch, base }, { as });
const scopesOf = (id: string) => ownScopes('document', { ...rows.get('document', id) }).scopes;
/** A word on it is what whoever sees a paper may say. */
const speaks = (id: string, as: string, acting: Acting = {}) =>
  rows.run('comment.add', { objectEntity: 'document', objectId: id, text: 'Видел' }, { as, ...acting });

describe('a confidential document', () => {
  test('leaves its branch: its author, whoever answers for it and its readers see it', () => {
    const id = file({ isConfidential: true, responsibleId: director, readers: [stranger] });
    expect(scopesOf(id)).toEqual([`user:${clerk}`, `user:${director}`, `user:${stranger}`]);
    expect(codeOf(speaks(id, colleague))).toBe('NOT_FOUND');
    for (const one of [clerk, director, stranger]) resultOf(speaks(id, one));
  });

  test('is opened to the branch again, and closed', () => {
    const id = file();
    resultOf(speaks(id, colleague));
    resultOf(change(id, { isConfidential: true }, { isConfidential: null }));
    expect(codeOf(speaks(id, colleague))).toBe('NOT_FOUND');
    resultOf(change(id, { isConfidential: false }, { isConfidential: true }));
    expect(scopesOf(id)).toContain(`branch:${moscow}`);
  });

  test('a reader of another branch sees what is not confidential as well', () => {
    const id = file({ readers: [stranger] });
    expect(scopesOf(id)).toEqual([`branch:${moscow}`, `user:${clerk}`, `user:${stranger}`]);
  });

  test('colleagues do not decide who sees it, administrators do', () => {
    const id = file();
    expect(codeOf(change(id, { isConfidential: true }, {}, colleague))).toBe('DENIED');
    expect(codeOf(change(id, { readers: [colleague] }, {}, colleague))).toBe('DENIED');
    resultOf(change(id, { isConfidential: false, readers: [] }, {}, colleague));
    resultOf(change(id, { isConfidential: true }, {}, director));
  });

  test('a reader makes nobody its decider, neither by its card nor by a due day', () => {
    const id = file({ isConfidential: true, responsibleId: director, readers: [stranger] });
    const control = (responsibleId: string, as: string) =>
      rows.run('control.put', { id, dueDate: '2026-06-01', responsibleId, was: null, comment: null }, { as });
    for (const one of [stranger, colleague]) {
      expect(codeOf(change(id, { responsibleId: one }, { responsibleId: director }, stranger))).toBe('DENIED');
      expect(codeOf(control(one, stranger))).toBe('DENIED');
    }
    resultOf(control(director, stranger));
    resultOf(change(id, { responsibleId: colleague }, { responsibleId: director }));
    resultOf(change(id, { responsibleId: director }, { responsibleId: colleague }, colleague));
  });

  test('a reader who does not exist is refused', () => {
    expect(codeOf(rows.run('document.create', documentForm({ readers: [rowId(2, 99)] }), { as: clerk }))).toBe(
      'NOT_FOUND',
    );
  });

  test('two people let somebody in at once: both are in', () => {
    const id = file();
    resultOf(change(id, { readers: [stranger] }, { readers: null }));
    resultOf(change(id, { readers: [colleague] }, { readers: null }, director));
    expect(rows.get('document', id).readers).toEqual([stranger, colleague]);
    resultOf(change(id, { readers: [colleague] }, { readers: [stranger, colleague] }));
    expect(rows.get('document', id).readers).toEqual([colleague]);
  });
});
