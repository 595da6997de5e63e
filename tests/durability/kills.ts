import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReadable } from '#electron/core/store/open.ts';
import { checkProfile, isClean, toldIn, type Verdict } from '#tests/durability/check-profile.ts';
import type { StationOrder } from '#tests/durability/station.ts';
import { fixtureKey } from '#tests/migrations/write-fixture.ts';
import { Chance } from '#tests/simulation/chance.ts';

export interface Kills {
  kills: number;
  /** Processes that had already been told nothing more to do. */
  late: number;
  /** Told "saved" in all. */
  saved: number;
  failures: { seed: number; verdict: Verdict }[];
}

/** One profile lives through so many kills. */
const lives = 12;
/** A station is killed at most so long after its start, in milliseconds: opening takes a good part of it. */
const longest = 260;

/**
 * Kills a station (`program`, see bundle-station.ts) with SIGKILL at moments drawn from `seed`, and looks after each kill what is there.
 * Every second profile begins as a database of an earlier version, every fourth as nothing at all.
 */
export async function killAgainAndAgain(program: string, folder: string, count: number, seed: number): Promise<Kills> {
  const result: Kills = { kills: 0, late: 0, saved: 0, failures: [] };
  for (let profile = 0; result.kills + result.late < count; profile += 1) {
    const place = mkdtempSync(join(folder, 'kill-'));
    const path = join(place, 'opora.db');
    const before = profile % 2 === 0 ? firstRelease(path, 1 + (profile % 3)) : [];
    writeFileSync(join(place, '.told'), before.map((id) => `kept ${id}\n`).join(''));
    for (let life = 0; life < lives && result.kills + result.late < count; life += 1) {
      const own = seed + profile * lives + life;
      const chance = new Chance(own);
      const order = {
        path,
        key: fixtureKey.toString('hex'),
        seed: own,
        deeds: 100_000,
        backups: life % 2 === 0,
        trouble: 0,
      };
      if (await runAndKill(program, order, chance.below(longest))) result.kills += 1;
      else result.late += 1;
      const told = toldIn(path);
      const verdict = checkProfile(path, fixtureKey, told, true);
      if (!isClean(verdict)) result.failures.push({ seed: own, verdict });
    }
    result.saved += toldIn(path).filter((line) => line.startsWith('saved ')).length;
    rmSync(place, { recursive: true, force: true });
  }
  return result;
}

/** Puts a database that an earlier version wrote at `path`; returns the ids in its outbox. */
export function firstRelease(path: string, version: number): string[] {
  copyFileSync(join(import.meta.dirname, `../migrations/fixtures/schema-${version}.db`), path);
  const db = openReadable({ path, key: fixtureKey });
  const ids = db.prepare('SELECT id FROM outbox').pluck().all() as string[];
  db.close();
  return ids;
}

/** True when the kill met it alive. */
function runAndKill(program: string, order: StationOrder, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, OPORA_STATION: JSON.stringify(order) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part) => {
    said += String(part);
  });
  // Counted from the moment it begins to work, so that slow machines kill at the same places.
  const timer = setInterval(() => {
    if (!hasBegun(order.path)) return;
    clearInterval(timer);
    setTimeout(() => child.kill('SIGKILL'), after);
  }, 1);
  return new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => {
      clearInterval(timer);
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`the station ended by itself: ${said}`));
    });
  });
}

const begun = (path: string): string => `${path}.begun`;

function hasBegun(path: string): boolean {
  try {
    readFileSync(begun(path));
    rmSync(begun(path));
    return true;
  } catch {
    return false;
  }
}
