import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isWhole, listBackups } from '#electron/core/store/backups.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readJournal } from '#electron/core/store/journal/read-journal.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { derivedId } from '#shared/lib/ids.ts';
import { pageRows } from '#tests/durability/page-rows.ts';

/** What is wrong with a profile after its process or its machine has ended; all empty when nothing is. */
export interface Verdict {
  /** Told "saved" and not in the database. */
  lost: string[];
  /** Told "saved" and not in the journal. */
  unjournalled: string[];
  /** Part of an action or of a page without the rest of it. */
  half: string[];
  /** Does not open, or does not hold together. */
  corrupt: string[];
}

/** What a person was told, as it lies in `.told`; a line that was being written does not count. */
export function toldIn(path: string): string[] {
  const file = join(dirname(path), '.told');
  return existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : [];
}

export const linesOf = (text: string): string[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);

/** Opens a profile as the program would and compares it with what was told. `journal`: what is told must be there as well. */
export function checkProfile(path: string, key: Buffer, told: readonly string[], journal: boolean): Verdict {
  const verdict: Verdict = { lost: [], unjournalled: [], half: [], corrupt: [] };
  try {
    const db = openWritable({ path, key });
    try {
      const found = db.pragma('integrity_check(3)', { simple: true });
      if (found !== 'ok') verdict.corrupt.push(String(found));
      compare(db, told, verdict);
    } finally {
      db.close();
    }
    const entries = new Set([...readJournal(dirname(path), key)].map((entry) => entry.id));
    // What an earlier version left there may be older than the journal goes back.
    const old = new Set(idsAfter(told, 'kept'));
    if (journal) verdict.unjournalled = missing(told, entries).filter((id) => !old.has(id));
    for (const backup of listBackups(path)) if (!isWhole({ path: backup.path, key })) verdict.corrupt.push(backup.path);
  } catch (error) {
    verdict.corrupt.push(String((error as { code?: string }).code ?? error));
  }
  return verdict;
}

export const isClean = (verdict: Verdict): boolean => Object.values(verdict).every((all: string[]) => all.length === 0);

function compare(db: Readable, told: readonly string[], verdict: Verdict): void {
  const hasTables = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'outbox'`).get() !== undefined;
  const ids = new Set(hasTables ? (db.prepare('SELECT id FROM outbox').pluck().all() as string[]) : []);
  verdict.lost = missing(told, ids);
  for (const line of told.filter((one) => one.startsWith('together '))) {
    const parts = line.slice('together '.length).split(' ');
    const there = parts.filter((id) => ids.has(id) || ids.has(derivedId(id, 0)));
    if (there.length > 0 && there.length < parts.length) verdict.half.push(line);
  }
  if (!hasTables || !told.includes('open')) return;
  const cursor = readMeta(db, 'cursor') ?? 0;
  const amounts = db.prepare('SELECT amount FROM document WHERE id = ?').pluck();
  const other = pageRows.filter((id) => amounts.get(id) !== cursor);
  if (other.length > 0) verdict.half.push(`page ${cursor}: ${other.length} rows of another`);
  const { count, last } = db.prepare('SELECT count(*) AS count, max(n) AS last FROM outbox').get() as {
    count: number;
    last: number | null;
  };
  if (last !== null && (count !== last || readMeta(db, 'issuedN') !== last)) verdict.half.push(`${count} of ${last}`);
}

/** Told "saved", and neither there nor taken back. */
function missing(told: readonly string[], ids: ReadonlySet<string>): string[] {
  const takingBack = new Set(idsAfter(told, 'withdrawing'));
  const isThere = (id: string): boolean => ids.has(id) || (takingBack.has(id) && ids.has(derivedId(id, 0)));
  return [
    ...[...idsAfter(told, 'saved'), ...idsAfter(told, 'kept')].filter((id) => !isThere(id)),
    ...idsAfter(told, 'withdrawn').filter((id) => !ids.has(derivedId(id, 0))),
  ];
}

const idsAfter = (told: readonly string[], word: string): string[] =>
  told.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
