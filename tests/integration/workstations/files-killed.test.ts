import { expect, test } from 'vitest';
import { type Killed, killAtAnyByte } from '#tests/integration/workstations/files-killed.ts';

/** One file in a run of all tests; a long proof asks for more: OPORA_FILE_KILLS_SECONDS=150. */
const seconds = Number(process.env['OPORA_FILE_KILLS_SECONDS'] ?? 0.1);
const seed = Number(process.env['OPORA_FILE_KILLS_SEED'] ?? 7);

test('files arrive whole when programs are killed at any byte and the centre begins anew', {
  timeout: seconds * 1_000 + 240_000,
}, async () => {
  const killed: Killed = await killAtAnyByte(seconds * 1_000, mulberry(seed));
  console.info(JSON.stringify({ seed, ...killed }));
  expect(killed.wrong).toBe(0);
  expect(killed.killsUp + killed.killsDown).toBeGreaterThan(0);
});

/** A small reproducible source of chance (mulberry32). */
function mulberry(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
