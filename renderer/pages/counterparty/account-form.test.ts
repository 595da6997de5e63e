import { expect, test } from 'vitest';
import {
  accountDraftOf,
  accountEditOf,
  accountFaultsOf,
  accountFormOf,
  emptyAccount,
} from '#renderer/pages/counterparty/account-form.ts';

test('numbers lose the spaces they were pasted with, empty lines are nothing', () => {
  const form = accountFormOf({ ...emptyAccount, account: '4070 2810 9380 0006 0473', bankName: ' ' });
  expect(form).toEqual({
    account: '40702810938000060473',
    bik: null,
    bankName: null,
    corrAccount: null,
    currency: 'RUB',
  });
});

test('an edit holds only what differs', () => {
  const seen = accountFormOf({ ...emptyAccount, account: '40702810938000060473', bik: '044525225' });
  expect(accountEditOf(seen, accountDraftOf(seen)).patch).toEqual({});
  expect(accountEditOf(seen, { ...accountDraftOf(seen), bankName: 'Банк' })).toEqual({
    patch: { bankName: 'Банк' },
    base: { bankName: null },
  });
});

test('the corr. account is checked together with the БИК', () => {
  const draft = { ...emptyAccount, account: '40702810938000060473', bik: '044525225' };
  expect(accountFaultsOf({ ...draft, corrAccount: '30101810400000000225' }).corrAccount).toBeUndefined();
  expect(accountFaultsOf({ ...draft, corrAccount: '30101810400000000226' }).corrAccount?.code).toBe('ACCOUNT_KEY');
});
