import { Refusal } from '#shared/domain/error.ts';

/** Most rows that one answer carries. */
const mostRows = 5_000;

/** Rids of a window [start, end) of a view. Throws BAD_INPUT for a window too large to be one. */
export function windowOf(rids: Uint32Array | Int32Array, start: number, end: number): number[] {
  const last = Math.min(end, rids.length);
  if (last - start > mostRows) throw new Refusal('BAD_INPUT', { fields: ['end'], most: mostRows });
  return last <= start ? [] : [...rids.subarray(start, last)];
}
