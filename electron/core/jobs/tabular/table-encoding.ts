import { detectEncoding } from '#electron/core/jobs/decode/detect-encoding.ts';
import type { TextEncodingName } from '#shared/formats/encoding-name.ts';

/** Letters that make up two thirds of any Russian text. */
const COMMON = /[оеаинтсрвлк]/gi;
const LETTERS = /[а-яё]/gi;
/** Bytes that are looked at. */
const SAMPLE = 256 * 1024;

/** Which share of the Russian letters are common ones when the bytes are read so. */
function likelihood(bytes: Uint8Array, encoding: TextEncodingName): number {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE));
  const letters = text.match(LETTERS)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(COMMON)?.length ?? 0) / letters;
}

/** The encoding of a text file of cells: what the bytes prove, or the alphabet in which they make Russian words; KOI8 is among them. */
export function tableEncoding(bytes: Uint8Array): TextEncodingName {
  const { encoding, certain } = detectEncoding(bytes);
  if (certain || encoding === 'utf-8') return encoding;
  // KOI8 has the letters of windows-1251 in another order: read as the wrong one, a text is made of rare letters.
  return likelihood(bytes, 'koi8-r') > likelihood(bytes, encoding) * 1.3 ? 'koi8-r' : encoding;
}
