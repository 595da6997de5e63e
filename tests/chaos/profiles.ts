import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '#tests/chaos/house.ts';
import { isSettled } from '#tests/chaos/quiet.ts';
import type { Station } from '#tests/chaos/station.ts';

/** More of them than this only cost memory. */
const mostStations = 7;

/** A copy of the profile of a killed workstation, with whatever its database was about to do. */
export async function keepProfile(station: Station, house: House): Promise<boolean> {
  if (onSmallDisk(station, house)) return false;
  await station.stop();
  const to = join(station.place.folder, 'kept');
  await station.copyProfile(to);
  house.kept.set(station.name, to);
  station.start();
  return true;
}

/**
 * Puts a kept profile back. What had been entered since must have reached the centre first, with its files: an
 * undecided command on a disk that is replaced is nowhere, and no protocol can bring it back.
 */
export async function restoreProfile(station: Station, house: House): Promise<boolean> {
  const from = house.kept.get(station.name);
  if (from === undefined) return false;
  station.resting = true;
  try {
    for (const until = Date.now() + 45_000; Date.now() < until; await pause()) {
      if (station.acting || house.centreBusy || !(await isSettled(station)) || house.centreBusy) continue;
      // Nobody restores the centre from here on, and never to a state that lacks what this workstation cannot offer again.
      house.centreBusy = true;
      try {
        if (!(await centreHasAll(station, house))) continue;
        house.hasBackup = false;
        house.replaced.add(station.name);
        await station.stop();
        await station.putProfile(from);
        station.start();
        return true;
      } finally {
        house.centreBusy = false;
      }
    }
    return false;
  } finally {
    station.resting = false;
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** Everything entered there is decided, and no file of its person waits for its bytes. */
async function centreHasAll(station: Station, { pool, journal }: House): Promise<boolean> {
  const saved = journal.of(station.name).map((one) => one.id);
  const sql = `SELECT (SELECT count(DISTINCT command_id) FROM command_log WHERE command_id = ANY ($1)) AS known,
    (SELECT count(*) FROM stored_row WHERE entity = 'attachment' AND data::json ->> 'authorId' = $2
      AND data::json ->> 'verifiedAt' IS NULL) AS files`;
  const found = await pool.query<{ known: number; files: number }>(sql, [saved, station.person]).catch(() => null);
  return found?.rows[0]?.known === saved.length && found.rows[0].files === 0;
}

/** A second workstation from a copy of the first one, as cloned machines are; both go on. */
export async function cloneProfile(station: Station, house: House): Promise<boolean> {
  if (house.stations.length >= mostStations || onSmallDisk(station, house)) return false;
  const name = `clone-${house.stations.length}`;
  const clone = await house.addStation({ ...station, name }, station.place.key, false);
  clone.busy = true;
  await station.stop();
  await station.copyProfile(clone.place.profileDir);
  await rm(join(clone.place.profileDir, 'profile.lock'), { force: true });
  station.start();
  clone.start();
  clone.busy = false;
  return true;
}

const onSmallDisk = (station: Station, house: House): boolean => station.name === house.smallDisk;
