import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from '#electron/core/profile/json-file.ts';
import { recoveryPlaces, stampOf } from '#electron/core/recovery/recovery-places.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { RecoveryReport } from '#shared/ipc/recovery-channels.ts';

/** A report as it lies in the profile: figures and ids, nothing that anybody typed. */
export interface StoredReport extends Omit<RecoveryReport, 'id' | 'person' | 'had' | 'taken' | 'refused' | 'waiting'> {
  userId: string | null;
  replayedIds: string[];
}

/** Keeps a report for good; returns its id. */
export function keepReport(profileDir: string, report: StoredReport): string {
  const id = stampOf(report.at);
  writeJson(join(recoveryPlaces(profileDir).reports, `${id}.json`), report);
  return id;
}

/** All reports of a profile, newest first. */
export function storedReports(profileDir: string): { id: string; report: StoredReport }[] {
  const folder = recoveryPlaces(profileDir).reports;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .flatMap((name) => {
      const report = readJson<StoredReport>(join(folder, name));
      return report ? [{ id: name.replace(/\.json$/, ''), report }] : [];
    });
}

/** A report with what has become of the replayed changes since: the centre's words stand in the outbox. */
export function reportNow(
  id: string,
  { userId, replayedIds, ...report }: StoredReport,
  db: Readable | null,
  person: string | null,
): RecoveryReport {
  const sum = { had: 0, taken: 0, refused: 0, waiting: 0 };
  const find = db?.prepare('SELECT state, decided_at FROM outbox WHERE id = ?');
  for (const one of replayedIds) {
    const found = find?.get(one) as { state: string; decided_at: number | null } | undefined;
    // The centre's first word on a change that it had already is older than the rescue.
    if (!found || found.state === 'waiting') sum.waiting += 1;
    else if (found.state === 'rejected') sum.refused += 1;
    else if ((found.decided_at ?? 0) < report.at) sum.had += 1;
    else sum.taken += 1;
  }
  return { id, person, ...report, ...sum };
}
