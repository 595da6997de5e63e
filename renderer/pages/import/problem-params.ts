import { checkAccount, checkAccountKey, checkBik } from '#shared/lib/requisites/account.ts';
import type { RequisiteCheck } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';
import { checkKpp } from '#shared/lib/requisites/kpp.ts';
import { checkOgrn, checkOgrnip } from '#shared/lib/requisites/ogrn.ts';

/** Parameters of a problem as the formats give them. */
export type Given = Readonly<Record<string, unknown>>;

/** How values are written in the language of the window. */
export interface ValueWords {
  money: (kopecks: number) => string;
  date: (date: string) => string;
  count: (count: number) => string;
  bytes: (bytes: number) => string;
  /** A code of requisites as part of a sentence. */
  reason: (code: string) => string;
  /** A field of ours or a requisite by its name in the program; names of the file's own stay as they are. */
  field: (name: string) => string;
  /** Stands for a document without a number and the like. */
  unnamed: string;
}

const money = new Set([
  'difference',
  'opening',
  'received',
  'spent',
  'closing',
  'stated',
  'counted',
  'expected',
  'sum',
]);
const dates = new Set(['date', 'from', 'to']);
const names = new Set(['requisite', 'field']);

/** The parameters as the sentence shows them: sums of kopecks as amounts, dates and names as people write them. */
export function worded(params: Given, words: ValueWords): Record<string, string> {
  // A limit of bytes comes with the bytes of the file; any other is a count.
  const inBytes = 'bytes' in params;
  const write = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return words.unnamed;
    if (typeof value === 'number') {
      if (money.has(name)) return words.money(value);
      if (name === 'bytes' || (name === 'limit' && inBytes)) return words.bytes(value);
      return words.count(value);
    }
    const text = String(value);
    if (dates.has(name) && /^\d{4}-\d\d-\d\d$/.test(text)) return words.date(text);
    if (name === 'reason') return words.reason(text);
    return names.has(name) ? words.field(text) : text;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, write(name, value)]));
}

const checks: readonly (readonly [prefix: string, check: (value: string, bik: string) => RequisiteCheck])[] = [
  ['INN', checkInn],
  ['KPP', checkKpp],
  ['OGRNIP', checkOgrnip],
  ['OGRN', checkOgrn],
  ['BIK', checkBik],
  ['ACCOUNT', (value, bik) => (bik ? checkAccountKey(value, bik) : checkAccount(value))],
];

/** The file's complaint names the code and the value only: what was expected is found by checking the value again. */
export function requisiteParams(code: string, params: Given): Record<string, string> {
  const value = String(params['value'] ?? '');
  const bik = String(params['bik'] ?? '');
  const check = checks.find(([prefix]) => code.startsWith(`${prefix}_`))?.[1];
  const again = check?.(value, bik);
  const found = again && !again.ok ? again.params : {};
  const text = Object.entries(found).map(([name, one]) => [name, String(one)]);
  return { value, bik, length: String(value.length), ...Object.fromEntries(text) };
}

/** A place that the file gave nothing for is left open rather than shown as a key. */
export const filled = (sentence: string): string => sentence.replace(/\s?\{\{\w+\}\}/g, '');
