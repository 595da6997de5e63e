import { foldForFilter } from '#shared/lib/text/fold.ts';
import type { NameGender } from '#shared/lib/words/names.ts';

/** What a tag stands for. Empty text, null and empty lists are «no value»: a condition on them is false. */
export type TagValue =
  | { type: 'text'; text: string | null }
  | { type: 'number'; value: number | null }
  | { type: 'money'; kopecks: number | null; currency: string }
  | { type: 'date'; date: string | null }
  | { type: 'person'; name: string | null; gender?: NameGender | null }
  | { type: 'position'; text: string | null }
  | { type: 'flag'; on: boolean }
  | { type: 'link'; text: string; target: string }
  | { type: 'image'; bytes: Uint8Array; format: 'image/png' | 'image/jpeg'; width: number; height: number }
  /** `shape` is an item whose values do not matter: it tells the names of an empty list. */
  | { type: 'list'; items: readonly TagTree[]; shape: TagTree }
  /** `own` is what the group's bare name stands for. */
  | { type: 'group'; fields: TagTree; own?: TagValue };

/** Names of one tag, the first one is shown to people; all others are taken as well. */
export interface TagEntry {
  names: readonly [string, ...string[]];
  value: TagValue;
}
export type TagTree = readonly TagEntry[];

const folded = new Map<string, string>();

/** A name as it is compared: case, ё, spaces, hyphens, hidden characters and Latin look-alikes do not matter. */
export function foldTagName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const result = foldForFilter(name).replace(/[_-]/g, ' ');
  // The same few names are asked for in every row of a table; names typed wrong must not fill the memory.
  if (folded.size < 2_000) folded.set(name, result);
  return result;
}

/** The value of a path in the innermost scope that knows its first step; null where none does. */
export function findTag(scopes: readonly TagTree[], path: readonly string[]): TagValue | null {
  const [first, ...rest] = path.map(foldTagName);
  if (first === undefined) return null;
  for (const scope of scopes.toReversed()) {
    const entry = find(scope, first);
    if (entry) return descend(entry.value, rest);
  }
  return null;
}

const find = (tree: TagTree, name: string): TagEntry | undefined =>
  tree.find((entry) => entry.names.some((known) => foldTagName(known) === name));

function descend(value: TagValue, path: readonly string[]): TagValue | null {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (value.type !== 'group') return null;
  const entry = find(value.fields, step);
  return entry ? descend(entry.value, rest) : null;
}

/** Whether a condition on the value holds. */
export function isPresent(value: TagValue): boolean {
  switch (value.type) {
    case 'flag':
      return value.on;
    case 'list':
      return value.items.length > 0;
    case 'group':
      return value.own ? isPresent(value.own) : value.fields.some((entry) => isPresent(entry.value));
    case 'number':
      return value.value !== null;
    case 'money':
      // «{#если НДС}»: a tax of nought is no tax.
      return value.kopecks !== null && value.kopecks !== 0;
    case 'date':
      return value.date !== null && value.date !== '';
    case 'person':
      return value.name !== null && value.name.trim() !== '';
    case 'text':
    case 'position':
      return value.text !== null && value.text.trim() !== '';
    case 'link':
    case 'image':
      return true;
  }
}

/** Every name that may be written in a scope, groups with a point: shown in the window, and compared for near misses. */
export function tagNames(tree: TagTree, prefix = ''): { name: string; all: string[]; type: TagValue['type'] }[] {
  return tree.flatMap((entry) => {
    const all = entry.names.map((name) => prefix + name);
    const own = { name: `${prefix}${entry.names[0]}`, all, type: entry.value.type };
    if (entry.value.type !== 'group') return [own];
    const inner = tagNames(entry.value.fields, `${prefix}${entry.names[0]}.`);
    return entry.value.own ? [own, ...inner] : inner;
  });
}
