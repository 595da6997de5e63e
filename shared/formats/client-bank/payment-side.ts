import type { BankDocument, BankParty } from '#shared/formats/client-bank/records.ts';

export interface PaymentSide {
  /** own: between two accounts of this file's owner. */
  readonly direction: 'in' | 'out' | 'own';
  /** Our account as the file's header names it. */
  readonly ownAccount: string | null;
  /** False when the accounts did not tell and the bank's dates had to. */
  readonly byAccount: boolean;
}

const ownAccountOf = (party: BankParty, own: ReadonlySet<string>): string | null => {
  if (party.account !== null && own.has(party.account)) return party.account;
  return party.settlementAccount !== null && own.has(party.settlementAccount) ? party.settlementAccount : null;
};

/**
 * Which side of a document is ours: the one whose account is a РасчСчет of the file. Where neither is, the bank's own
 * ДатаСписано or ДатаПоступило tells, if only one stands there; otherwise null: it is not guessed.
 */
export const paymentSide = (document: BankDocument, own: ReadonlySet<string>): PaymentSide | null => {
  const payer = ownAccountOf(document.payer, own);
  const recipient = ownAccountOf(document.recipient, own);
  if (payer !== null && recipient !== null && payer !== recipient) {
    return { direction: 'own', ownAccount: payer, byAccount: true };
  }
  // Both sides the same account: a bank's correction; the dates tell.
  if (payer !== null && recipient === null) return { direction: 'out', ownAccount: payer, byAccount: true };
  if (recipient !== null && payer === null) return { direction: 'in', ownAccount: recipient, byAccount: true };
  const written = document.writtenOffOn !== null;
  const received = document.receivedOn !== null;
  if (written === received) return null;
  const only = own.size === 1 ? ([...own][0] ?? null) : payer;
  return { direction: written ? 'out' : 'in', ownAccount: only, byAccount: payer !== null };
};

/** Accounts the file is about: РасчСчет of the header and of the sections. */
export const ownAccounts = (file: {
  header: { accounts: readonly string[] };
  sections: readonly { account: string | null }[];
}): ReadonlySet<string> =>
  new Set([...file.header.accounts, ...file.sections.flatMap((section) => section.account ?? [])]);

/**
 * The identity of a payment, the same in every statement that shows it and on both accounts it runs between:
 * payer's account, recipient's account, date, number, sum in kopecks.
 */
export const paymentKey = (document: BankDocument, side: PaymentSide | null): string => {
  const own = side && !side.byAccount ? side.ownAccount : null;
  const payer = (side?.direction === 'out' ? own : null) ?? document.payer.account ?? '';
  const recipient = (side?.direction === 'in' ? own : null) ?? document.recipient.account ?? '';
  return ['payment', payer, recipient, document.date, document.number ?? '', document.sum].join(':');
};
