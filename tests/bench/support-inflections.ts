import type { Writable } from '#electron/core/store/handle.ts';
import { indexDocument } from '#electron/core/store/search/index-document.ts';
import { search } from '#electron/core/store/search/search.ts';
import type { WordKeys } from '#shared/lib/text/word-keys.ts';

/** Two forms: the query and the word that stands in the text. */
export type FormPair = [query: string, text: string];

/** Reads form1 and form2 of a file whose lines are parted by tabs. */
export function readPairs(file: string): FormPair[] {
  return file
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([query, text]): FormPair[] => (query && text ? [[query.trim(), text.trim()]] : []));
}

/** Indexes one short text per pair in a database with the search schema; returns the pairs whose query finds it. */
export function foundPairs(db: Writable, pairs: FormPair[], keysOf: WordKeys): FormPair[] {
  const id = (i: number): string => `pair-${String(i).padStart(6, '0')}`;
  db.transaction(() => {
    pairs.forEach(([, text], i) => {
      indexDocument(db, { entity: 'document', id: id(i), text: `Дело ${i}: ${text}, приложено.` }, keysOf);
    });
  })();
  const source = { keysOf, loadText: () => undefined };
  return pairs.filter(([query], i) => {
    // Whole words, as after a blank or Enter: a prefix would find more than the forms.
    const result = search(db, query, source, { limit: pairs.length, whileTyping: false });
    return result.hits.some((hit) => hit.id === id(i));
  });
}
