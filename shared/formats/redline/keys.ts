/** Latin letters that look like Russian ones: a paper that differs in them only reads the same. */
const lookalikes: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/**
 * What must differ for a change to be substantial: letters in one case (ё is е), digits and signs that carry meaning. Punctuation, quotes and
 * white space are left out, except between digits, where «1,5» and «15» are two sums.
 */
export function looseKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .replace(/[abcehkmoptxyё]/g, (letter) => (letter === 'ё' ? 'е' : (lookalikes[letter] ?? letter)))
    .replace(/[^\p{L}\p{N}\p{S}%№§]+/gu, (gap, at: number, whole: string) => gapBetween(gap, at, whole))
    .trim();
}

const digit = /\d/;

function gapBetween(gap: string, at: number, whole: string): string {
  const before = whole[at - 1] ?? '';
  const after = whole[at + gap.length] ?? '';
  const sign = gap.replace(/\s/g, '');
  return digit.test(before) && digit.test(after) ? sign || ' ' : '';
}

/** Numbers of clauses are one whatever stands after them: «4.2.» and «4.2». */
export const numberKey = (number: string): string => number.toLowerCase().replace(/[\s.]+$/, '');
