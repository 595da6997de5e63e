import type { WordKeys } from '#shared/lib/text/word-keys.ts';

/** Text of one row as search sees it; `owner` is the id of the row a hit leads to (a comment's document). */
export interface SearchText {
  text: string;
  owner?: string;
  /** What other rows are found by out of this one: once it changes they are read again. */
  lends?: string;
}

/** What search needs from outside: the text of a row (undefined: gone or not to be found) and the keys of words. */
export interface SearchSource {
  loadText(entity: string, id: string): SearchText | undefined;
  keysOf: WordKeys;
  /** Of how many parts a row's own file consists, each of which is found by itself; absent: rows have none. */
  partsOf?(entity: string, id: string): number;
  /** Rows that are found by what a row lends; absent: none are. */
  borrowersOf?(entity: string, id: string): { entity: string; id: string }[];
}
