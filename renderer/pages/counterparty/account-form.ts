import { accountFault, bikFault, type Fault } from '#renderer/pages/counterparty/requisite-checks.ts';
import type { RowOf } from '#shared/domain/registry.ts';

export interface AccountDraft {
  account: string;
  bik: string;
  bankName: string;
  corrAccount: string;
  currency: string;
}

const names = ['account', 'bik', 'bankName', 'corrAccount', 'currency'] as const;
type Stored = Pick<RowOf<'bank_account'>, keyof AccountDraft>;

export const emptyAccount: AccountDraft = { account: '', bik: '', bankName: '', corrAccount: '', currency: 'RUB' };

export const accountDraftOf = (row: Stored): AccountDraft => ({
  account: row.account,
  bik: row.bik ?? '',
  bankName: row.bankName ?? '',
  corrAccount: row.corrAccount ?? '',
  currency: row.currency,
});

/** Numbers are pasted with spaces and no-break spaces. */
export const digitsOf = (text: string): string => text.replace(/[\s\u200b-\u200f\ufeff]/g, '');

export const accountFormOf = (draft: AccountDraft): Stored => ({
  account: digitsOf(draft.account),
  bik: digitsOf(draft.bik) || null,
  bankName: draft.bankName.trim() || null,
  corrAccount: digitsOf(draft.corrAccount) || null,
  currency: draft.currency.trim().toUpperCase() || 'RUB',
});

/** Only what differs from what the person saw, and what they saw. */
export function accountEditOf(seen: Stored, draft: AccountDraft) {
  const wanted = accountFormOf(draft);
  const changed = names.filter((name) => wanted[name] !== seen[name]);
  return {
    patch: Object.fromEntries(changed.map((name) => [name, wanted[name]])) as Partial<Stored>,
    base: Object.fromEntries(changed.map((name) => [name, seen[name]])),
  };
}

/** What is wrong with each field. The corr. account is checked with the key of its own bank. */
export function accountFaultsOf(draft: AccountDraft): Partial<Record<keyof AccountDraft, Fault>> {
  const form = accountFormOf(draft);
  const found = {
    account: accountFault(form.account, form.bik ?? ''),
    bik: bikFault(form.bik ?? ''),
    corrAccount: form.corrAccount ? accountFault(form.corrAccount, form.bik ?? '') : null,
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== null));
}
