import { checkAccountKey, checkBik } from '#shared/lib/requisites/account.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';
import { checkKpp } from '#shared/lib/requisites/kpp.ts';
import { checkOgrn, checkOgrnip } from '#shared/lib/requisites/ogrn.ts';

export interface BadRequisite {
  field: 'inn' | 'kpp' | 'ogrn' | 'bik' | 'account';
  reason: string;
}

interface Requisites {
  inn?: string | null;
  kpp?: string | null;
  ogrn?: string | null;
}

/** The first of the given requisites that does not pass its check; empty ones are not checked. */
export function firstBadRequisite(given: Requisites): BadRequisite | null {
  const checks = [
    ['inn', given.inn, checkInn],
    ['kpp', given.kpp, checkKpp],
    ['ogrn', given.ogrn, given.ogrn?.length === 15 ? checkOgrnip : checkOgrn],
  ] as const;
  for (const [field, value, check] of checks) {
    if (!value) continue;
    const outcome = check(value);
    if (!outcome.ok) return { field, reason: outcome.code };
  }
  return null;
}

/** Checks the 20 digits of an account, its БИК, and that both belong together. */
export function badAccount(account: string, bik: string | null): BadRequisite | null {
  if (!/^\d{20}$/.test(account)) return { field: 'account', reason: 'ACCOUNT_LENGTH' };
  if (!bik) return null;
  const outcome = checkBik(bik);
  if (!outcome.ok) return { field: 'bik', reason: outcome.code };
  const key = checkAccountKey(account, bik);
  return key.ok ? null : { field: 'account', reason: key.code };
}
