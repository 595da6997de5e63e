/** A run of words that stayed, came or went. */
export interface Run {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Longer differences are shown whole: the table of comparison grows with the product of both lengths. */
const MOST = 1_500;

/** Words with the spaces after them, punctuation by itself: «дней, по» → «дней» «, » «по». */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+\s*|[^\p{L}\p{N}]+/gu) ?? [];

/** The words in which two texts differ, by the longest common run of words. Null when the difference is too long to compare. */
export function wordDiff(from: string, to: string): Run[] | null {
  const [left, right] = [wordsOf(from), wordsOf(to)];
  const runs: Run[] = [];
  const put = (kind: Run['kind'], text: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  // A clause of many pages mostly differs in a few words: its equal beginning and end need no table.
  let start = 0;
  while (start < left.length && start < right.length && isSame(left[start], right[start])) start += 1;
  let end = 0;
  const rest = Math.min(left.length, right.length) - start;
  while (end < rest && isSame(left.at(-1 - end), right.at(-1 - end))) end += 1;
  const [removed, added] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (removed.length > MOST || added.length > MOST) return null;
  for (const word of right.slice(0, start)) put('same', word);
  compare(removed, added, put);
  for (const word of right.slice(right.length - end)) put('same', word);
  return runs;
}

const isSame = (one: string | undefined, other: string | undefined): boolean => one?.trimEnd() === other?.trimEnd();

function compare(
  left: readonly string[],
  right: readonly string[],
  put: (kind: Run['kind'], text: string) => void,
): void {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      (lengths[i] as Uint16Array)[j] = isSame(left[i], right[j])
        ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
        : Math.max(lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0);
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && isSame(left[i], right[j])) {
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
}
