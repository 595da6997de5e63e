import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { places } from '#electron/core/profile/places.ts';
import { gather, journalEntries } from '#electron/core/recovery/entries.ts';
import { filesNamedIn, keepSending } from '#electron/core/recovery/files-to-send.ts';
import { isSealed, unseal } from '#electron/core/recovery/recovery-key.ts';
import { recoveryPlaces, timeOfStamp, weigh } from '#electron/core/recovery/recovery-places.ts';
import type { StoredReport } from '#electron/core/recovery/report.ts';
import { salvage } from '#electron/core/recovery/salvage.ts';
import { type SetAside, setAside } from '#electron/core/recovery/set-aside.ts';
import { replayJournal } from '#electron/core/store/journal/replay-journal.ts';
import type { AsideProfile } from '#shared/ipc/recovery-channels.ts';

/** Names of the files that hosts keep keys in: with the data they opened, they are set aside. */
const keyFiles = ['profile.key', 'passphrase.json', 'demo.key'] as const;

/** Sets aside everything that only the lost key opens. Files, settings and who works here are not sealed with it and stay. */
export function asideSealed(profileDir: string, now: number): SetAside {
  const { people, sealed } = recoveryPlaces(profileDir);
  return setAside(profileDir, [people, sealed, ...keyFiles.map((name) => join(profileDir, name))], now);
}

/** Profiles set aside because their key was lost, newest first. */
export function asideProfiles(profileDir: string): AsideProfile[] {
  const { aside } = recoveryPlaces(profileDir);
  if (!existsSync(aside)) return [];
  return readdirSync(aside)
    .filter((stamp) => isSealed(join(aside, stamp)))
    .sort()
    .reverse()
    .map((stamp) => {
      const people = recoveryPlaces(join(aside, stamp)).people;
      return {
        stamp,
        at: timeOfStamp(stamp),
        bytes: weigh(people).bytes,
        people: existsSync(people) ? readdirSync(people).length : 0,
        sealed: true,
      };
    });
}

export type BroughtBack = { ok: true; report: StoredReport } | { ok: false; wrong: readonly number[] };

/**
 * The key of a profile that was set aside has been found: what this person had entered there and the centre had not confirmed goes into
 * their outbox. The profile itself stays where it lies; done twice, nothing is doubled.
 */
export function bringBack(
  profileDir: string,
  stamp: string,
  groups: readonly string[],
  workplace: Workplace,
  now: number,
): BroughtBack {
  const folder = join(recoveryPlaces(profileDir).aside, stamp.replace(/[^\w-]/g, ''));
  const unsealed = unseal(folder, groups);
  if (!unsealed.ok) return unsealed;
  const { db, here } = workplace;
  const key = Buffer.from(unsealed.key);
  const database = places(folder).database(here.userId);
  const salvaged = salvage(database, key);
  const over = new Set(salvaged.entries.filter((one) => one.state !== 'waiting').map((one) => one.id));
  const found = gather(journalEntries(database, key), salvaged, now);
  const entries = found.entries.filter((entry) => !over.has(entry.id));
  const knows = db.prepare('SELECT 1 FROM outbox WHERE id = ?');
  const fresh = entries.filter((entry) => knows.get(entry.id) === undefined);
  const files = keepSending(db, profileDir, filesNamedIn(fresh), now);
  const done = replayJournal(db, entries, here);
  workplace.took(done.changed);
  const report: StoredReport = {
    ...{ at: now, code: 'DATABASE_KEY', userId: here.userId, base: { from: 'itself', at: null, rows: 0 } },
    ...{ journal: found.journal, damaged: found.damaged, found: entries.length, known: done.known },
    ...{ replayed: done.added, suspended: done.suspended, unreadable: salvaged.unreadable, files },
    ...{ blind: false, aside: [], asideFolder: folder },
    replayedIds: fresh.filter((one) => knows.get(one.id) !== undefined).map((one) => one.id),
  };
  return { ok: true, report };
}
