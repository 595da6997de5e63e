import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dawg, decodeBytes } from '#build/dictionary/dawg.ts';

/** One lexeme of the source: `stem` + the endings of paradigm `paradigm`. */
export interface Lexeme {
  stem: string;
  paradigm: number;
}

/** Forms of a paradigm in source order, the dictionary form first; a form is prefix + stem + suffix. */
export interface Paradigm {
  forms: { prefix: string; suffix: string; tag: string }[];
}

export interface Source {
  lexemes: Lexeme[];
  paradigms: Paradigm[];
  /** How often a form has a tag, from 0 to 1, counted in the texts of OpenCorpora; undefined: not met there. */
  share(form: string, tag: string): number | undefined;
}

const SEPARATOR = 1;

/** Paradigm and form number behind the separator: four bytes, each pair a number of 13 bits. */
function payload(path: number[], at: number): { paradigm: number; form: number } {
  const byte = (i: number): number => path[at + i] ?? 0;
  return {
    paradigm: ((byte(0) ^ 1) << 6) + (byte(1) >> 1),
    form: ((byte(2) ^ 1) << 6) + (byte(3) >> 1),
  };
}

function readParadigms(folder: string): Paradigm[] {
  const suffixes = JSON.parse(readFileSync(join(folder, 'suffixes.json'), 'utf8')) as string[];
  const tags = JSON.parse(readFileSync(join(folder, 'gramtab-opencorpora-int.json'), 'utf8')) as string[];
  const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as [string, unknown][];
  const options = meta.find(([key]) => key === 'compile_options')?.[1] as { paradigm_prefixes: string[] };
  const bytes = readFileSync(join(folder, 'paradigms.array'));
  const paradigms: Paradigm[] = [];
  for (let at = 2; at < bytes.length; ) {
    const size = bytes.readUInt16LE(at);
    const count = size / 3;
    const value = (i: number): number => bytes.readUInt16LE(at + 2 + i * 2);
    const forms = Array.from({ length: count }, (_, i) => ({
      suffix: suffixes[value(i)] ?? '',
      tag: tags[value(count + i)] ?? '',
      prefix: options.paradigm_prefixes[value(2 * count + i)] ?? '',
    }));
    paradigms.push({ forms });
    at += 2 + size * 2;
  }
  return paradigms;
}

/** Reads the OpenCorpora tables of the npm package `az` (folder dicts/). */
export function readSource(folder: string): Source {
  const paradigms = readParadigms(folder);
  const lexemes: Lexeme[] = [];
  for (const path of new Dawg(readFileSync(join(folder, 'words.dawg'))).keys()) {
    const at = path.indexOf(SEPARATOR);
    const { paradigm, form } = payload(path, at + 1);
    if (form !== 0) continue;
    const word = decodeBytes(path.slice(0, at));
    const first = paradigms[paradigm]?.forms[0];
    if (first === undefined) throw new Error(`unknown paradigm ${paradigm} of ${word}`);
    lexemes.push({ stem: word.slice(first.prefix.length, word.length - first.suffix.length), paradigm });
  }
  const shares = new Dawg(readFileSync(join(folder, 'p_t_given_w.intdawg')));
  const share = (form: string, tag: string): number | undefined => {
    const millionths = shares.value(`${form}:${tag}`);
    return millionths === undefined ? undefined : millionths / 1_000_000;
  };
  return { lexemes, paradigms, share };
}
