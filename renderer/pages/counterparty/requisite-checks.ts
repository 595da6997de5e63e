import type { CounterpartyForm } from '#shared/commands/counterparty.ts';
import { checkAccount, checkAccountKey, checkBik } from '#shared/lib/requisites/account.ts';
import type { RequisiteCheck } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';
import { checkKpp } from '#shared/lib/requisites/kpp.ts';
import { checkOgrn, checkOgrnip } from '#shared/lib/requisites/ogrn.ts';

/** What is wrong with a requisite: a key of the dictionary and its parameters. */
export interface Fault {
  code: string;
  params: Readonly<Record<string, string | number>>;
}

const faultOf = (check: RequisiteCheck): Fault | null => (check.ok ? null : { code: check.code, params: check.params });
const alone = (code: string): Fault => ({ code, params: {} });

type Kind = CounterpartyForm['kind'];
const isOneMan = (kind: Kind): boolean => kind === 'entrepreneur' || kind === 'person';

/** The code itself, then whether it suits the kind of counterparty; an empty one is not wrong, of a foreign company none is checked by kind. */
export function innFault(inn: string, kind: Kind): Fault | null {
  if (!inn) return null;
  const fault = faultOf(checkInn(inn));
  if (fault) return fault;
  if (kind === 'legal' && inn.length === 12) return alone('INN_KIND_10');
  return isOneMan(kind) && inn.length === 10 ? alone('INN_KIND_12') : null;
}

export function kppFault(kpp: string, kind: Kind): Fault | null {
  if (!kpp) return null;
  return isOneMan(kind) ? alone('KPP_KIND') : faultOf(checkKpp(kpp));
}

/** An ОГРНИП has 15 digits, an ОГРН 13: an entrepreneur's is checked as the former, others by their length. */
export function ogrnFault(ogrn: string, kind: Kind): Fault | null {
  if (!ogrn) return null;
  return faultOf(kind === 'entrepreneur' || ogrn.length === 15 ? checkOgrnip(ogrn) : checkOgrn(ogrn));
}

export const bikFault = (bik: string): Fault | null => (bik ? faultOf(checkBik(bik)) : null);

/** Twenty digits; with a right БИК also the key. */
export function accountFault(account: string, bik: string): Fault | null {
  if (!account) return alone('ACCOUNT_DIGITS');
  const shape = faultOf(checkAccount(account));
  if (shape || !bik || bikFault(bik)) return shape;
  return faultOf(checkAccountKey(account, bik));
}
