import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One lexeme of the source: `stem` + the endings of paradigm `paradigm`. */
export interface Lexeme {
  stem: string;
  paradigm: number;
}

/** Forms of a paradigm in source order, the dictionary form first; a form is prefix + stem + suffix. */
export interface Paradigm {
  forms: { prefix: string; suffix: string; tag: string }[];
}

const LABEL_MASK = 0x800000ff;
const EXTENSION_BIT = 1 << 9;
const LEAF_BIT = 1 << 8;
const SEPARATOR = 1;

/** Reads the automaton `words.dawg` (dawgdic layout: units, then a guide of child and sibling labels; cp1251 labels). */
function* entries(bytes: Buffer): Generator<number[]> {
  const unitCount = bytes.readUInt32LE(0);
  const units = new Uint32Array(unitCount);
  for (let i = 0; i < unitCount; i += 1) units[i] = bytes.readUInt32LE(4 + i * 4);
  const guide = bytes.subarray(unitCount * 4 + 8);
  const follow = (index: number, label: number): number => {
    const base = units[index] ?? 0;
    const offset = (base >>> 10) << ((base & EXTENSION_BIT) >>> 6);
    const next = (index ^ offset ^ label) >>> 0;
    return ((units[next] ?? 0) & LABEL_MASK) >>> 0 === label ? next : -1;
  };
  const stack: { index: number; depth: number; label: number }[] = [{ index: 0, depth: 0, label: -1 }];
  const path: number[] = [];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.depth > 0) {
      path.length = top.depth - 1;
      path.push(top.label);
    }
    if (((units[top.index] ?? 0) & LEAF_BIT) !== 0) yield path.slice();
    const children: { index: number; depth: number; label: number }[] = [];
    let label = guide[top.index << 1] ?? 0;
    while (label !== 0) {
      const next = follow(top.index, label);
      if (next < 0) break;
      children.push({ index: next, depth: top.depth + 1, label });
      label = guide[(next << 1) + 1] ?? 0;
    }
    for (const child of children.reverse()) stack.push(child);
  }
}

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

/** Reads the OpenCorpora tables of the npm package `az` (folder dicts/) into lexemes and paradigms. */
export function readSource(folder: string): { lexemes: Lexeme[]; paradigms: Paradigm[] } {
  const paradigms = readParadigms(folder);
  const decoder = new TextDecoder('windows-1251');
  const lexemes: Lexeme[] = [];
  for (const path of entries(readFileSync(join(folder, 'words.dawg')))) {
    const at = path.indexOf(SEPARATOR);
    const { paradigm, form } = payload(path, at + 1);
    if (form !== 0) continue;
    const word = decoder.decode(Uint8Array.from(path.slice(0, at)));
    const first = paradigms[paradigm]?.forms[0];
    if (first === undefined) throw new Error(`unknown paradigm ${paradigm} of ${word}`);
    const stem = word.slice(first.prefix.length, word.length - first.suffix.length);
    lexemes.push({ stem, paradigm });
  }
  return { lexemes, paradigms };
}
