/** A run of words that stayed, came or went. */
export interface Run {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Longer texts are shown whole: the table of comparison grows with the product of both lengths. */
const MOST = 400;

/** Words with the spaces after them, punctuation by itself: «дней, по» → «дней» «, » «по». */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+\s*|[^\p{L}\p{N}]+/gu) ?? [];

/** The words in which two texts differ, by the longest common run of words. Null when the texts are too long to compare. */
export function wordDiff(from: string, to: string): Run[] | null {
  const [left, right] = [wordsOf(from), wordsOf(to)];
  if (left.length > MOST || right.length > MOST) return null;
  const bare = (word: string | undefined) => word?.trimEnd();
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      (lengths[i] as Uint16Array)[j] =
        bare(left[i]) === bare(right[j])
          ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0);

  const runs: Run[] = [];
  const put = (kind: Run['kind'], text: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && bare(left[i]) === bare(right[j])) {
      put('same', right[j] ?? '');
      i += 1;
      j += 1;
    } else if (j < right.length && (i >= left.length || (lengths[i]?.[j + 1] ?? 0) >= (lengths[i + 1]?.[j] ?? 0))) {
      put('added', right[j] ?? '');
      j += 1;
    } else {
      put('removed', left[i] ?? '');
      i += 1;
    }
  }
  return runs;
}
