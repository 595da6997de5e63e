import { foldTagName, type TagTree, tagNames } from '#electron/core/jobs/drafting/tag-tree.ts';

/** Up to three known names near the one that was typed: misprints, and the same field of a group that was left out. */
export function nearTags(scopes: readonly TagTree[], path: readonly string[]): string[] {
  const typed = foldTagName(path.join('.'));
  const last = foldTagName(path.at(-1) ?? '');
  const known = scopes.flatMap((scope) => tagNames(scope));
  const rated = known.map(({ name, all }) => {
    const whole = Math.min(...all.map((each) => distance(typed, foldTagName(each))));
    // «ИНН» for «Контрагент.ИНН»: the field is right, the group is missing or another one.
    const field = foldTagName(name.split('.').at(-1) ?? '');
    return { name, rate: Math.min(whole, field === last ? 1.5 : Number.POSITIVE_INFINITY) };
  });
  return best(rated, typed.length);
}

/** The same among plain words. */
export function nearWords(words: readonly string[], typed: string): string[] {
  const folded = foldTagName(typed);
  return best(
    words.map((name) => ({ name, rate: distance(folded, foldTagName(name)) })),
    folded.length,
  );
}

function best(rated: readonly { name: string; rate: number }[], length: number): string[] {
  const limit = Math.max(1.5, Math.floor(length / 3));
  const sorted = rated.filter(({ rate }) => rate <= limit).sort((a, b) => a.rate - b.rate);
  // What is much farther than the nearest one was not meant.
  const near = sorted.filter(({ rate }) => rate <= (sorted[0]?.rate ?? 0) + 1.5);
  return [...new Set(near.map(({ name }) => name))].slice(0, 3);
}

/** Letters to add, drop, replace or swap to make one word of the other (optimal string alignment). */
export function distance(one: string, two: string): number {
  if (Math.abs(one.length - two.length) > 12) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const same = one[i - 1] === two[j - 1];
      const changed = (row[j - 1] ?? 0) + (same ? 0 : 1);
      let least = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[two.length] ?? 0;
}
