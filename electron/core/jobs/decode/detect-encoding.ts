import { utf16Kind } from '#electron/core/jobs/decode/sniff.ts';
import type { TextEncodingName } from '#shared/formats/encoding-name.ts';

export interface DetectedEncoding {
  readonly encoding: TextEncodingName;
  /** The bytes alone decide it: a mark, or sequences that only UTF-8 has. False when they fit several encodings. */
  readonly certain: boolean;
  readonly damaged: boolean;
}

interface Utf8Count {
  sequences: number;
  invalid: number;
}

/** Length of the UTF-8 sequence at `at`: 0 when the bytes are not one, -1 when the data ends inside it. */
const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let step = 1; step < length; step += 1) {
    const byte = bytes[at + step];
    if (byte === undefined) return -1;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
};

const countUtf8 = (bytes: Uint8Array): Utf8Count => {
  const count = { sequences: 0, invalid: 0 };
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const length = sequenceLength(bytes, at);
    // A file cut in the middle of a letter is still UTF-8.
    if (length < 0) break;
    if (length === 0) count.invalid += 1;
    else {
      count.sequences += 1;
      at += length - 1;
    }
  }
  return count;
};

const SAMPLE = 1024 * 1024;

/** Which single-byte alphabet makes Russian letters of the bytes: cp866 keeps lower case at A0–AF and E0–EF, windows-1251 at E0–FF. */
const singleByte = (bytes: Uint8Array): TextEncodingName => {
  let windows = 0;
  let dos = 0;
  const length = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8 || byte === 0xb9 || byte === 0xab || byte === 0xbb) windows += 1;
    if (byte <= 0xaf || (byte >= 0xe0 && byte <= 0xf1) || byte === 0xfc) dos += 1;
  }
  return dos > windows ? 'ibm866' : 'windows-1251';
};

/** The encoding the bytes are in, whatever any header says. */
export const detectEncoding = (bytes: Uint8Array): DetectedEncoding => {
  const wide = utf16Kind(bytes);
  if (wide) return { encoding: wide, certain: true, damaged: false };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const { sequences, invalid } = countUtf8(bytes);
  if (invalid === 0) return { encoding: 'utf-8', certain: marked || sequences > 0, damaged: false };
  // Windows-1251 text makes a few accidental sequences; UTF-8 with some damaged bytes makes almost only sequences.
  if (marked || sequences > invalid * 20) return { encoding: 'utf-8', certain: true, damaged: true };
  return { encoding: singleByte(bytes), certain: false, damaged: false };
};
