import { CONSTANTS, ROWS, SUBSTITUTION } from '#shared/formats/cms/streebog-tables.ts';

/** Bytes taken at once. */
const BLOCK = 64;
/** A block in 32-bit halves, the lowest first. */
const WORDS = 16;

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));

/** Substitution and linear transformation of a byte at each of eight places, made once: the halves of 64 bits side by side. */
const table = makeTable();
const rounds = CONSTANTS.map((constant) => wordsOf(fromHex(constant).reverse(), 0));

function makeTable(): Int32Array {
  const substitution = fromHex(SUBSTITUTION);
  const made = new Int32Array(8 * 256 * 2);
  for (let place = 0; place < 8; place += 1)
    for (let byte = 0; byte < 256; byte += 1) {
      const at = (place * 256 + byte) * 2;
      for (let bit = 0; bit < 8; bit += 1) {
        if (((substitution[byte] ?? 0) & (1 << bit)) === 0) continue;
        const row = (63 - (place * 8 + bit)) * 16;
        made[at] = (made[at] ?? 0) ^ Number.parseInt(ROWS.slice(row + 8, row + 16), 16);
        made[at + 1] = (made[at + 1] ?? 0) ^ Number.parseInt(ROWS.slice(row, row + 8), 16);
      }
    }
  return made;
}

function wordsOf(bytes: Uint8Array, from: number): Int32Array {
  const words = new Int32Array(WORDS);
  for (let word = 0; word < WORDS; word += 1) {
    const at = from + word * 4;
    words[word] =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  }
  return words;
}

/** `into` = LPS(left ⊕ right). */
function transform(left: Int32Array, right: Int32Array, into: Int32Array): void {
  const mixed = scratch;
  for (let word = 0; word < WORDS; word += 1) mixed[word] = (left[word] as number) ^ (right[word] as number);
  for (let lane = 0; lane < 8; lane += 1) {
    const half = lane >> 2;
    const shift = (lane & 3) * 8;
    let low = 0;
    let high = 0;
    for (let place = 0; place < 8; place += 1) {
      const byte = ((mixed[place * 2 + half] as number) >>> shift) & 0xff;
      const at = (place * 256 + byte) * 2;
      low ^= table[at] as number;
      high ^= table[at + 1] as number;
    }
    into[lane * 2] = low;
    into[lane * 2 + 1] = high;
  }
}

const scratch = new Int32Array(WORDS);
const key = new Int32Array(WORDS);
const state = new Int32Array(WORDS);

/** The compression function: `hash` is replaced. */
function compress(hash: Int32Array, count: Int32Array, block: Int32Array): void {
  transform(hash, count, key);
  state.set(block);
  for (const constant of rounds) {
    transform(state, key, state);
    transform(key, constant, key);
  }
  for (let word = 0; word < WORDS; word += 1)
    hash[word] = (hash[word] as number) ^ (state[word] as number) ^ (key[word] as number) ^ (block[word] as number);
}

/** `sum` += `addend` modulo 2^512. */
function add(sum: Int32Array, addend: Int32Array): void {
  let carry = 0;
  for (let word = 0; word < WORDS; word += 1) {
    const total = ((sum[word] as number) >>> 0) + ((addend[word] as number) >>> 0) + carry;
    sum[word] = total | 0;
    carry = total > 0xffffffff ? 1 : 0;
  }
}

const bits = (count: number): Int32Array => {
  const words = new Int32Array(WORDS);
  words[0] = count;
  return words;
};

/** Streebog of the bytes: 64 bytes, or 32 for the short one (GOST R 34.11-2012, RFC 6986). */
export function streebog(bytes: Uint8Array, length: 32 | 64): Uint8Array {
  const hash = new Int32Array(WORDS).fill(length === 64 ? 0 : 0x01010101);
  const count = new Int32Array(WORDS);
  const sum = new Int32Array(WORDS);
  const whole = bytes.length - (bytes.length % BLOCK);
  for (let at = 0; at < whole; at += BLOCK) {
    const block = wordsOf(bytes, at);
    compress(hash, count, block);
    add(count, bits(512));
    add(sum, block);
  }
  const rest = new Uint8Array(BLOCK);
  rest.set(bytes.subarray(whole));
  rest[bytes.length - whole] = 1;
  const last = wordsOf(rest, 0);
  compress(hash, count, last);
  add(count, bits((bytes.length - whole) * 8));
  add(sum, last);
  compress(hash, new Int32Array(WORDS), count);
  compress(hash, new Int32Array(WORDS), sum);
  const out = new Uint8Array(BLOCK);
  for (let at = 0; at < BLOCK; at += 1) out[at] = ((hash[at >> 2] as number) >>> ((at & 3) * 8)) & 0xff;
  return out.slice(BLOCK - length);
}
