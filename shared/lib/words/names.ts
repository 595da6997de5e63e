import { getGender, getMiddlenameGender, inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import { isFirstName } from './first-names.ts';

export const grammaticalCases = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
] as const;
export type GrammaticalCase = (typeof grammaticalCases)[number];
export type NameGender = 'male' | 'female';

/** A person's name in its parts; a missing part is empty. */
export interface PersonName {
  last: string;
  first: string;
  middle: string;
}

const initial = /^\p{Lu}\.$/u;
const turkicPatronymic = /^(?:оглы|оглу|кызы|гызы|улы|уулу)$/i;
const indeclinableParts = /^(?:заде|оглы|кызы|бек|хан|паша|шах|эль|аль|де|да|дер|ди|ван|фон|ла|ле)$/i;
const patronymic = /(?:вич|ьич|мич|тич|кич|вна|чна|шна)$/i;

/** Parts of «Ярцев Михаил Юрьевич», «Михаил Юрьевич Ярцев», «Михаил Ярцев» or «Ярцев М. Ю.»; in doubt the surname stands first. */
export function parsePersonName(text: string): PersonName {
  const tokens = text
    .replace(/(\p{Lu}\.)(?=\p{L})/gu, '$1 ')
    .split(/\s+/)
    .filter((token) => token !== '');
  const [one = '', two = '', ...rest] = tokens;
  if (tokens.length <= 1) return { last: one, first: '', middle: '' };
  if (initial.test(one)) {
    const middle = initial.test(two) ? two : '';
    return { last: (middle ? rest : [two, ...rest]).join(' '), first: one, middle };
  }
  if (tokens.length === 2) {
    return firstLeads(one, two) ? { last: two, first: one, middle: '' } : { last: one, first: two, middle: '' };
  }
  const lastLeads = initial.test(two) || !patronymic.test(two) || patronymic.test(rest[0] ?? '');
  if (lastLeads) return { last: one, first: two, middle: rest.join(' ') };
  return { last: rest.join(' '), first: one, middle: two };
}

// Endings by which a surname is known when neither word is a common first name.
const surnameEnding = /(?:ов|ев|ёв|ова|ева|ёва|ин|ын|ина|ына|ский|ская|цкий|цкая|их|ых|енко|ук|юк|ян|янц|дзе|швили)$/i;

function firstLeads(one: string, two: string): boolean {
  if (isFirstName(one) !== isFirstName(two)) return isFirstName(one);
  if (/^[a-z]/i.test(one)) return true;
  return surnameEnding.test(two) && !surnameEnding.test(one);
}

/** Gender told by the patronymic, then by the first name and the surname; null where none of them tells. */
export function genderOfName(name: string | PersonName): NameGender | null {
  const { last, first, middle } = typeof name === 'string' ? parsePersonName(name) : name;
  if (/(?:^|[\s-])(?:оглы|оглу|улы|уулу)$/i.test(middle)) return 'male';
  if (/(?:^|[\s-])(?:кызы|гызы)$/i.test(middle)) return 'female';
  const found =
    getMiddlenameGender(middle) ?? getGender({ first, ...(initial.test(first) ? { first: null } : {}), last });
  return found === 'male' || found === 'female' ? found : null;
}

/** «М. Ю. Ярцев» (initials first) or «Ярцев М. Ю.»; no-break spaces inside, so that a line never ends in an initial. */
export function nameWithInitials(name: string | PersonName, order: 'first' | 'last' = 'first'): string {
  const parts = typeof name === 'string' ? parsePersonName(name) : name;
  const letters = [parts.first, parts.middle]
    .filter((part) => part !== '')
    .map((part) => `${part.charAt(0).toUpperCase()}.`);
  return (order === 'first' ? [...letters, parts.last] : [parts.last, ...letters]).join('\u00a0');
}

/** Surname, first name, patronymic in the case asked for. What is not Cyrillic, and initials, stay as they are. */
export function declinePersonName(name: string | PersonName, to: GrammaticalCase, known?: NameGender | null): string {
  if (typeof name === 'string' && !/[а-яё]/i.test(name)) return name.trim();
  const parts = typeof name === 'string' ? parsePersonName(name) : name;
  const gender = known ?? genderOfName(parts);
  const whole = [parts.last, parts.first, parts.middle].filter((part) => part !== '').join(' ');
  if (to === 'nominative' || gender === null) return whole;
  return [
    ...parts.last.split(' ').map((part) => declineSurname(part, to, gender)),
    declined(parts.first, () => declineFirst(parts.first, to, gender)),
    ...parts.middle.split(' ').map((part) => declineMiddle(part, to, gender)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const isDeclinable = (word: string): boolean => /^[а-яё'’-]{2,}$/i.test(word);
const declined = (word: string, decline: () => string): string => (isDeclinable(word) ? decline() : word);

// The library leaves «Любовь» as it is; in the instrumental the fleeting о stays.
const love: Record<GrammaticalCase, string> = {
  nominative: 'Любовь',
  genitive: 'Любови',
  dative: 'Любови',
  accusative: 'Любовь',
  instrumental: 'Любовью',
  prepositional: 'Любови',
};

const declineFirst = (word: string, to: GrammaticalCase, gender: NameGender): string =>
  word === 'Любовь' ? love[to] : inclineFirstname(word, to, gender);

function declineMiddle(word: string, to: GrammaticalCase, gender: NameGender): string {
  if (!isDeclinable(word) || turkicPatronymic.test(word) || /-(?:оглы|кызы)$/i.test(word)) return word;
  // Of «Гасан оглы» only the word itself is a patronymic; the father's name before it stands in the nominative.
  return patronymic.test(word) ? inclineMiddlename(word, to, gender) : word;
}

function declineSurname(word: string, to: GrammaticalCase, gender: NameGender): string {
  const pieces = word.split('-');
  if (pieces.some((piece) => indeclinableParts.test(piece))) return word;
  return pieces.map((piece) => declined(piece, () => declinePiece(piece, to, gender))).join('-');
}

const softEndings: Record<GrammaticalCase, string> = {
  nominative: 'ь',
  genitive: 'я',
  dative: 'ю',
  accusative: 'я',
  instrumental: 'ем',
  prepositional: 'е',
};
const hissingEndings: Record<GrammaticalCase, string> = {
  nominative: '',
  genitive: 'а',
  dative: 'у',
  accusative: 'а',
  instrumental: 'ом',
  prepositional: 'е',
};

function declinePiece(piece: string, to: GrammaticalCase, gender: NameGender): string {
  // A woman's surname that ends in a consonant, й or ь is never declined (Розенталь, § 149).
  if (gender === 'female' && /[бвгджзйклмнпрстфхцчшщь]$/i.test(piece)) return piece;
  // «Кузнец», «Жнец»: the е stays where three consonants would meet without it.
  if (/[бвгджзклмнпрстфхцчшщ]{2}ец$/i.test(piece)) return piece + hissingEndings[to];
  const found = inclineLastname(piece, to, gender);
  if (found === piece && gender === 'male' && /[бвгджзклмнпрстфх]ь$/i.test(piece)) {
    return piece.slice(0, -1) + softEndings[to];
  }
  return found;
}
