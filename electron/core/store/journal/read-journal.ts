import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import { frames, headLength, journalKey, openRecord } from '#electron/core/store/journal/record.ts';
import { segmentsOf } from '#electron/core/store/journal/segments.ts';

/**
 * What was entered here, oldest first, as the journal in `folder` (that of the person's database) tells it. `key` is the raw key of the
 * profile. A torn tail ends its segment; a record that is not whole is passed over. `unread` is told the segment and how many of its bytes could
 * not be read. Needs no database. The same id may come twice: the later one counts.
 */
export function* readJournal(
  folder: string,
  key: Buffer,
  unread: (segment: string, bytes: number) => void = () => undefined,
): Iterable<JournalEntry> {
  const own = journalKey(key);
  for (const path of segmentsOf(folder)) {
    const { texts, lost } = readSegment(path, own);
    for (const text of texts) yield JSON.parse(text) as JournalEntry;
    if (lost > 0) unread(path, lost);
  }
}

/** The records of one segment, and how many of its bytes belong to none. `key` is the journal's own. */
export function readSegment(path: string, key: KeyObject): { texts: string[]; lost: number } {
  const bytes = readFileSync(path);
  const head = bytes.subarray(0, headLength);
  const texts: string[] = [];
  let good = Math.min(headLength, bytes.length);
  for (const frame of frames(bytes)) {
    const text = openRecord(key, head, frame);
    if (text === undefined) continue;
    texts.push(text);
    good += 4 + frame.length;
  }
  return { texts, lost: bytes.length - good };
}
