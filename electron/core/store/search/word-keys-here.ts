import { fileURLToPath } from 'node:url';
import { DICTIONARY_FILE, loadDictionary } from '#electron/core/store/search/load-dictionary.ts';
import { createWordKeys, type WordKeys } from '#shared/lib/text/word-keys.ts';

let keys: WordKeys | undefined;

/** Keys of words by the shipped dictionary; it lies in `data/` beside this file, and beside a bundle made of it. */
export function wordKeysHere(): WordKeys {
  keys ??= createWordKeys(loadDictionary(fileURLToPath(new URL(`data/${DICTIONARY_FILE}`, import.meta.url))));
  return keys;
}
