import { checkInn } from '#shared/lib/requisites/inn.ts';
import { isFirstName } from '#shared/lib/words/first-names.ts';
import { plainNumber } from './amounts.ts';
import { isNumber } from './matching.ts';
import { type PlacedTerm, type QueryTerm, readQuery } from './query.ts';
import { type DateSpan, findDates } from './query-dates.ts';
import { tokenize } from './tokens.ts';
import type { WordKeys } from './word-keys.ts';

/** number: of a document, or a figure that may be an amount as well; person: an employee, by the name in any form. */
export type MeaningKind = 'word' | 'phrase' | 'number' | 'inn' | 'amount' | 'date' | 'person';

/** A part of what was typed and how it is taken. All parts have to be met, those `without` must not be. */
export interface Meaning {
  /** Names this part as long as it is typed so. */
  key: string;
  kind: MeaningKind;
  /** As it was typed. */
  text: string;
  without: boolean;
  /** Words that meet it when they all stand in one text. */
  terms: QueryTerm[];
  /** Days that meet it as well. */
  days?: { from: string; to: string };
  /** Ids of the employees whose records meet it as well. */
  people?: string[];
  /** Kopecks, where the figure may be an amount. */
  amount?: number;
  /** The person has switched it off. Of a date or an employee its words remain. */
  off: boolean;
}

/** Finds employees by the words of their names. */
export interface People {
  /** Employees whose surname is a form of the word. */
  bySurname(word: string): readonly { id: string; others: readonly string[] }[];
  /** Whether the words are forms of one. */
  akin(left: string, right: string): boolean;
}

const PATRONYMIC = /(?:вич|вна|ична|оглы|кызы)$/;

/** Surnames by the keys of their forms, wherever they stand in the names: the first word that is neither a first name nor a patronymic. */
export function peopleOf(employees: readonly { id: string; fullName: string }[], keysOf: WordKeys): People {
  const byKey = new Map<string, { id: string; others: string[] }[]>();
  for (const { id, fullName } of employees) {
    const words = tokenize(fullName).map((token) => token.text);
    const [first] = words;
    const surname = words.find((word) => !isFirstName(word) && !PATRONYMIC.test(word)) ?? first;
    const person = { id, others: words.filter((word) => word !== surname) };
    for (const key of surname === undefined ? [] : keysOf(surname)) byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  return {
    bySurname: (word) => [...new Set(keysOf(word).flatMap((key) => byKey.get(key) ?? []))],
    akin: (left, right) => left === right || keysOf(left).some((key) => keysOf(right).includes(key)),
  };
}

const QUOTED = /["“”„][^"“”„]*(?:["“”„]|$)/g;
const UNITS =
  /^\s*(тыс(?:яч[а-яё]*|\.)?|млн\.?|миллион[а-яё]*|млрд\.?|миллиард[а-яё]*)?\s*(руб(?:л[а-яё]*|\.)?|р\.|₽|rub)?(?![\p{L}\d])/iu;
/** Longer figures are accounts and barcodes. */
const LONGEST_AMOUNT = 12;
/** «Ли» is a surname when it is written as one. */
const SHORT_SURNAME = 3;

/** Reads what was typed as parts with a meaning. `off` are keys of the readings that the person does not want. */
export function understand(typed: string, off: readonly string[], people: People, whileTyping = true): Meaning[] {
  const text = typed.slice(0, 1_000);
  const terms = readQuery(text, whileTyping);
  const unquoted = text.replace(QUOTED, (part) => ' '.repeat(part.length));
  const dates = findDates(unquoted);
  const meanings: Meaning[] = [];
  for (let at = 0; at < terms.length; ) {
    const read =
      dateAt(text, terms, at, dates) ?? amountAt(text, unquoted, terms, at) ?? personAt(text, terms, at, people);
    const meaning = read?.meaning ?? plain(text, terms[at] as PlacedTerm);
    at += read?.length ?? 1;
    const isOff = off.includes(meaning.key);
    meanings.push({ ...meaning, off: isOff });
    // What is not to be taken for a date or a person are words again.
    if (isOff && (meaning.days || meaning.people)) {
      for (const term of terms.slice(at - (read?.length ?? 1), at)) {
        const word = plain(text, term);
        meanings.push({ ...word, off: off.includes(word.key) });
      }
    }
  }
  // A word typed twice is one wish.
  return meanings.filter((one, place) => meanings.findIndex((other) => other.key === one.key) === place);
}

interface Reading {
  meaning: Omit<Meaning, 'off'>;
  /** Number of terms it takes. */
  length: number;
}

const wordsOf = (term: QueryTerm): readonly string[] => (term.kind === 'word' ? [term.text] : term.words);

function meant(kind: MeaningKind, text: string, placed: readonly PlacedTerm[], end?: number): Omit<Meaning, 'off'> {
  const terms = placed.map(({ term }) => term);
  const without = terms.some((term) => term.without);
  const words = terms.flatMap(wordsOf).join(' ');
  return {
    key: `${without ? '-' : ''}${kind}:${words}`,
    kind,
    text: text.slice(placed[0]?.start ?? 0, Math.max(end ?? 0, placed.at(-1)?.end ?? 0)),
    without,
    // The set is asked for what has it; leaving it out is the work of whoever asks.
    terms: terms.map(({ without: _, ...term }) => term),
  };
}

/** Terms from `at` on that lie in the stretch; undefined when one of them reaches out of it. */
function within(terms: readonly PlacedTerm[], at: number, start: number, end: number): PlacedTerm[] | undefined {
  const first = terms[at];
  if (first === undefined || first.start < start || first.start >= end || first.term.without) return undefined;
  const inside = terms.slice(at).filter((term) => term.start < end);
  return inside.every((term) => term.end <= end) ? inside : undefined;
}

function dateAt(
  text: string,
  terms: readonly PlacedTerm[],
  at: number,
  dates: readonly DateSpan[],
): Reading | undefined {
  for (const { from, to, start, end } of dates) {
    const inside = within(terms, at, start, end);
    if (!inside) continue;
    return { meaning: { ...meant('date', text, inside, end), days: { from, to } }, length: inside.length };
  }
  return undefined;
}

const multipliers: readonly (readonly [RegExp, number])[] = [
  [/^тыс/i, 1_000],
  [/^м(?:лн|иллион)/i, 1_000_000],
  [/^м(?:лрд|иллиард)/i, 1_000_000_000],
];

function amountAt(text: string, unquoted: string, terms: readonly PlacedTerm[], at: number): Reading | undefined {
  const placed = terms[at];
  if (!placed || placed.term.without || placed.term.kind === 'phrase') return undefined;
  const { term } = placed;
  if (term.kind === 'word' && !isNumber(term.text)) return undefined;
  const kopecks = term.kind === 'amount' ? kopecksOf(term.key) : kopecksOf(plainNumber(term.text));
  const [all = '', thousands, currency] = UNITS.exec(unquoted.slice(placed.end)) ?? [];
  const end = placed.end + (thousands || currency ? all.length : 0);
  const taken = within(terms, at, placed.start, end) ?? [placed];
  if (thousands === undefined) {
    if (term.kind === 'word' && currency === undefined) return undefined;
    return { meaning: { ...meant('amount', text, [placed], end), amount: kopecks }, length: taken.length };
  }
  const amount = kopecks * (multipliers.find(([pattern]) => pattern.test(thousands))?.[1] ?? 1);
  const figure: QueryTerm = { kind: 'word', text: keyOf(amount), prefix: false };
  return {
    meaning: { ...meant('amount', text, [{ ...placed, term: figure }], end), amount },
    length: taken.length,
  };
}

/** «1234567k89» and «1234567» of the index → kopecks. */
function kopecksOf(key: string): number {
  const [whole = '0', cents = '0'] = key.split('k');
  return Number(whole) * 100 + Number(cents);
}

const keyOf = (kopecks: number): string => {
  const [whole, cents] = [Math.floor(kopecks / 100), kopecks % 100];
  return cents === 0 ? String(whole) : `${whole}k${String(cents).padStart(2, '0')}`;
};

/** «Миронова», «Мироновой Анне», «Анна Миронова», «Миронова А. П.». */
function personAt(text: string, terms: readonly PlacedTerm[], at: number, people: People): Reading | undefined {
  const first = nameAt(terms, at);
  if (first === undefined) return undefined;
  const own = surnamed(text, terms, at, first, people);
  if (own) return own;
  const surname = nameAt(terms, at + 1);
  const named = surname === undefined ? [] : people.bySurname(surname);
  const found = named.filter(({ others }) => others.some((name) => people.akin(name, first)));
  return found.length > 0 ? personal(text, terms.slice(at, at + 2), found) : undefined;
}

function surnamed(
  text: string,
  terms: readonly PlacedTerm[],
  at: number,
  word: string,
  people: People,
): Reading | undefined {
  const placed = terms[at] as PlacedTerm;
  const capital = /^\p{Lu}/u.test(text.slice(placed.start, placed.end));
  let found = word.length <= SHORT_SURNAME && !capital ? [] : people.bySurname(word);
  if (found.length === 0) return undefined;
  let length = 1;
  for (let part = 0; part < 2; part += 1) {
    const next = nameAt(terms, at + length);
    if (next === undefined) break;
    const narrowed = found.filter(({ others }) => {
      const name = others[part];
      return name !== undefined && (next.length === 1 ? name.startsWith(next) : people.akin(name, next));
    });
    if (narrowed.length === 0) break;
    found = narrowed;
    length += 1;
  }
  return personal(text, terms.slice(at, at + length), found);
}

const personal = (text: string, placed: readonly PlacedTerm[], found: readonly { id: string }[]): Reading => ({
  meaning: { ...meant('person', text, placed), people: found.map(({ id }) => id) },
  length: placed.length,
});

/** A word that may be part of a name. */
function nameAt(terms: readonly PlacedTerm[], at: number): string | undefined {
  const term = terms[at]?.term;
  return term?.kind === 'word' && !term.without && !isNumber(term.text) ? term.text : undefined;
}

function plain(text: string, placed: PlacedTerm): Omit<Meaning, 'off'> {
  const { term } = placed;
  if (term.kind === 'amount') return meant('amount', text, [placed]);
  if (term.kind === 'phrase') {
    const written = /\d/.test(text.slice(placed.start, placed.end));
    return meant(written && !isQuoted(text, placed) ? 'number' : 'phrase', text, [placed]);
  }
  if (!isNumber(term.text)) return meant('word', text, [placed]);
  if (/^(?:\d{10}|\d{12})$/.test(term.text) && checkInn(term.text).ok) return meant('inn', text, [placed]);
  const amount = /^[1-9]/.test(term.text) && term.text.length <= LONGEST_AMOUNT ? kopecksOf(term.text) : undefined;
  return { ...meant('number', text, [placed]), ...(amount !== undefined && { amount }) };
}

const isQuoted = (text: string, { start }: PlacedTerm): boolean =>
  [...text.slice(0, start).matchAll(/["“”„]/g)].length % 2 === 1;
