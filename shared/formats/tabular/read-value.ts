import { kopecksOf, plainDecimal } from '#shared/formats/tabular/decimal.ts';
import type { ValueType } from '#shared/formats/tabular/fields.ts';
import { documentKindOf } from '#shared/formats/tabular/kind-words.ts';
import { findName, type Lookups } from '#shared/formats/tabular/names.ts';
import type { TableCell } from '#shared/formats/tabular/table.ts';
import { isDate } from '#shared/lib/dates/dates.ts';
import type { RequisiteCheck, RequisiteCode } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';
import { checkKpp } from '#shared/lib/requisites/kpp.ts';
import { checkOgrn, checkOgrnip } from '#shared/lib/requisites/ogrn.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';

export type ValueProblemCode =
  | 'CELL_ERROR'
  | 'VALUE_REQUIRED'
  | 'TEXT_TOO_LONG'
  | 'DATE_UNREADABLE'
  | 'MONEY_UNREADABLE'
  | 'MONEY_FRACTION'
  | 'REQUISITE_WRONG'
  | 'KIND_UNKNOWN'
  | 'CURRENCY_UNKNOWN'
  | 'NUMBER_UNREADABLE'
  | 'FLAG_UNREADABLE'
  | 'CHOICE_UNKNOWN'
  | 'PERSON_UNKNOWN'
  | 'PERSON_AMBIGUOUS'
  | 'BRANCH_UNKNOWN'
  | 'COUNTERPARTY_AMBIGUOUS';

export type TableValue = string | number | boolean | readonly string[];

/** What values are looked up in: labels of a choice, people and branches by name. */
export interface Among extends Partial<Lookups> {
  options?: readonly string[] | undefined;
}

/** A value for a field, or why there is none. Money in kopecks, a flag true or false, people and branches by id, everything else a text. */
export type ReadValue =
  | { ok: true; value: TableValue }
  | { ok: false; code: ValueProblemCode; requisite: RequisiteCode | null };

const good = (value: TableValue): ReadValue => ({ ok: true, value });
const bad = (code: ValueProblemCode, requisite: RequisiteCode | null = null): ReadValue => ({
  ok: false,
  code,
  requisite,
});

/** A cell as a value of a field; `most`: characters of a text. Never a guess: what can be read in two ways is refused. */
export function readValue(cell: TableCell, type: ValueType, most: number, among: Among = {}): ReadValue {
  if (cell.type === 'error') return bad('CELL_ERROR');
  const text = cell.value.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  switch (type) {
    case 'date':
      return readDay(cell, text);
    case 'money':
      return readMoney(cell, text);
    case 'inn':
      return checked(digitsOf(cell, text, [10, 12]), checkInn);
    case 'kpp':
      return checked(digitsOf(cell, text.toUpperCase(), [9]), checkKpp);
    case 'ogrn':
      return readOgrn(digitsOf(cell, text, [13, 15]));
    case 'kind': {
      const kind = documentKindOf(text);
      return kind ? good(kind) : bad('KIND_UNKNOWN');
    }
    case 'currency':
      return readCurrency(text);
    case 'number':
      return readNumber(cell, text);
    case 'flag':
      return readFlag(text);
    case 'choice':
    case 'choices':
      return readChoice(text, type, among.options ?? []);
    case 'person': {
      const found = findName(among.people, text);
      return found ? good(found) : bad(found === null ? 'PERSON_AMBIGUOUS' : 'PERSON_UNKNOWN');
    }
    case 'branch': {
      const found = findName(among.branches, text);
      return found ? good(found) : bad('BRANCH_UNKNOWN');
    }
    default:
      return cell.cut || cell.value.length > most ? bad('TEXT_TOO_LONG') : good(cell.value.trim());
  }
}

const checked = (value: string, check: (value: string) => RequisiteCheck): ReadValue => {
  const outcome = check(value);
  return outcome.ok ? good(value) : bad('REQUISITE_WRONG', outcome.code);
};

const readOgrn = (value: string): ReadValue => checked(value, value.length === 15 ? checkOgrnip : checkOgrn);

/** A code without spaces and the apostrophe of spreadsheets; a number gets back the zeros it lost at its front. */
function digitsOf(cell: TableCell, text: string, lengths: readonly number[]): string {
  const plain = text.replace(/^'/, '').replace(/[ -]/g, '');
  if (cell.type !== 'number') return plain;
  const length = lengths.find((one) => plain.length === one || plain.length === one - 1);
  return length === undefined ? plain : plain.padStart(length, '0');
}

const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

/** дд.мм.гггг and its relatives, `yyyy-mm-dd`, «5 мая 2026 г.»; hours after a day are dropped. Years of two digits are of this century. */
function readDay(cell: TableCell, text: string): ReadValue {
  const day = cell.type === 'date' ? cell.value : cell.type === 'text' ? dayOf(text.toLowerCase()) : null;
  return day !== null && isDate(day) && day >= '1900-01-01' ? good(day) : bad('DATE_UNREADABLE');
}

function dayOf(text: string): string | null {
  const plain = text.replace(/(?:,? | ?t)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$/, '').replace(/ ?г(?:\.|ода?)?$/, '');
  const written = (year = '', month = '', day = ''): string =>
    `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(plain);
  if (numbers) return written(numbers[3], numbers[2], numbers[1]);
  const turned = /^(\d{4})[.-](\d{1,2})[.-](\d{1,2})$/.exec(plain);
  if (turned) return written(turned[1], turned[2], turned[3]);
  const words = /^«?"?(\d{1,2})»?"? ([а-я]{3,8}) (\d{4})$/.exec(plain);
  // «ма» begins «мая» alone once «март» has been looked for.
  const month = words ? months.findIndex((stem) => (words[2] ?? '').startsWith(stem)) : -1;
  return words && month >= 0 ? written(words[3], String(month + 1), words[1]) : null;
}

const ROUBLES = / ?(?:₽|р\.?|руб(?:\.|лей|ля|ль)?|rub)$/i;

/** `1 234,50`, `1234.5`, `1,234.50`, `1.234,50 ₽`, `-15`, `(15,00)`. */
function readMoney(cell: TableCell, given: string): ReadValue {
  const inBrackets = /^\((.+)\)$/.exec(given);
  const text = (inBrackets?.[1] ?? given).replace(ROUBLES, '').replace(/[−–]/g, '-');
  const decimal = cell.type === 'number' ? cell.value : cell.type === 'text' ? decimalOf(text) : null;
  if (decimal === null) return bad('MONEY_UNREADABLE');
  const kopecks = kopecksOf(inBrackets ? `-${decimal}` : decimal);
  return kopecks === null ? bad('MONEY_FRACTION') : good(kopecks);
}

function decimalOf(text: string): string | null {
  const grouped = /^(-?)(\d{1,3}(?:([ '.,])\d{3})(?:\3\d{3})*)(?:([.,])(\d{1,2}))?$/.exec(text);
  // One comma or point before three digits may be either: it is left to the next rule, which finds parts of kopecks.
  if (
    grouped &&
    grouped[3] !== grouped[4] &&
    (grouped[3] === ' ' || grouped[3] === "'" || grouped[4] !== undefined || /([.,])\d{3}\1/.test(text))
  )
    return plainDecimal(`${grouped[1]}${(grouped[2] ?? '').replace(/\D/g, '')}.${grouped[5] ?? '0'}`);
  return /^-? ?\d+(?:[.,]\d+)?$/.test(text) ? plainDecimal(text.replace(' ', '').replace(',', '.')) : null;
}

function readNumber(cell: TableCell, text: string): ReadValue {
  const decimal = cell.type === 'number' ? cell.value : cell.type === 'text' ? decimalOf(text) : null;
  const value = decimal === null ? Number.NaN : Number(decimal);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? good(value) : bad('NUMBER_UNREADABLE');
}

const yes = new Set(['да', 'yes', 'true', 'истина', '1', '+', 'x', 'х', 'есть', 'y', 'д']);
const no = new Set(['нет', 'no', 'false', 'ложь', '0', '-', 'n', 'н']);

function readFlag(text: string): ReadValue {
  const given = text.toLowerCase();
  if (yes.has(given)) return good(true);
  return no.has(given) ? good(false) : bad('FLAG_UNREADABLE');
}

/** One label as it is written in its definition; of several they stand between commas, semicolons or on lines of their own. */
function readChoice(text: string, type: 'choice' | 'choices', options: readonly string[]): ReadValue {
  const labelOf = (given: string) => options.find((one) => foldForFilter(one) === foldForFilter(given));
  const whole = labelOf(text);
  if (type === 'choice') return whole === undefined ? bad('CHOICE_UNKNOWN') : good(whole);
  if (whole !== undefined) return good([whole]);
  const labels = text
    .split(/[;,|]/)
    .filter((part) => part.trim() !== '')
    .map(labelOf);
  const known = labels.filter((one) => one !== undefined);
  return known.length === labels.length ? good([...new Set(known)]) : bad('CHOICE_UNKNOWN');
}

const currencies: Readonly<Record<string, string>> = {
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  рубль: 'RUB',
  рубли: 'RUB',
  '643': 'RUB',
  '810': 'RUB',
  $: 'USD',
  '840': 'USD',
  '€': 'EUR',
  '978': 'EUR',
  '¥': 'CNY',
  '156': 'CNY',
};

function readCurrency(text: string): ReadValue {
  const known = currencies[text.toLowerCase()];
  if (known) return good(known);
  return /^[A-Za-z]{3}$/.test(text) ? good(text.toUpperCase()) : bad('CURRENCY_UNKNOWN');
}
