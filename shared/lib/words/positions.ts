import type { GrammaticalCase } from './names.ts';

type Endings = Record<Exclude<GrammaticalCase, 'nominative'>, string>;
const endings = (text: string): Endings => {
  const [genitive = '', dative = '', accusative = '', instrumental = '', prepositional = ''] = text.split(' ');
  return { genitive, dative, accusative, instrumental, prepositional };
};

/** Pattern of the end of a word, and what takes its place; the first that fits is used. */
type Rule = readonly [pattern: RegExp, endings: Endings];

const adjectives: readonly Rule[] = [
  [/(?<=[жшщч])ий$/i, endings('его ему его им ем')],
  [/(?<=[гкх])ий$/i, endings('ого ому ого им ом')],
  [/ий$/i, endings('его ему его им ем')],
  [/(?:ый|ой)$/i, endings('ого ому ого ым ом')],
  [/(?<=[жшщч])ая$/i, endings('ей ей ую ей ей')],
  [/ая$/i, endings('ой ой ую ой ой')],
  [/яя$/i, endings('ей ей юю ей ей')],
];

const nouns: readonly Rule[] = [
  [/(?<=[ео]л)ец$/i, endings('ьца ьцу ьца ьцем ьце')],
  [/(?<=[лн])ец$/i, endings('ьца ьцу ьца ьцом ьце')],
  [/(?<=[аеёиоуыэюя])ец$/i, endings('йца йцу йца йцом йце')],
  [/ец$/i, endings('ца цу ца цом це')],
  [/(?<=[жшщч])а$/i, endings('и е у ей е')],
  [/ца$/i, endings('цы це цу цей це')],
  [/(?<=[гкх])а$/i, endings('и е у ой е')],
  [/а$/i, endings('ы е у ой е')],
  [/ия$/i, endings('ии ии ию ией ии')],
  [/ья$/i, endings('ьи ье ью ьёй ье')],
  [/я$/i, endings('и е ю ей е')],
  [/ь$/i, endings('я ю я ем е')],
  [/й$/i, endings('я ю я ем е')],
  [/(?<=ач)$/i, endings('а у а ом е')],
  [/(?<=[жшщч])$/i, endings('а у а ем е')],
  [/(?<=[бвгдзклмнпрстфхц])$/i, endings('а у а ом е')],
];

// Adjectives that name a post by themselves and rule the words behind them: «заведующий складом», «исполняющий обязанности».
const ruling = /^(?:управляющ|заведующ|исполняющ|командующ|поверенн|уполномоченн|учён|учен)(?:ий|ый|ая)$/i;
// … unless one of these follows: «управляющий директор», «уполномоченный представитель».
const ownNoun = /^(?:директор|партн[её]р|представитель|секретарь|делопроизводитель)$/i;

/**
 * A post in another case: adjectives and the first noun are declined, what they rule («отдела кадров») stays.
 * The shortened forms «и. о.» and «врио» stay too. Rules are ours (decision 0013).
 */
export function declinePosition(position: string, to: GrammaticalCase): string {
  if (to === 'nominative') return position;
  const words = position.split(/(\s+)/);
  const change = (word: string, rules: readonly Rule[]): string => {
    const rule = rules.find(([pattern]) => pattern.test(word));
    return rule ? word.replace(rule[0], rule[1][to]) : word;
  };
  for (let index = 0; index < words.length; index += 2) {
    const word = words[index] ?? '';
    if (/\.$/.test(word) || /^(?:ио|врио)$/i.test(word) || !/^[а-яё-]+$/i.test(word)) return words.join('');
    if (/^временно$/i.test(word)) continue;
    if (!adjectives.some(([pattern]) => pattern.test(word))) {
      words[index] = declineNoun(word, (piece) => change(piece, nouns));
      break;
    }
    words[index] = change(word, adjectives);
    if (ruling.test(word) && !ownNoun.test(words[index + 2] ?? '')) break;
  }
  return words.join('');
}

// «Директор-распорядитель» changes in both halves, «вице-президент» in the second one only; an abbreviation in none.
function declineNoun(word: string, change: (piece: string) => string): string {
  if (word === word.toUpperCase()) return word;
  return word
    .split('-')
    .map((piece) => (/^(?:вице|экс|топ|веб|обер|штаб|пресс)$/i.test(piece) ? piece : change(piece)))
    .join('-');
}

/** A post inside a sentence begins with a small letter, unless it is an abbreviation. */
export const positionInside = (position: string): string =>
  /^\p{Lu}{2}/u.test(position) ? position : position.charAt(0).toLowerCase() + position.slice(1);
