import type { Balance } from '#shared/queries/relations.ts';

/** Who owes whom, as a key of the dictionary: closed papers not yet paid, or money paid ahead of them. */
export function debtWord({ debt, payer }: Pick<Balance, 'debt' | 'payer'>) {
  if (debt === 0) return 'settled' as const;
  if (payer === null) return 'unpaid' as const;
  if (debt > 0) return payer === 'we' ? ('weOwe' as const) : ('theyOwe' as const);
  return payer === 'we' ? ('weAhead' as const) : ('theyAhead' as const);
}
