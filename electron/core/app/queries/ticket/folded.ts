import type { Readable } from '#electron/core/store/handle.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';

/** Titles that are remembered folded: most of them stay as they are from change to change. */
const most = 60_000;
const keptFor = new WeakMap<Readable, Map<string, string>>();

/** Folds texts for a filter; the same text once. */
export function foldedFor(db: Readable): (text: string) => string {
  const kept = keptFor.get(db) ?? new Map<string, string>();
  keptFor.set(db, kept);
  if (kept.size > most) kept.clear();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = foldForFilter(text);
    kept.set(text, made);
    return made;
  };
}

/** The words of a text that somebody typed, folded. */
export const wordsOf = (text: string | null): string[] =>
  foldForFilter(text ?? '')
    .split(' ')
    .filter((word) => word !== '');
