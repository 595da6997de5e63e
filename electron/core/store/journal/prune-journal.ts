import type { KeyObject } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '#electron/core/store/disk.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import { journalSince } from '#electron/core/store/journal/journal-since.ts';
import { readSegment } from '#electron/core/store/journal/read-journal.ts';
import { journalKey } from '#electron/core/store/journal/record.ts';
import { activeSegment, segmentsOf } from '#electron/core/store/journal/segments.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { timeOf } from '#shared/lib/ids.ts';

/**
 * Takes away segments whose every command was entered and decided more than 35 days ago. The segment being written stays, and so does one with
 * anything in it that cannot be read. For the thread of jobs. Returns how many went.
 */
export function pruneJournal({ path, key }: { path: string; key: Buffer }, now: number): number {
  const folder = dirname(path);
  const own = journalKey(key);
  const db = openReadable({ path, key });
  try {
    const old = segmentsOf(folder).filter((one) => one !== activeSegment(folder) && isDone(db, one, own, now));
    for (const segment of old) rmSync(segment);
    if (old.length > 0) syncFolder(folder);
    return old.length;
  } finally {
    db.close();
  }
}

function isDone(db: Readable, segment: string, key: KeyObject, now: number): boolean {
  const { texts, lost } = readSegment(segment, key);
  const since = journalSince(db, now);
  const later = prepared(db, `SELECT 1 FROM outbox WHERE id = ? AND (state = 'waiting' OR decided_at >= ?)`);
  return (
    lost === 0 &&
    texts.every((text) => {
      const entry = JSON.parse(text) as JournalEntry;
      const enteredAt = Math.max(entry.occurredAt, timeOf(entry.id));
      return enteredAt < since && later.get(entry.id, since) === undefined;
    })
  );
}
