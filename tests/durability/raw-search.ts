import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { readJournal } from '#electron/core/store/journal/read-journal.ts';

/**
 * Looks through every byte of a profile for each of `needles`: databases without a key, so that free pages and what lies between the
 * rows can be read too; the journal in plain; all other files as they are. Returns where what was found, `file: needle`.
 */
export function searchRaw(profileDir: string, key: Buffer, needles: readonly (string | Buffer)[]): string[] {
  const found: string[] = [];
  for (const path of filesIn(profileDir)) {
    const bytes = plain(path);
    for (const needle of needles)
      if (bytes.includes(needle)) found.push(`${relative(profileDir, path)}: ${String(needle).slice(0, 40)}`);
  }
  for (const folder of new Set(
    filesIn(profileDir)
      .filter((path) => path.endsWith('.journal'))
      .map(dirname),
  )) {
    const text = [...readJournal(folder, key)].map((entry) => JSON.stringify(entry)).join('\n');
    for (const needle of needles) if (text.includes(String(needle))) found.push(`journal: ${String(needle)}`);
  }
  return found;
}

/** Terms of the search index of a database without a key, from the index itself. */
export function indexedTerms(path: string): string[] {
  const db = new Database(path, { readonly: true });
  db.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search_index', 'row')`);
  const terms = db.prepare('SELECT term FROM temp.terms').pluck().all() as string[];
  db.close();
  return terms;
}

function plain(path: string): Buffer {
  const bytes = readFileSync(path);
  if (path.endsWith('-wal') && bytes.length > 0) throw new Error(`${path} still holds frames`);
  if (path.endsWith('.db') && !bytes.toString('latin1', 0, 15).startsWith('SQLite format 3'))
    throw new Error(`${path} cannot be searched: it is encrypted`);
  return bytes;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
}
