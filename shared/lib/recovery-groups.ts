/** Crockford's base 32: no I, L, O and U, so that nothing written by hand can be taken for something else. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** How people write what they take for another symbol; the Cyrillic letters are those that look the same on paper. */
const alike: Readonly<Record<string, string>> = {
  ...{ O: '0', I: '1', L: '1', О: '0', А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', Р: 'P', С: 'C', Т: 'T', Х: 'X' },
};

export const groupCount = 8;
/** Symbols of a group: 32 bits of the key and 8 bits that check them and their place. */
export const groupLength = 8;
const bytesOfGroup = 4;

export type ReadGroups = { ok: true; bytes: Uint8Array } | { ok: false; wrong: readonly number[] };

/** A key of 32 bytes as eight groups; each carries a check of its own, so that a mistyped one can be named. */
export function groupsOf(key: Uint8Array): string[] {
  return Array.from({ length: groupCount }, (_, group) => {
    const bytes = key.slice(group * bytesOfGroup, (group + 1) * bytesOfGroup);
    return spell([...bytes, checkOf(bytes, group)]);
  });
}

/** What a person typed as groups: spaces and hyphens mean nothing, letters of either case and of either alphabet are taken. */
export function splitGroups(text: string): string[] {
  const plain = normal(text);
  return Array.from({ length: Math.ceil(plain.length / groupLength) }, (_, group) =>
    plain.slice(group * groupLength, (group + 1) * groupLength),
  );
}

/** The key that eight groups spell, or the numbers (from 0) of those that cannot be right. */
export function readGroups(groups: readonly string[]): ReadGroups {
  const bytes = new Uint8Array(groupCount * bytesOfGroup);
  const wrong: number[] = [];
  for (let group = 0; group < groupCount; group += 1) {
    const found = readGroup(groups[group] ?? '', group);
    if (found) bytes.set(found, group * bytesOfGroup);
    else wrong.push(group);
  }
  return wrong.length > 0 || groups.length > groupCount ? { ok: false, wrong } : { ok: true, bytes };
}

/** The four bytes of one group; null when its check or its place does not fit. */
export function readGroup(text: string, group: number): Uint8Array | null {
  const plain = normal(text);
  if (plain.length !== groupLength) return null;
  const values = [...plain].map((symbol) => symbols.indexOf(symbol));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const all = Array.from({ length: 5 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
  const bytes = Uint8Array.from(all.slice(0, bytesOfGroup));
  return all[bytesOfGroup] === checkOf(bytes, group) ? bytes : null;
}

const normal = (text: string): string =>
  [...text.toUpperCase().replace(/[\s\-–—]/g, '')].map((symbol) => alike[symbol] ?? symbol).join('');

function spell(bytes: readonly number[]): string {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(
    { length: groupLength },
    (_, at) => symbols[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  ).join('');
}

/** CRC-8 (polynomial 0x07) over the number of the group and its bytes: any one wrong symbol and any exchange of groups shows. */
function checkOf(bytes: Uint8Array, group: number): number {
  let crc = 0;
  for (const byte of [group + 1, ...bytes]) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80) === 0 ? (crc << 1) & 0xff : ((crc << 1) ^ 0x07) & 0xff;
  }
  return crc;
}
