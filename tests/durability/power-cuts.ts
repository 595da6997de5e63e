import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { createTables, isEmpty } from '#electron/core/store/create.ts';
import { closeJournal } from '#electron/core/store/journal/append-to-journal.ts';
import { keepJournal } from '#electron/core/store/journal/keep-journal.ts';
import { bringUpToDate } from '#electron/core/store/migrate.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { commandId } from '#shared/lib/ids.ts';
import { checkProfile, isClean, linesOf, toldIn, type Verdict } from '#tests/durability/check-profile.ts';
import { firstRelease } from '#tests/durability/kills.ts';
import { readRecording } from '#tests/durability/recording.ts';
import { SimulatedDisk } from '#tests/durability/simulated-disk.ts';
import type { StationOrder } from '#tests/durability/station.ts';
import { here } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { fixtureKey as key } from '#tests/migrations/write-fixture.ts';
import { Chance } from '#tests/simulation/chance.ts';

export interface PowerCuts {
  cuts: number;
  /** Working lives that were recorded, and the steps of the disk in them. */
  lives: number;
  steps: number;
  /** Told "saved" before the cut, in all of them. */
  saved: number;
  /** Saves that a failing disk refused, and those it took afterwards in the same life. */
  refused: number;
  savedAfterwards: number;
  failures: { seed: number; at: number; verdict: Verdict | string }[];
}

/** So many cuts are tried in one recorded life. */
const cutsOfLife = 50;

/**
 * Records stations (`program`) at work through `recorder` and cuts the power at moments drawn from `seed`. Every third life has a disk that is full
 * or fails to sync now and then; every second begins as a database of an earlier version.
 */
export function cutAgainAndAgain(
  tools: { program: string; recorder: string; folder: string },
  count: number,
  seed: number,
): PowerCuts {
  const result: PowerCuts = { cuts: 0, lives: 0, steps: 0, saved: 0, refused: 0, savedAfterwards: 0, failures: [] };
  while (result.cuts < count) {
    const own = seed + result.lives;
    const chance = new Chance(own);
    const place = mkdtempSync(join(tools.folder, 'cut-'));
    const order: StationOrder = {
      ...{ path: join(place, 'profile', 'opora.db'), key: key.toString('hex'), seed: own, deeds: 80 },
      ...{ backups: own % 4 === 1, trouble: own % 3 === 0 ? 7 : 0 },
    };
    const { disk, steps } = record(tools, order, own % 2 === 0 ? 1 + (own % 3) : null);
    lookAfterwards(order, result);
    const cuts = Math.min(cutsOfLife, count - result.cuts);
    const moments = Array.from({ length: cuts }, () => chance.below(steps.length + 1)).sort(
      (one, other) => one - other,
    );
    let done = 0;
    for (const at of moments) {
      for (; done < at; done += 1) disk.do(steps[done] as (typeof steps)[number]);
      const found = join(place, 'found');
      lay(disk.cut(chance), dirname(order.path), found);
      const told = linesOf(disk.told);
      result.saved += told.filter((line) => line.startsWith('saved ')).length;
      const wrong = wrongAfter(join(found, 'opora.db'), told);
      if (wrong !== null) result.failures.push({ seed: own, at, verdict: wrong });
      rmSync(found, { recursive: true, force: true });
    }
    result.cuts += cuts;
    result.lives += 1;
    result.steps += steps.length;
    rmSync(place, { recursive: true, force: true });
  }
  return result;
}

function record({ program, recorder }: { program: string; recorder: string }, order: StationOrder, old: number | null) {
  const folder = dirname(order.path);
  mkdirSync(folder);
  const before = new Map<string, Buffer>();
  let kept = '';
  if (old !== null) {
    const ids = firstRelease(order.path, old);
    kept = ids.map((id) => `kept ${id}\n`).join('');
    before.set(order.path, readFileSync(order.path));
  }
  writeFileSync(join(folder, '.told'), kept);
  const recorded = join(dirname(folder), 'steps');
  const ended = spawnSync(process.execPath, [program], {
    env: {
      ...process.env,
      ...{ OPORA_STATION: JSON.stringify(order), LD_PRELOAD: recorder, UV_USE_IO_URING: '0' },
      ...{ DISK_FOLDER: folder, DISK_RECORD: recorded },
    },
    encoding: 'utf8',
  });
  if (ended.status !== 0) throw new Error(`the station ended by itself: ${ended.stderr}`);
  const disk = new SimulatedDisk(folder, before);
  disk.told = kept;
  return { disk, steps: readRecording(recorded) };
}

/** A life that ended by itself: everything told is there, whatever the disk refused in between. */
function lookAfterwards(order: StationOrder, result: PowerCuts): void {
  const told = toldIn(order.path);
  const firstRefusal = told.findIndex((line) => line.startsWith('refused '));
  const isSaved = (line: string): boolean => line.startsWith('saved ');
  result.refused += told.filter((line) => line.startsWith('refused ')).length;
  if (firstRefusal >= 0) result.savedAfterwards += told.slice(firstRefusal).filter(isSaved).length;
  const verdict = checkProfile(order.path, key, told, true);
  if (!isClean(verdict)) result.failures.push({ seed: order.seed, at: -1, verdict });
}

function lay(files: ReadonlyMap<string, Buffer>, from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const [path, content] of files) {
    const target = join(to, path.slice(from.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** What is wrong after the cut, and whether the program goes on from there; null when nothing is. */
function wrongAfter(path: string, told: readonly string[]): Verdict | string | null {
  const verdict = checkProfile(path, key, told, false);
  if (!isClean(verdict)) return verdict;
  try {
    const db = openWritable({ path, key });
    try {
      if (isEmpty(db)) createTables(db, { indexes: true });
      else bringUpToDate(db, { path, key }, Date.now());
      keepJournal(db, { path, key, here }, Date.now());
      const order = { id: commandId(1, new Uint8Array(10)), name: 'document.create', v: 1, args: documentForm() };
      if (told.includes('open') && !commitCommand(db, order, here, 1).ok) return 'nothing can be saved afterwards';
    } finally {
      closeJournal(db);
      db.close();
    }
    return null;
  } catch (error) {
    return String((error as Error).stack);
  }
}
