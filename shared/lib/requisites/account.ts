import { checkShape, failed, passed, type RequisiteCheck } from '#shared/lib/requisites/check.ts';

/** Checks the shape of a БИК: nine digits, not all zeros. A БИК has no check digit. */
export const checkBik = (bik: string): RequisiteCheck => checkShape(bik, 'BIK', [9]) ?? passed;

/** Checks the shape of an account: twenty digits, not all zeros. Its key needs the БИК, see `checkAccountKey`. */
export const checkAccount = (account: string): RequisiteCheck => checkShape(account, 'ACCOUNT', [20]) ?? passed;

/**
 * Accounts kept by the Bank of Russia itself: correspondent accounts, the single treasury account, and every account
 * of a settlement centre, whose БИК ends in 000, 001 or 002. Their key is computed with the centre's number.
 */
const isKeptByBankOfRussia = (account: string, bik: string): boolean =>
  account.startsWith('301') || account.startsWith('40102') || /00[012]$/.test(bik);

/** Treasury accounts 03… carry no key (order of the Treasury 15н, 2020). */
const isTreasury = (account: string): boolean => account.startsWith('03');

/**
 * Checks the key of an account against the БИК of its bank (ЦБ № 515 of 08.09.1997): the last digits of the products
 * with 7, 1, 3 … over the bank's three digits and the account add up to a number ending in 0.
 */
export const checkAccountKey = (account: string, bik: string): RequisiteCheck => {
  const shape = checkShape(account, 'ACCOUNT', [20]) ?? checkShape(bik, 'BIK', [9]);
  if (shape) return shape;
  if (isTreasury(account)) return passed;
  const prefix = isKeptByBankOfRussia(account, bik) ? `0${bik.slice(4, 6)}` : bik.slice(6);
  let sum = 0;
  for (const [index, digit] of [...prefix, ...account].entries()) {
    sum += (Number(digit) * ([7, 1, 3][index % 3] ?? 0)) % 10;
  }
  return sum % 10 === 0 ? passed : failed('ACCOUNT_KEY', { account, bik });
};
