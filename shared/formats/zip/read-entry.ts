import { DecodeUTF8, Inflate } from 'fflate';
import { packedBytes, type ZipEntry } from '#shared/formats/zip/entries.ts';

/** Packed bytes taken at once: what comes out of them is handed on before the next ones are looked at. */
const STEP = 32 * 1024;

/** Bytes from which on it matters how much larger a part has become than it was packed: no table or text shrinks that much. */
const [SUSPICIOUS, MOST_TIMES] = [32 * 1024 * 1024, 150];

/** What is wrong inside of an archive. */
export type ZipProblem = 'damaged' | 'encrypted' | 'too-large';

/** Thrown by the readers of archives. */
export class ZipFault extends Error {
  readonly problem: ZipProblem;

  constructor(problem: ZipProblem) {
    super(`the archive is ${problem}`);
    this.problem = problem;
  }
}

/**
 * The text of an entry, a piece at a time: whoever has enough stops asking, and no more is opened up. Throws ZipFault; `most` counts the bytes
 * that come out, whatever the archive says of itself.
 */
export function* readEntryText(bytes: Uint8Array, entry: ZipEntry, most: number): Generator<string> {
  if (entry.encrypted) throw new ZipFault('encrypted');
  const packed = packedBytes(bytes, entry);
  if (!packed || (entry.method !== 0 && entry.method !== 8)) throw new ZipFault('damaged');
  let text = '';
  let out = 0;
  const decoder = new DecodeUTF8((piece) => {
    text += piece;
  });
  const take = (piece: Uint8Array, last: boolean): void => {
    out += piece.length;
    if (out > most || (out > SUSPICIOUS && out > packed.length * MOST_TIMES)) throw new ZipFault('too-large');
    decoder.push(piece, last);
  };
  const inflate = entry.method === 8 ? new Inflate(take) : null;
  for (let at = 0; at === 0 || at < packed.length; at += STEP) {
    const piece = packed.subarray(at, at + STEP);
    const last = at + STEP >= packed.length;
    try {
      if (inflate) inflate.push(piece, last);
      else take(piece, last);
    } catch (error) {
      throw error instanceof ZipFault ? error : new ZipFault('damaged');
    }
    if (text !== '') yield text;
    text = '';
  }
}

/** The whole text of a small entry. */
export function entryText(bytes: Uint8Array, entry: ZipEntry, most: number): string {
  let text = '';
  for (const piece of readEntryText(bytes, entry, most)) text += piece;
  return text;
}
