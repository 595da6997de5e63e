import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ProblemList } from '#shared/formats/problem.ts';

/** Largest texts the domain keeps; a longer value is cut and the cut is reported, the original file stays whole. */
const textLimits = {
  number: 60,
  subject: 1_000,
  name: 300,
  fullName: 500,
  address: 500,
  phone: 100,
  email: 200,
  bankName: 300,
  lineName: 2_000,
  unit: 60,
  decimal: 40,
  vatRate: 20,
  detail: 500,
} as const;

export type Clamp = {
  (field: keyof typeof textLimits, value: string, line: number | null): string;
  (field: keyof typeof textLimits, value: string | null, line: number | null): string | null;
};

/** Cuts texts to the domain's limits without splitting a surrogate pair, reporting each cut. */
export const clampTo = (problems: ProblemList): Clamp =>
  ((field, value, line) => {
    if (value === null) return null;
    const limit = textLimits[field];
    if (value.length <= limit) return value;
    problems.warn('FIELD_CUT', line, { field, length: value.length, limit });
    return value.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
  }) as Clamp;

const KEY_LIMIT = 200;

/** Identity keys fit the domain's column: a longer one keeps its beginning and ends in its hash. */
export const boundedKey = (key: string): string =>
  key.length <= KEY_LIMIT ? key : `${key.slice(0, KEY_LIMIT - 65)}#${bytesToHex(sha256(utf8ToBytes(key)))}`;
