import type { CmsProblem } from '#shared/domain/signature/report.ts';

/** Thrown by the readers of signatures. */
export class CmsFault extends Error {
  readonly problem: CmsProblem;

  constructor(problem: CmsProblem) {
    super(problem);
    this.problem = problem;
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...alphabet].map((letter, value) => [letter.charCodeAt(0), value]));

/** Bytes of base64; null when a character is none of its alphabet. White space is skipped. */
export function fromBase64(text: Uint8Array): Uint8Array | null {
  const out = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [at, kept, bits] = [0, 0, 0];
  for (const letter of text) {
    if (letter === 0x3d || letter === 0x0a || letter === 0x0d || letter === 0x20 || letter === 0x09) continue;
    const value = values.get(letter);
    if (value === undefined) return null;
    kept = ((kept << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[at] = (kept >> bits) & 0xff;
    at += 1;
  }
  return out.slice(0, at);
}

const isSequence = (bytes: Uint8Array): boolean => bytes[0] === 0x30;

/**
 * The bytes of ASN.1 in a file of signatures: as they are, in PEM, or in bare base64, as banks and exchange operators write it. Throws CmsFault.
 */
export function openContainer(file: Uint8Array): Uint8Array {
  const marked = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  const bytes = marked ? file.subarray(3) : file;
  if (bytes.length === 0) throw new CmsFault('SIGNATURE_EMPTY');
  if (isSequence(bytes)) return bytes;
  const body = withoutArmour(bytes);
  const decoded = body && fromBase64(body);
  if (!decoded || !isSequence(decoded)) throw new CmsFault('NOT_A_SIGNATURE');
  return decoded;
}

const dashes = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 5 <= bytes.length; at += 1)
    if ([0, 1, 2, 3, 4].every((step) => bytes[at + step] === 0x2d)) return at;
  return -1;
};

/** What stands between the first header and the first footer; a file without either whole. */
function withoutArmour(bytes: Uint8Array): Uint8Array | null {
  const header = dashes(bytes, 0);
  if (header < 0) return bytes;
  const begin = dashes(bytes, header + 5);
  const end = begin < 0 ? -1 : dashes(bytes, begin + 5);
  return end < 0 ? null : bytes.subarray(begin + 5, end);
}
