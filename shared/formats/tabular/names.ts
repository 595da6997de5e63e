import { foldForFilter } from '#shared/lib/text/fold.ts';

export interface Named {
  id: string;
  name: string;
}

/** Folded name → id; null where several bear it. */
export type NameIndex = Readonly<Record<string, string | null>>;

/** What cells may name. */
export interface Lookups {
  people: NameIndex;
  branches: NameIndex;
}

const folded = (text: string): string => foldForFilter(text.replaceAll('.', '. ')).replace(/[.,"]/g, '').trim();

/** Фамилия Имя Отчество → the ways people write it in a column: whole, «Фамилия И. О.», «И. О. Фамилия», «Фамилия Имя», «Фамилия». Of two words either may be the surname. */
function waysOf(name: string): string[] {
  const [one = '', other, third] = name.trim().split(/\s+/);
  if (!other) return [name];
  const ways = (family: string, first: string, second?: string): string[] => {
    const initials = [first, second].flatMap((word) => (word ? [`${word[0]}.`] : [])).join(' ');
    return [family, `${family} ${initials}`, `${initials} ${family}`, `${family} ${first}`, `${first} ${family}`];
  };
  return [name, ...ways(one, other, third), ...(third ? [] : ways(other, one))];
}

/** An index of names; `people`: short forms count as well. A name that two bear leads to nobody. */
export function indexNames(given: readonly Named[], people: boolean): NameIndex {
  const index: Record<string, string | null> = {};
  for (const { id, name } of given) {
    for (const key of new Set((people ? waysOf(name) : [name]).map(folded)))
      index[key] = Object.hasOwn(index, key) && index[key] !== id ? null : id;
  }
  return index;
}

/** The id; null: several bear the name, undefined: nobody does. */
export function findName(index: NameIndex | undefined, text: string): string | null | undefined {
  const key = folded(text);
  return index && Object.hasOwn(index, key) ? index[key] : undefined;
}
