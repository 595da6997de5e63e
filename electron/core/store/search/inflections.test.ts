import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWritable } from '#electron/core/store/open.ts';
import { createWordKeys } from '#shared/lib/text/word-keys.ts';
import { type FormPair, foundPairs, readPairs } from '#tests/bench/support-inflections.ts';
import { loadDictionary } from './load-dictionary.ts';
import { searchSchema } from './schema.ts';

const keysOf = createWordKeys(loadDictionary(`${import.meta.dirname}/data/russian-forms.bin.br`));
const samples = join(import.meta.dirname, '../../../../../shared/data/inflections');

function shareFound(pairs: FormPair[]): number {
  const db = openWritable({ path: ':memory:', key: null });
  db.exec(searchSchema);
  const found = foundPairs(db, pairs, keysOf);
  db.close();
  return found.length / pairs.length;
}

// Forms written down here, not taken from the sample files: fleeting vowels, suppletion, surnames, towns, verbs.
const WORDS = [
  'огонь огня огнём огней огнями',
  'ветер ветра ветром ветров',
  'рынок рынка рынком рынков рынкам',
  'платок платка платков',
  'палец пальца пальцев пальцам',
  'песня песни песен песнями',
  'сосна сосны сосен сосну',
  'бревно бревна брёвна брёвен',
  'ведро ведра вёдра вёдер',
  'полотенце полотенец полотенцами',
  'ружьё ружья ружей ружьями',
  'скамья скамьи скамей скамьёй',
  'судья судьи судей судьям',
  'лёд льда льдом льдах',
  'лев льва львом львов',
  'рот рта ртом ртов',
  'пёс пса псов псами',
  'мать матери матерью матерей',
  'время времени временем времён',
  'сын сына сыновья сыновей',
  'друг друга друзья друзей друзьями',
  'дерево дерева деревья деревьев',
  'хозяин хозяина хозяева хозяев',
  'россиянин россиянина россияне россиян',
  'котёнок котёнка котята котят',
  'цветок цветка цветы цветов',
  'наём найма наймом',
  'боец бойца бойцов бойцами',
  'взять возьму возьмёт взяли',
  'писать пишу пишет писали',
  'отправить отправлю отправят отправлен',
  'вернуть верну вернёт вернули',
  'Кузьмин Кузьмина Кузьминым Кузьминой Кузьминых',
  'Щербаков Щербакову Щербаковым Щербаковой Щербаковыми',
  'Белозёров Белозёрова Белозёровым Белозёровой',
  'Тверь Твери Тверью',
  'Псков Пскова Псковом Пскове',
  'красный красного красною красными',
  'лучший лучшего лучшими',
];
// Surnames and trade names that no dictionary lists.
const UNKNOWN = [
  'Кудымбаев Кудымбаева Кудымбаевым Кудымбаевой Кудымбаевых',
  'Жмырин Жмырина Жмыриным Жмыриной Жмыриных',
  'Вертолинский Вертолинского Вертолинским Вертолинской',
  'Трансоптторг Трансоптторга Трансоптторгом',
  'Энергопоставка Энергопоставки Энергопоставкой Энергопоставок',
];
const DIFFERENT: FormPair[] = [
  ['печать', 'печень'],
  ['договор', 'договорённость'],
  ['совет', 'советник'],
  ['партия', 'партнёр'],
  ['карта', 'картон'],
  ['стул', 'ступень'],
  ['мост', 'мостовая'],
  ['писарь', 'письмо'],
  ['посол', 'после'],
  ['век', 'в'],
  ['город', 'г'],
  ['длить', 'для'],
  ['зал', 'залог'],
  ['порт', 'портной'],
  ['налог', 'наложение'],
  ['услуга', 'услужливость'],
  ['класс', 'классик'],
  ['план', 'планшет'],
  ['банк', 'банкет'],
  ['акт', 'актёр'],
];

/** Every form asks for every other form of its word. */
function allPairs(words: string[]): FormPair[] {
  return words.flatMap((line) => {
    const forms = line.split(' ');
    return forms.flatMap((a) => forms.filter((b) => b !== a).map((b): FormPair => [a, b]));
  });
}

test('forms of one word find each other', () => {
  expect(shareFound(allPairs(WORDS))).toBeGreaterThanOrEqual(0.98);
});

test('words that no dictionary knows decline too', () => {
  expect(shareFound(allPairs(UNKNOWN))).toBe(1);
});

test('words that only begin alike do not find each other', () => {
  expect(shareFound(DIFFERENT)).toBe(0);
});

const present = existsSync(samples);
if (!present) console.log('inflections: the sample files are not beside the project, their test is skipped');

test.skipIf(!present)('the sample pairs: at least 98 % found, at most 5 % false', () => {
  const share = (name: string): number => shareFound(readPairs(readFileSync(join(samples, name), 'utf8')));
  expect(share('inflections-open.tsv')).toBeGreaterThanOrEqual(0.98);
  expect(share('inflections-negative-open.tsv')).toBeLessThanOrEqual(0.05);
});
