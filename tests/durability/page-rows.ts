import { rowId } from '#tests/fixtures/kernel/rows.ts';

/** Rows of a page of the feed carry its number as their amount: all of them or none. */
export const pageRows: readonly string[] = Array.from({ length: 20 }, (_, n) => rowId(5, n));
