import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { declinePersonName, type GrammaticalCase } from './names.ts';
import { declinePosition } from './positions.ts';

const file = join(import.meta.dirname, '../../../../shared/data/inflections/inflections-open.tsv');
const cases = [
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
] as const satisfies GrammaticalCase[];
const fold = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

/** Forms of each lemma, folded, as the open dictionaries hold them. */
function formsOfLemmas(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [one = '', two = '', lemma = ''] = line.trim().split('\t');
    if (lemma === '') continue;
    const forms = found.get(lemma) ?? new Set<string>();
    for (const form of [one, two, lemma]) forms.add(fold(form));
    found.set(lemma, forms);
  }
  return found;
}

const plural = /(?:ы|и|ых|ыми|их|ими|ов|ей|ам|ям|ами|ями|ах|ях|а)$/;

/** Singular forms of the file that we never make of their lemma. */
const missed = (lemma: string, forms: ReadonlySet<string>, ours: readonly string[]): string[] =>
  [...forms].filter((form) => form !== fold(lemma) && !ours.map(fold).includes(form) && !plural.test(form));

test('surnames and posts are declined as the open dictionaries decline them', () => {
  if (!existsSync(file)) {
    console.log('skipped: ../shared/data/inflections is not here');
    return;
  }
  const lemmas = [...formsOfLemmas()];
  const surnames = lemmas.filter(([lemma]) => /^[А-ЯЁ].*(?:ов|ев|ёв|ин|ын|ский|цкий)$/.test(lemma));
  const person = (last: string) => ({ last, first: '', middle: '' });
  const wrongSurnames = surnames.flatMap(([lemma, forms]) =>
    missed(lemma, forms, [
      `${lemma}а`,
      ...cases.flatMap((to) => [
        declinePersonName(person(lemma), to, 'male'),
        declinePersonName(person(`${lemma}а`), to, 'female'),
      ]),
    ]),
  );
  expect(surnames.length).toBeGreaterThan(20);
  // A misprint of the file («Журавлвёой»), and the city of Ростов, which is declined otherwise than the surname.
  expect(wrongSurnames).toEqual(['журавлвеой', 'ростовом']);

  const posts = lemmas.filter(([lemma]) => /(?:тель|арь|ист|ник|ор|ер|лог|ант|вец)$/.test(lemma));
  expect(posts.length).toBeGreaterThan(5);
  expect(
    posts.flatMap(([lemma, forms]) =>
      missed(
        lemma,
        forms,
        cases.map((to) => declinePosition(lemma, to)),
      ),
    ),
  ).toEqual([]);
});
