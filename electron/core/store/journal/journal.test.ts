import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import { Journal } from '#electron/core/store/journal/journal.ts';
import { readJournal } from '#electron/core/store/journal/read-journal.ts';
import { frames } from '#electron/core/store/journal/record.ts';
import { activeSegment, journalFacts, segmentsOf } from '#electron/core/store/journal/segments.ts';

const key = randomBytes(32);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = (n: number, text = `Договор № ${n}`): JournalEntry => ({
  ...{ id: `id-${n}`, n, client: 'client', name: 'document.create', v: 1, args: { text }, argsHash: 'hash' },
  ...{ occurredAt: 1_780_000_000_000 + n, about: { entity: 'document', id: `paper-${n}` }, stripped: false },
});
const entries = (from: number, to: number): JournalEntry[] =>
  Array.from({ length: to - from + 1 }, (_, at) => entry(from + at));
const write = (some: JournalEntry[], sealedBy = key): void => {
  const journal = new Journal(folder, sealedBy);
  journal.append(some);
  journal.close();
};
const read = (by = key): { entries: JournalEntry[]; unread: number } => {
  let unread = 0;
  const found = [
    ...readJournal(folder, by, (_segment, bytes) => {
      unread += bytes;
    }),
  ];
  return { entries: found, unread };
};

describe('the journal of the outbox', () => {
  test('is read as it was written, run after run, and before it is closed', () => {
    expect(read()).toEqual({ entries: [], unread: 0 });
    expect(journalFacts(folder)).toBeNull();
    write(entries(1, 3));
    const journal = new Journal(folder, key);
    journal.append([entry(4)]);
    journal.append([entry(5), entry(6)]);
    expect(read()).toEqual({ entries: entries(1, 6), unread: 0 });
    expect(journal.sync()).toBe(true);
    journal.close();
    expect(journalFacts(folder)?.bytes).toBeGreaterThan(500);
  });

  test('tells nothing without the key: no word of it can be read, nothing of it decrypts', () => {
    write(entries(1, 9));
    expect(readFileSync(activeSegment(folder)).includes('Договор')).toBe(false);
    const { entries: none, unread } = read(randomBytes(32));
    expect(none).toEqual([]);
    expect(unread).toBeGreaterThan(9 * 100);
  });

  test('cut at any byte keeps every record before the cut', () => {
    write(entries(1, 2));
    const path = activeSegment(folder);
    const whole = readFileSync(path);
    const ends = [...frames(whole)].map((frame) => frame.byteOffset - whole.byteOffset + frame.length);
    expect(ends).toHaveLength(2);
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length));
      expect(read().entries).toEqual(entries(1, ends.filter((end) => end <= length).length));
    }
  });

  test('with a tail of zeros or noise keeps what is before it, and what another run wrote afterwards', () => {
    write(entries(1, 4));
    const path = activeSegment(folder);
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(700)]));
    write(entries(5, 6));
    writeFileSync(activeSegment(folder), Buffer.concat([readFileSync(activeSegment(folder)), randomBytes(90)]));
    write(entries(7, 7));
    expect(read()).toEqual({ entries: entries(1, 7), unread: 790 });
  });

  test('loses of a damaged record only that one; a record does not count in another segment', () => {
    write(entries(1, 3));
    const path = activeSegment(folder);
    const bytes = readFileSync(path);
    const second = [...frames(bytes)][1] as Buffer;
    second[20] = (second[20] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(read()).toEqual({ entries: [entry(1), entry(3)], unread: second.length + 4 });
    write(entries(4, 4));
    const foreign = Buffer.concat([readFileSync(activeSegment(folder)), bytes.subarray(16)]);
    writeFileSync(activeSegment(folder), foreign);
    expect(read().entries).toEqual([entry(1), entry(3), entry(4)]);
  });

  test('begins another segment when one has grown to four megabytes, or is told to', () => {
    const journal = new Journal(folder, key);
    const long = 'д'.repeat(1_200_000);
    for (let n = 1; n <= 5; n += 1) {
      journal.append([entry(n, long)]);
      journal.sync();
    }
    expect(segmentsOf(folder)).toHaveLength(3);
    journal.rotate();
    journal.append([entry(6)]);
    journal.close();
    expect(segmentsOf(folder)).toHaveLength(4);
    expect(read().entries.map((one) => one.n)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('on a disk that refuses keeps what was told in memory and writes it as soon as it can', () => {
    // A file stands where the folder should be.
    const place = join(folder, 'people');
    writeFileSync(place, '');
    const journal = new Journal(place, key);
    journal.append(entries(1, 2));
    expect(journal.problem).toBe('EEXIST');
    expect(journal.sync()).toBe(false);
    rmSync(place);
    journal.append(entries(3, 3));
    expect(journal.problem).toBeNull();
    expect(journal.sync()).toBe(true);
    expect([...readJournal(place, key)]).toEqual(entries(1, 3));
    journal.close();
  });
});
