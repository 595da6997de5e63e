import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SafekeepingDesk } from '#electron/core/app/desks/safekeeping-desk.ts';
import { Workplace } from '#electron/core/app/workplace.ts';
import { type JobRunner, jobs } from '#electron/core/jobs/registry.ts';
import { places } from '#electron/core/profile/places.ts';
import { listBackups } from '#electron/core/store/backups.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { Refusal } from '#shared/domain/error.ts';
import { here } from '#tests/fixtures/kernel/device-rows.ts';
import { company } from '#tests/fixtures/kernel/rows.ts';

const key = randomBytes(32);
let profileDir: string;
let path: string;
let workplace: Workplace;
let desk: SafekeepingDesk;
let events: string[];
let refuse: string | null;

/** The jobs themselves, here and now; a disk that is full refuses those that write. */
const jobsHere: JobRunner = {
  call: async (job, payload) => {
    if (job === refuse) throw new Refusal('DISK_FULL', {});
    return (jobs[job] as (given: unknown) => unknown)(payload) as never;
  },
};

beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'opora-keeping-'));
  path = places(profileDir).database(here.userId);
  mkdirSync(dirname(path), { recursive: true });
  const settings = { path, key, here, org: 'org', device: 'd', serverUrl: null };
  workplace = new Workplace(settings, { changed: () => undefined, moved: () => undefined });
  for (const [entity, row] of company()) writeRow(workplace.db, entity, row, 1, 1);
  [events, refuse] = [[], null];
  desk = new SafekeepingDesk({ profileDir, key }, () => workplace, jobsHere, {
    damaged: () => events.push('damaged'),
    moved: () => events.push(desk.problem ?? 'well'),
  });
  desk.opened(path);
});
afterEach(async () => {
  await desk.stop();
  workplace.close();
  rmSync(profileDir, { recursive: true, force: true });
});

describe('looking after the open database', () => {
  test('makes the backup that is due, once a day', async () => {
    expect(desk.backups).toEqual([]);
    await desk.look();
    await desk.look();
    expect(desk.backups).toHaveLength(1);
    const [made] = desk.backups;
    expect(made?.size).toBe(statSync(made?.path ?? '').size);
    expect(events).toEqual([]);
  });

  test('tells of a full disk, and tries again', async () => {
    refuse = 'store.backup';
    await desk.look();
    expect(desk.problem).toBe('DISK_FULL');
    refuse = null;
    await desk.look();
    expect(desk.problem).toBeNull();
    expect(events).toEqual(['DISK_FULL', 'well']);
    expect(desk.backups).toHaveLength(1);
  });

  test('what failed after the backup of the day is no trouble any more once it has been done, though no backup is due', async () => {
    await desk.look();
    refuse = 'journal.prune';
    await desk.look();
    expect(desk.problem).toBe('DISK_FULL');
    refuse = null;
    await desk.look();
    expect(desk.problem).toBeNull();
    expect(events).toEqual(['DISK_FULL', 'well']);
    expect(desk.backups).toHaveLength(1);
  });

  test('of a damaged database no copy is made: the rescue is called instead', async () => {
    workplace.db.pragma('wal_checkpoint(TRUNCATE)');
    const file = openSync(path, 'r+');
    for (let at = 40 * 4096; at < statSync(path).size; at += 4096) writeSync(file, randomBytes(32), 0, 32, at);
    await desk.look();
    expect(events).toEqual(['damaged']);
    expect(desk.backups).toEqual([]);
  });

  test('nothing is done over a database that is not open any more', async () => {
    desk.opened(null);
    await desk.look();
    expect(listBackups(path)).toEqual([]);
  });
});
