import { beforeEach, expect, test } from 'vitest';
import { checkAccountKey } from '#shared/lib/requisites/account.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, counterpartyRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const party = rowId(3, 1);
const bik = '044525225';
const otherBik = '044525974';
/** The account of a bank whose key fits, among ten that differ in it. */
const accountAt = (bank: string, n: number): string => {
  const all = Array.from({ length: 10 }, (_, key) => `40702810${key}${String(n).padStart(11, '0')}`);
  return all.find((one) => checkAccountKey(one, bank).ok) as string;
};
const form = (given: object = {}) => ({
  counterpartyId: party,
  account: accountAt(bik, 1),
  bik,
  bankName: 'Сбербанк',
  corrAccount: null,
  currency: 'RUB',
  ...given,
});

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
  rows.put('counterparty', counterpartyRow(party));
});

const add = (given: object = {}) => resultOf<{ id: string }>(rows.run('bank_account.add', form(given), { at: 7 })).id;

test('an account stands under its owner; the same one again is refused until it is archived', () => {
  const id = add();
  expect(rows.get('bank_account', id)).toMatchObject({ counterpartyId: party, createdAt: 7, archivedAt: null });
  expect(codeOf(rows.run('bank_account.add', form()))).toBe('ALREADY_EXISTS');
  resultOf(rows.run('bank_account.archive', { id }));
  expect(rows.run('bank_account.archive', { id })).toMatchObject({ ok: true, changes: [] });
  expect(add()).not.toBe(id);
});

test('the same number in another bank, or of another owner, is another account', () => {
  const [other, treasury] = [rowId(3, 2), { account: '03100643000000017300' }];
  rows.put('counterparty', counterpartyRow(other));
  const ids = [add(), add({ counterpartyId: other }), add(treasury), add({ ...treasury, bik: otherBik })];
  expect(new Set(ids).size).toBe(4);
});

test.each([
  ['19 digits', { account: '4070281040000000001' }, 'BAD_REQUISITE'],
  ['a key that does not fit the bank', { account: accountAt(otherBik, 5), bik: '044525226' }, 'BAD_REQUISITE'],
  ['a БИК of eight digits', { bik: '04452522' }, 'BAD_REQUISITE'],
  ['an account of 21 characters', { account: '4'.repeat(21) }, 'TOO_LONG'],
  ['an owner that does not exist', { counterpartyId: rowId(3, 9) }, 'NOT_FOUND'],
])('%s is refused', (_case, given, code) => {
  expect(codeOf(rows.run('bank_account.add', form(given)))).toBe(code);
  expect(rows.all('bank_account')).toEqual([]);
});

test('two people correct the account: the desk asks, the name of the bank is simply the later', () => {
  const id = add();
  const [first, second] = [accountAt(bik, 2), accountAt(bik, 3)];
  const base = { account: accountAt(bik, 1), bankName: 'Сбербанк' };
  resultOf(rows.run('bank_account.update', { id, base, patch: { account: first, bankName: 'Сбер' } }));
  const edit = { id, base, patch: { account: second, bankName: 'ПАО Сбербанк' } };
  const { conflict } = resultOf<{ conflict: string }>(rows.run('bank_account.update', edit, { as: clerk }));
  expect(rows.get('bank_account', id)).toMatchObject({ account: first, bankName: 'ПАО Сбербанк' });
  expect(rows.get('conflict', conflict).fields).toMatchObject([{ field: 'account', mine: second, theirs: first }]);
});

test('an update is checked together with what it leaves as it is', () => {
  const id = add();
  const update = (patch: object) => rows.run('bank_account.update', { id, patch, base: {} });
  expect(codeOf(update({ bik: '044525226' }))).toBe('BAD_REQUISITE');
  expect(codeOf(update({ account: '40702810000000000009' }))).toBe('BAD_REQUISITE');
  expect(codeOf(rows.run('bank_account.update', { id: rowId(5, 9), patch: {}, base: {} }))).toBe('NOT_FOUND');
});

test('when the bank is taken out, only the shape of the account is left to check', () => {
  const id = add();
  const strange = '40702810000000000009';
  expect(checkAccountKey(strange, bik).ok).toBe(false);
  resultOf(
    rows.run('bank_account.update', { id, patch: { account: strange, bik: null }, base: rows.get('bank_account', id) }),
  );
  expect(rows.get('bank_account', id)).toMatchObject({ account: strange, bik: null });
});

test('an account in the archive is not changed, nor any of a counterparty in the archive', () => {
  const [kept, old] = [add(), add({ account: accountAt(bik, 2) })];
  const rename = (id: string) => rows.run('bank_account.update', { id, patch: { bankName: 'Сбер' }, base: {} });
  resultOf(rows.run('bank_account.archive', { id: old }));
  expect(codeOf(rename(old))).toBe('ARCHIVED');
  rows.put('counterparty', counterpartyRow(party, { archivedAt: 5 }));
  expect(codeOf(rename(kept))).toBe('ARCHIVED');
  expect(codeOf(rows.run('bank_account.archive', { id: kept }))).toBe('ARCHIVED');
  expect(codeOf(rows.run('bank_account.add', form({ account: accountAt(bik, 3) })))).toBe('ARCHIVED');
  rows.put('counterparty', counterpartyRow(party));
  resultOf(rename(kept));
});
