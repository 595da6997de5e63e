import type { RawBlock } from '#shared/formats/client-bank/raw-block.ts';
import type { BankParty } from '#shared/formats/client-bank/records.ts';
import type { ProblemList } from '#shared/formats/problem.ts';
import { checkAccount, checkAccountKey, checkBik } from '#shared/lib/requisites/account.ts';
import type { RequisiteCheck } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';
import { checkKpp } from '#shared/lib/requisites/kpp.ts';

/** Banks write 0 where a person has no ИНН or КПП. */
const withoutZero = (value: string | null): string | null => (value === '0' ? null : value);

/** `ИНН 7707083893 ООО Ромашка`, `7707083893, ООО Ромашка`: version 1.01 puts both into one line. */
const splitName = (name: string): { inn: string | null; name: string } => {
  const match = /^(?:ИНН[ :№]{0,3})?(\d{12}|\d{10})[ ,;/\\]{1,4}(?=\S)/i.exec(name);
  return match ? { inn: match[1] ?? null, name: name.slice(match[0].length).trim() } : { inn: null, name };
};

const report = (problems: ProblemList, check: RequisiteCheck, requisite: string, line: number, bik: string | null) => {
  if (check.ok) return;
  const value = String(check.params['value'] ?? check.params['account'] ?? '');
  problems.once(`${requisite} ${value} ${bik}`, 'REQUISITE_WRONG', line, {
    requisite,
    reason: check.code,
    value,
    ...(bik === null ? {} : { bik }),
  });
};

const checkParty = (prefix: string, raw: RawBlock, party: BankParty, problems: ProblemList): void => {
  const { inn, kpp, bik, account, corrAccount } = party;
  if (inn) report(problems, checkInn(inn), 'inn', raw.lineOf(`${prefix}ИНН`), null);
  if (kpp) report(problems, checkKpp(kpp), 'kpp', raw.lineOf(`${prefix}КПП`), null);
  const bikCheck = bik === null ? null : checkBik(bik);
  if (bikCheck) report(problems, bikCheck, 'bik', raw.lineOf(`${prefix}БИК`), null);
  // The key needs a whole БИК; without one only the shape can be judged.
  const keyed = bikCheck?.ok ? bik : null;
  const accounts = [
    ['account', account, `${prefix}Счет`],
    ['corrAccount', corrAccount, `${prefix}Корсчет`],
  ] as const;
  for (const [requisite, value, key] of accounts) {
    if (!value) continue;
    const check = keyed ? checkAccountKey(value, keyed) : checkAccount(value);
    report(problems, check, requisite, raw.lineOf(key), check.ok || check.code === 'ACCOUNT_KEY' ? keyed : null);
  }
};

/** Плательщик or Получатель of a document, with its codes checked; wrong codes are kept and reported. */
export const readParty = (prefix: 'Плательщик' | 'Получатель', raw: RawBlock, problems: ProblemList): BankParty => {
  const written = raw.get(`${prefix}1`) ?? raw.get(prefix);
  const split = written === null ? { inn: null, name: null } : splitName(written);
  const given = withoutZero(raw.get(`${prefix}ИНН`));
  const inn = given ?? split.inn;
  if (given === null && split.inn !== null) {
    const line = raw.lineOf(raw.get(`${prefix}1`) ? `${prefix}1` : prefix);
    problems.once(split.inn, 'INN_FROM_NAME', line, { inn: split.inn, name: split.name ?? '' });
  }
  const settlement = raw.get(`${prefix}РасчСчет`);
  const party: BankParty = {
    account: raw.get(`${prefix}Счет`) ?? settlement,
    settlementAccount: settlement,
    inn,
    kpp: withoutZero(raw.get(`${prefix}КПП`)),
    name: split.name || null,
    nameLines: [2, 3, 4].flatMap((index) => raw.get(`${prefix}${index}`) ?? []),
    bankName: raw.get(`${prefix}Банк1`),
    bankCity: raw.get(`${prefix}Банк2`),
    bik: raw.get(`${prefix}БИК`),
    corrAccount: raw.get(`${prefix}Корсчет`),
  };
  checkParty(prefix, raw, party, problems);
  return party;
};
