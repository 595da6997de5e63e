import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { type Dictionary, openDictionary } from '#shared/lib/text/dictionary.ts';

/** Name of the shipped dictionary file (NOTICE beside it names source and licence). */
export const DICTIONARY_FILE = 'russian-forms.bin.br';

let opened: { path: string; dictionary: Dictionary } | undefined;

/** Opens the dictionary at its first use (about 30 ms, 6 MB) and keeps it; throws when the file is missing or broken. */
export function loadDictionary(path: string): Dictionary {
  if (opened?.path !== path) opened = { path, dictionary: openDictionary(brotliDecompressSync(readFileSync(path))) };
  return opened.dictionary;
}
