import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from '#electron/core/profile/json-file.ts';
import { places } from '#electron/core/profile/places.ts';
import { isSealed } from '#electron/core/recovery/recovery-key.ts';
import { recoveryPlaces } from '#electron/core/recovery/recovery-places.ts';
import { storedReports } from '#electron/core/recovery/report.ts';
import { syncFolder } from '#electron/core/store/disk.ts';

/**
 * A person has lost access to records, and databases of theirs that were set aside still hold them. Those of which everything that had been
 * entered was read go, and their report says so. One with places that nobody could read may be the only home of something typed: it stays,
 * and its report says what it holds. What a lost key sealed is read by nobody here.
 */
export function forgetAside(profileDir: string, userId: string, now: number): void {
  const { aside, reports } = recoveryPlaces(profileDir);
  if (!existsSync(aside)) return;
  const told = storedReports(profileDir);
  for (const stamp of readdirSync(aside)) {
    const folder = join(aside, stamp);
    const person = places(folder).person(userId);
    if (isSealed(folder) || !existsSync(person)) continue;
    const found = told.find(({ report }) => report.asideFolder === folder);
    // Without a report nobody has read it.
    const isRead = found !== undefined && !found.report.blind && found.report.unreadable === 0;
    if (isRead) {
      rmSync(person, { recursive: true });
      syncFolder(folder);
    }
    if (found && found.report.forgotten?.at === undefined)
      writeJson(join(reports, `${found.id}.json`), { ...found.report, forgotten: { at: now, gone: isRead } });
  }
}
