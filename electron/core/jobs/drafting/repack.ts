import { unzipSync, zipSync } from 'fflate';

/** Earliest moment a ZIP can hold; local, because that is how it is written. */
const never = new Date(1980, 0, 1);

/** The same archive without dates, its list of types first as Word writes it: equal contents give equal bytes. */
export function repack(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  const order = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  parts.sort(([one], [other]) => order(one) - order(other) || (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: never });
}
