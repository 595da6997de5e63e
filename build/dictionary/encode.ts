import { DICTIONARY_MAGIC, FORM_PREFIXES, letterCode } from '#shared/lib/text/dictionary.ts';
import { functionWords } from '#build/dictionary/function-words.ts';
import type { Paradigm, Source } from '#build/dictionary/read-source.ts';

const FOLDED = /^[а-я]*$/;

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

/** Growing list of bytes with variable-length numbers (seven bits a byte, low bits first). */
class Writer {
  readonly bytes: number[] = [];
  byte(value: number): void {
    if (value > 255) throw new Error(`${value} is no byte`);
    this.bytes.push(value);
  }
  number(value: number): void {
    let left = value;
    for (; left >= 0x80; left >>>= 7) this.bytes.push((left & 0x7f) | 0x80);
    this.bytes.push(left);
  }
  word(text: string): void {
    for (let i = 0; i < text.length; i += 1) this.byte(letterCode(text.charCodeAt(i)));
  }
  section(part: Writer): void {
    this.number(part.bytes.length);
    for (const byte of part.bytes) this.bytes.push(byte);
  }
}

interface Shape {
  lemma: string;
  forms: { prefix: number; suffix: string }[];
}

/** The paradigm without tags, ё and forms that no token can have (hyphens, digits); undefined when nothing is left. */
function shapeOf(paradigm: Paradigm): Shape | undefined {
  const first = paradigm.forms[0];
  if (first === undefined || first.prefix !== '' || !FOLDED.test(fold(first.suffix))) return undefined;
  const forms = new Map<string, Shape['forms'][number]>();
  for (const form of paradigm.forms) {
    const suffix = fold(form.suffix);
    const prefix = (FORM_PREFIXES as readonly string[]).indexOf(form.prefix);
    if (prefix < 0) throw new Error(`unknown form prefix ${form.prefix}`);
    if (FOLDED.test(suffix)) forms.set(`${prefix} ${suffix}`, { prefix, suffix });
  }
  return { lemma: fold(first.suffix), forms: [...forms.values()] };
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Writes suffixes and paradigms; returns the new number of every source paradigm (−1: left out). */
function writeParadigms(writer: Writer, paradigms: Paradigm[]): number[] {
  const shapes = paradigms.map(shapeOf);
  const suffixes = [...new Set(shapes.flatMap((s) => (s ? [s.lemma, ...s.forms.map((f) => f.suffix)] : [])))].sort(byCode);
  const suffixId = new Map(suffixes.map((suffix, id) => [suffix, id]));
  const id = (suffix: string): number => suffixId.get(suffix) ?? 0;
  const numbers = new Map<string, number>();
  const tables: { lemma: number; codes: number[] }[] = [];
  const renumbered = shapes.map((shape) => {
    if (shape === undefined) return -1;
    const codes = shape.forms.map((f) => f.prefix * suffixes.length + id(f.suffix)).sort((a, b) => a - b);
    const key = `${id(shape.lemma)}:${codes.join(',')}`;
    const known = numbers.get(key) ?? tables.length;
    if (known === tables.length) {
      numbers.set(key, known);
      tables.push({ lemma: id(shape.lemma), codes });
    }
    return known;
  });
  writer.number(suffixes.length);
  for (const suffix of suffixes) {
    writer.byte(suffix.length);
    writer.word(suffix);
  }
  writer.number(tables.length);
  writer.number(tables.reduce((sum, table) => sum + table.codes.length, 0));
  for (const table of tables) {
    writer.number(table.lemma);
    writer.number(table.codes.length);
    table.codes.forEach((code, i) => writer.number(code - (table.codes[i - 1] ?? 0)));
  }
  return renumbered;
}

/** Forms with fewer lemmas than their paradigms say. */
function writeFunctionWords(writer: Writer, source: Source): void {
  const words = [...functionWords(source)]
    .map(([form, lemmas]) => [form, ...lemmas].map(fold))
    .filter((row) => row.every((word) => FOLDED.test(word)))
    .sort((a, b) => byCode(a[0] ?? '', b[0] ?? ''));
  writer.number(words.length);
  for (const row of words) {
    writer.byte(row.length);
    for (const word of row) {
      writer.byte(word.length);
      writer.word(word);
    }
  }
}

/** The dictionary file before compression: suffixes, paradigms, stems in columns that compress well, function words. */
export function encodeDictionary(source: Source): Uint8Array {
  const { lexemes, paradigms } = source;
  const writer = new Writer();
  for (const byte of DICTIONARY_MAGIC) writer.byte(byte);
  const renumbered = writeParadigms(writer, paradigms);
  const stems = new Map<string, Set<number>>();
  for (const lexeme of lexemes) {
    const stem = fold(lexeme.stem);
    const paradigm = renumbered[lexeme.paradigm] ?? -1;
    if (paradigm < 0 || !FOLDED.test(stem)) continue;
    const known = stems.get(stem) ?? new Set();
    stems.set(stem, known.add(paradigm));
  }
  const sorted = [...stems.keys()].sort(byCode);
  const [shared, rest, fresh, counts, ids] = [new Writer(), new Writer(), new Writer(), new Writer(), new Writer()];
  sorted.forEach((stem, i) => {
    const kept = sharedLength(stem, sorted[i - 1] ?? '');
    shared.byte(kept);
    rest.byte(stem.length - kept);
    fresh.word(stem.slice(kept));
    const own = [...(stems.get(stem) ?? [])].sort((a, b) => a - b);
    counts.number(own.length);
    for (const paradigm of own) ids.number(paradigm);
  });
  writer.number(sorted.length);
  writer.number(sorted.reduce((sum, stem) => sum + stem.length, 0));
  writer.number([...stems.values()].reduce((sum, own) => sum + own.size, 0));
  for (const part of [shared, rest, fresh, counts, ids]) writer.section(part);
  writeFunctionWords(writer, source);
  return Uint8Array.from(writer.bytes);
}
