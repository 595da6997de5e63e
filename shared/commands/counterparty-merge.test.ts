import { beforeEach, describe, expect, test } from 'vitest';
import { counterpartyForm, documentForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { bankAccountRow, counterpartyRow, documentRow, rowId, whole } from '#tests/fixtures/kernel/rows.ts';

const [first, second, third] = [rowId(3, 1), rowId(3, 2), rowId(3, 3)];
let rows: MemoryRows;

beforeEach(() => {
  rows = new MemoryRows();
  for (const [id, given] of [
    [first, { name: 'Ромашка', phone: '+7 495 100-00-01' }],
    [second, { name: 'Ромашка ООО', phone: '+7 495 200-00-02', possibleDuplicateOf: first }],
    [third, { name: 'Ромашка плюс' }],
  ] as const)
    rows.put('counterparty', whole('counterparty', counterpartyRow(id, given)));
});

const merge = (id: string, intoId: string, patch: object = {}, base: object = {}) =>
  rows.run('counterparty.merge', { id, intoId, patch, base });
const party = (id: string) => rows.get('counterparty', id);

describe('counterparty.merge', () => {
  test('the duplicate is put away under the record that stays, which takes the chosen values', () => {
    const patch = { phone: '+7 495 200-00-02' };
    expect(resultOf(merge(second, first, patch, { phone: '+7 495 100-00-01' }))).toEqual({ id: first, conflict: null });
    expect(party(second)).toMatchObject({ mergedIntoId: first, phone: '+7 495 200-00-02' });
    expect(party(second).archivedAt).not.toBeNull();
    expect(party(first)).toMatchObject({ phone: '+7 495 200-00-02', archivedAt: null, name: 'Ромашка' });
  });

  test('neither documents nor accounts are touched, so what was approved stays approved', () => {
    const paper = documentRow(rowId(4, 1), { counterpartyId: second });
    rows.put('document', whole('document', paper));
    rows.put('bank_account', bankAccountRow(rowId(5, 1), { counterpartyId: second }));
    merge(second, first);
    expect(rows.get('document', paper.id).counterpartyId).toBe(second);
    expect(rows.get('bank_account', rowId(5, 1)).counterpartyId).toBe(second);
  });

  test('the record that stays is no duplicate of what it took in', () => {
    merge(first, second);
    expect(party(second).possibleDuplicateOf).toBeNull();
  });

  test('two who merge the same way agree; the second one’s values are taken as any edit is', () => {
    merge(second, first);
    expect(resultOf(merge(second, first, { email: 'a@b.ru' }, { email: null }))).toMatchObject({ id: first });
    expect(party(first).email).toBe('a@b.ru');
  });

  test('crosswise: whoever comes second is told who was first, and there is no ring', () => {
    merge(first, second);
    expect(codeOf(merge(second, first))).toBe('MERGED');
    expect(party(second)).toMatchObject({ mergedIntoId: null, archivedAt: null });
  });

  test('into one that has been merged meanwhile: its own taker gets the duplicate, and no values chosen beside another', () => {
    merge(second, third);
    expect(resultOf(merge(first, second, { phone: '000' }, { phone: '+7 495 200-00-02' }))).toMatchObject({
      id: third,
    });
    expect(party(first).mergedIntoId).toBe(third);
    expect(party(third).phone).toBeNull();
  });

  test('a reason to stop is lost neither on the way to whoever stands nor when nobody chose it', () => {
    rows.put('counterparty', { ...party(second), stopReason: 'Банкрот' });
    merge(first, third);
    merge(second, first, { stopReason: 'Банкрот' }, { stopReason: null });
    expect(party(third).stopReason).toBe('Банкрот');
    resultOf(rows.run('counterparty.unmerge', { id: second }));
    expect([party(second), party(third)].map((one) => one.stopReason)).toEqual(['Банкрот', null]);
    merge(second, third);
    expect(party(third).stopReason).toBe('Банкрот');
  });

  test('a reason that was lifted on the card is lifted from all that were taken in', () => {
    rows.put('counterparty', { ...party(second), stopReason: 'Банкрот' });
    merge(second, first);
    merge(first, third);
    const lift = { id: third, patch: { stopReason: null }, base: { stopReason: 'Банкрот' } };
    resultOf(rows.run('counterparty.update', lift));
    expect([first, second, third].map((id) => party(id).stopReason ?? null)).toEqual([null, null, null]);
  });

  test('a record merged elsewhere is not merged again', () => {
    merge(second, third);
    expect(codeOf(merge(second, first))).toBe('MERGED');
  });

  test.each([
    ['with itself', () => merge(first, first), 'MERGED'],
    ['into the archive', () => rows.run('counterparty.archive', { id: first }) && merge(second, first), 'ARCHIVED'],
    ['with a wrong ИНН', () => merge(second, first, { inn: '7707083894' }, { inn: null }), 'BAD_REQUISITE'],
    ['of nothing', () => merge(rowId(3, 9), first), 'NOT_FOUND'],
  ])('%s is refused', (_case, run, code) => {
    expect(codeOf(run())).toBe(code);
    expect(party(second).mergedIntoId).toBeNull();
  });

  test('what comes later against the duplicate lands with the record that stays', () => {
    merge(second, first);
    const document = resultOf<{ id: string }>(rows.run('document.create', documentForm({ counterpartyId: second })));
    expect(rows.get('document', document.id).counterpartyId).toBe(second);
    const account = { account: '40702810400000000001', bik: null, bankName: null, corrAccount: null, currency: 'RUB' };
    const added = resultOf<{ id: string }>(rows.run('bank_account.add', { ...account, counterpartyId: second }));
    expect(rows.get('bank_account', added.id).counterpartyId).toBe(first);
    const look = { source: 'ЕГРЮЛ', checkedOn: '2026-05-01', validUntil: null, result: 'clear', comment: null };
    const check = resultOf<{ id: string }>(rows.run('counterparty_check.add', { ...look, counterpartyId: second }));
    expect(rows.get('counterparty_check', check.id).counterpartyId).toBe(first);
  });

  test('a new record with the same codes is a duplicate of the one that stays', () => {
    merge(first, second);
    const { id } = resultOf<{ id: string }>(rows.run('counterparty.create', counterpartyForm()));
    expect(party(id).possibleDuplicateOf).toBe(second);
  });

  test('a merged record is neither edited nor brought back from the archive', () => {
    merge(second, first);
    const edit = { id: second, patch: { phone: '1' }, base: { phone: '+7 495 200-00-02' } };
    expect(codeOf(rows.run('counterparty.update', edit))).toBe('MERGED');
    expect(codeOf(rows.run('counterparty.restore', { id: second }))).toBe('MERGED');
  });
});

describe('counterparty.unmerge', () => {
  test('both are as they were, but for what somebody has changed since', () => {
    merge(second, first, { phone: '2', email: 'b@b.ru' }, { phone: '+7 495 100-00-01', email: null });
    rows.run('counterparty.update', { id: first, patch: { email: 'c@c.ru' }, base: { email: 'b@b.ru' } });
    resultOf(rows.run('counterparty.unmerge', { id: second }));
    expect(party(second)).toMatchObject({ mergedIntoId: null, archivedAt: null, possibleDuplicateOf: first });
    expect(party(first)).toMatchObject({ phone: '+7 495 100-00-01', email: 'c@c.ru' });
  });

  test('also when two people merged them, each with values of their own', () => {
    merge(second, first, { phone: '2' }, { phone: '+7 495 100-00-01' });
    merge(second, first, { phone: '3', email: 'b@b.ru' }, { phone: '2', email: null });
    resultOf(rows.run('counterparty.unmerge', { id: second }));
    expect(party(first)).toMatchObject({ phone: '+7 495 100-00-01', email: null });
    // What somebody writes since is theirs, whatever an earlier merge had taken.
    rows.run('counterparty.update', { id: first, patch: { phone: '3' }, base: { phone: '+7 495 100-00-01' } });
    merge(second, first);
    resultOf(rows.run('counterparty.unmerge', { id: second }));
    expect(party(first).phone).toBe('3');
  });

  test('what was in the archive goes back there, and what it was marked as stays', () => {
    rows.put('counterparty', { ...party(second), possibleDuplicateOf: third });
    resultOf(rows.run('counterparty.archive', { id: second }));
    const { archivedAt } = party(second);
    merge(second, first);
    resultOf(rows.run('counterparty.unmerge', { id: second }));
    expect(party(second)).toMatchObject({ archivedAt, possibleDuplicateOf: third });
  });

  test('of one that stands by itself does nothing', () => {
    expect(resultOf(rows.run('counterparty.unmerge', { id: first }))).toEqual({});
    expect(party(first).possibleDuplicateOf).toBeNull();
  });
});

describe('counterparty.distinguish', () => {
  test('the mark goes, and both records remember why', () => {
    resultOf(rows.run('counterparty.distinguish', { id: first, otherId: second, distinct: true }));
    expect(party(second).possibleDuplicateOf).toBeNull();
    const told = rows.all('history').map((line) => [line.objectId, line.changes[0]?.to]);
    expect(told).toEqual(
      expect.arrayContaining([
        [first, second],
        [second, first],
      ]),
    );
  });

  test('taken back, the mark is there again; said twice, it is said once', () => {
    const say = (distinct: boolean) => rows.run('counterparty.distinguish', { id: first, otherId: second, distinct });
    resultOf(say(true));
    const lines = rows.all('history').length;
    resultOf(say(true));
    expect(rows.all('history')).toHaveLength(lines);
    resultOf(say(false));
    expect(party(second).possibleDuplicateOf).toBe(first);
    expect(party(first).possibleDuplicateOf).toBeNull();
    resultOf(say(true));
    expect(party(second).possibleDuplicateOf).toBeNull();
  });

  test('from itself is no question', () => {
    expect(codeOf(rows.run('counterparty.distinguish', { id: first, otherId: first, distinct: true }))).toBe(
      'BAD_INPUT',
    );
  });
});
