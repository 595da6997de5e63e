import { declinePersonName, type GrammaticalCase } from '#shared/lib/words/names.ts';

/** A name in a case of Russian, its parts in the order in which it is written: «Олег Басов» → «Олега Басова», not «Басова Олега». */
export function nameInCase(name: string, to: GrammaticalCase): string {
  const written = name.trim().split(/\s+/);
  const formal = declinePersonName(name, 'nominative').split(' ');
  const declined = declinePersonName(name, to).split(' ');
  const found = written.map((part) => declined[formal.indexOf(part)]);
  // A name that is read in some other way than word by word stays as it was declined.
  if (formal.length !== declined.length || found.some((part) => part === undefined)) return declined.join(' ');
  return found.join(' ');
}
