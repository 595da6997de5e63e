import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleStation } from '#tests/durability/bundle-station.ts';
import { killAgainAndAgain } from '#tests/durability/kills.ts';
import { cutAgainAndAgain } from '#tests/durability/power-cuts.ts';
import { compileRecorder } from '#tests/durability/recording.ts';

// A slice of `npm run durability -- --kills 1000 --power-cuts 1000`.
let folder: string;
let program: string;
let recorder: string | null;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opora-durability-'));
  recorder = compileRecorder(folder);
  program = await bundleStation(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a process killed at any moment leaves everything that was told saved, twice, and no half of anything', async () => {
  const { kills, late, saved, failures } = await killAgainAndAgain(program, folder, 12, 7);
  expect(failures).toEqual([]);
  expect({ kills: kills + late, saved: saved > 0 }).toEqual({ kills: 12, saved: true });
});

test('a power cut at any moment, with a disk that refuses now and then, keeps everything that was told saved', (context) => {
  if (recorder === null) return context.skip();
  const found = cutAgainAndAgain({ program, recorder, folder }, 30, 3);
  expect(found.failures).toEqual([]);
  expect(found).toMatchObject({ cuts: 30, lives: 1 });
  expect(found.saved).toBeGreaterThan(30);
  // The third life is the one with a failing disk: it refuses, and goes on taking afterwards.
  expect(found.refused).toBeGreaterThan(0);
  expect(found.savedAfterwards).toBeGreaterThan(0);
});
