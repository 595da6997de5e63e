import { beforeEach, describe, expect, test } from 'vitest';
import type { ArgsOf } from '#shared/commands/registry.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import {
  clerk,
  counterpartyRow,
  director,
  documentRow,
  kazan,
  moscow,
  rowId,
  stranger,
} from '#tests/fixtures/kernel/rows.ts';

const paper = rowId(4, 1);
const party = rowId(3, 1);
let rows: MemoryRows;

beforeEach(() => {
  rows = new MemoryRows();
  rows.put('counterparty', counterpartyRow(party));
  rows.put('document', documentRow(paper));
});

describe('document.create', () => {
  test('stands with its author, its times and nothing a person could not know', () => {
    const { id } = resultOf<{ id: string }>(
      rows.run('document.create', documentForm({ counterpartyId: party, responsibleId: clerk }), { as: clerk, at: 70 }),
    );
    expect(rows.get('document', id)).toMatchObject({
      authorId: clerk,
      createdAt: 70,
      receivedAt: 75,
      deviceName: 'Приёмная',
      sourceKey: null,
      archivedAt: null,
      counterpartyId: party,
    });
  });

  test('on a workstation it is not yet received, and a counterparty that is not here does not stop it', () => {
    const elsewhere = rowId(3, 99);
    const outcome = rows.run('document.create', documentForm({ counterpartyId: elsewhere }), { where: 'device' });
    const { id } = resultOf<{ id: string }>(outcome);
    expect(rows.get('document', id)).toMatchObject({ receivedAt: null, counterpartyId: elsewhere });
  });

  test.each<[string, Partial<ArgsOf<'document.create'>>, string]>([
    ['a counterparty that does not exist', { counterpartyId: rowId(3, 99) }, 'NOT_FOUND'],
    ['a responsible person who does not exist', { responsibleId: rowId(2, 99) }, 'NOT_FOUND'],
    ['somebody else’s branch', { branchId: kazan }, 'DENIED'],
    ['a subject of 1,001 characters', { subject: 'я'.repeat(1_001) }, 'TOO_LONG'],
    ['a note of 100,000 characters', { note: 'я'.repeat(100_000) }, 'TOO_LONG'],
    ['51 labels', { labels: Array.from({ length: 51 }, (_, n) => `м${n}`) }, 'TOO_LONG'],
    ['a month that does not exist', { date: '2026-13-01' }, 'BAD_INPUT'],
    ['half a kopeck', { amount: 0.5 }, 'BAD_INPUT'],
    ['an id that is none', { counterpartyId: 'x' }, 'BAD_INPUT'],
    ['a kind that does not exist', { kind: 'poem' as never }, 'BAD_INPUT'],
  ])('%s is refused', (_case, given, code) => {
    expect(codeOf(rows.run('document.create', documentForm(given), { as: clerk }))).toBe(code);
    expect(rows.all('document')).toHaveLength(1);
  });

  test('the longest subject, RTL marks and SQL are kept as they were typed', () => {
    const subject = `'); DROP TABLE document;-- \u202e${'я'.repeat(900)}`;
    const { id } = resultOf<{ id: string }>(rows.run('document.create', documentForm({ subject })));
    expect(rows.get('document', id).subject).toBe(subject);
  });
});

describe('document.update', () => {
  const update = (patch: object, base: object, as = director, id = paper) =>
    rows.run('document.update', { id, patch, base }, { as });

  test('writes what changed and one line of history', () => {
    expect(resultOf(update({ amount: 5, subject: 'Письмо' }, { amount: 100_000, subject: 'Письмо' }))).toEqual({
      conflict: null,
      written: ['amount'],
    });
    const [line] = rows.all('history');
    expect(line).toMatchObject({ action: 'document.update', objectId: paper, actorId: director });
    expect(line?.changes).toEqual([{ field: 'amount', from: 100_000, to: 5 }]);
  });

  test('an edit that changes nothing writes nothing', () => {
    const outcome = update({ amount: 100_000 }, { amount: 7 });
    expect(outcome).toMatchObject({ ok: true, changes: [] });
  });

  test('two people change different fields: both stand', () => {
    resultOf(update({ amount: 1 }, { amount: 100_000 }));
    expect(resultOf(update({ dueDate: '2026-06-01' }, { dueDate: null }, clerk))).toMatchObject({ conflict: null });
    expect(rows.get('document', paper)).toMatchObject({ amount: 1, dueDate: '2026-06-01' });
  });

  test('two people change the same amount: the centre’s stands, the other waits on the desk with both values', () => {
    resultOf(update({ amount: 1 }, { amount: 100_000 }));
    const { conflict, written } = resultOf<{ conflict: string; written: string[] }>(
      update({ amount: 2, note: 'моя', labels: ['срочно'] }, { amount: 100_000, note: null, labels: [] }, clerk),
    );
    expect(written).toEqual(['note', 'labels']);
    expect(rows.get('document', paper)).toMatchObject({ amount: 1, note: 'моя', labels: ['срочно'] });
    expect(rows.get('conflict', conflict)).toMatchObject({
      objectId: paper,
      authorId: clerk,
      theirsById: director,
      state: 'open',
      fields: [{ field: 'amount', base: 100_000, mine: 2, theirs: 1 }],
    });
  });

  test('two people come to the same amount: there is nothing to ask', () => {
    resultOf(update({ amount: 1 }, { amount: 100_000 }));
    expect(resultOf(update({ amount: 1 }, { amount: 100_000 }, clerk))).toEqual({ conflict: null, written: [] });
  });

  test('notes: the later one stands, without asking', () => {
    resultOf(update({ note: 'первая' }, { note: null }));
    expect(resultOf(update({ note: 'вторая' }, { note: null }, clerk))).toMatchObject({ conflict: null });
    expect(rows.get('document', paper).note).toBe('вторая');
  });

  test('labels: what either added is in, what either took out is out', () => {
    rows.put('document', documentRow(paper, { labels: ['а', 'б'] }));
    resultOf(update({ labels: ['а', 'б', 'в'] }, { labels: ['а', 'б'] }));
    resultOf(update({ labels: ['б', 'г'] }, { labels: ['а', 'б'] }, clerk));
    expect(rows.get('document', paper).labels).toEqual(['б', 'в', 'г']);
  });

  test('an edit of what has been archived meanwhile is refused', () => {
    resultOf(rows.run('document.archive', { id: paper }));
    expect(codeOf(update({ amount: 1 }, { amount: 100_000 }, clerk))).toBe('ARCHIVED');
  });

  test.each([
    ['a paper of another branch does not exist for a person', { amount: 1 }, stranger, paper, 'NOT_FOUND'],
    ['nor does one that nobody wrote', { amount: 1 }, director, rowId(4, 99), 'NOT_FOUND'],
    ['it cannot be moved where its editor may not file', { branchId: kazan }, clerk, paper, 'DENIED'],
    ['nor given to somebody who does not exist', { responsibleId: rowId(2, 99) }, director, paper, 'NOT_FOUND'],
    ['nor get too long a number', { number: '1'.repeat(61) }, director, paper, 'TOO_LONG'],
  ])('%s', (_case, patch, as, id, code) => {
    expect(codeOf(update(patch, {}, as, id))).toBe(code);
    expect(rows.all('history')).toEqual([]);
  });

  test('on a workstation a row that is not there may yet exist', () => {
    const order = { id: rowId(4, 99), patch: { amount: 1 }, base: {} };
    expect(codeOf(rows.run('document.update', order, { where: 'device' }))).toBe('NOT_HERE');
  });

  test('what a newer program has added to a row survives an older one', () => {
    rows.put('document', { ...documentRow(paper), stamp: 'будущее' });
    resultOf(update({ amount: 1 }, { amount: 100_000 }));
    expect(rows.get('document', paper)).toMatchObject({ amount: 1, stamp: 'будущее' });
  });

  test('a paper that moves to another branch leaves the sight of its clerk', () => {
    resultOf(update({ branchId: kazan }, { branchId: moscow }));
    expect(codeOf(update({ amount: 1 }, { amount: 100_000 }, clerk))).toBe('NOT_FOUND');
    expect(resultOf(update({ amount: 1 }, { amount: 100_000 }, stranger))).toMatchObject({ written: ['amount'] });
  });
});

describe('document.archive and document.restore', () => {
  test('there and back, each with its line of history', () => {
    resultOf(rows.run('document.archive', { id: paper }, { at: 9 }));
    expect(rows.get('document', paper).archivedAt).toBe(9);
    resultOf(rows.run('document.restore', { id: paper }));
    expect(rows.get('document', paper).archivedAt).toBeNull();
    expect(rows.all('history').map((line) => line.action)).toEqual(['document.archive', 'document.restore']);
  });

  test('two people archive it: the first time stands, nothing is written twice', () => {
    resultOf(rows.run('document.archive', { id: paper }, { at: 9 }));
    expect(rows.run('document.archive', { id: paper }, { as: clerk, at: 10 })).toMatchObject({ ok: true, changes: [] });
    expect(rows.get('document', paper).archivedAt).toBe(9);
  });

  test('restoring what is not archived changes nothing', () => {
    expect(rows.run('document.restore', { id: paper })).toMatchObject({ ok: true, changes: [] });
  });

  test.each(['document.archive', 'document.restore'] as const)('%s of a paper out of sight is refused', (name) => {
    expect(codeOf(rows.run(name, { id: paper }, { as: stranger }))).toBe('NOT_FOUND');
  });
});
