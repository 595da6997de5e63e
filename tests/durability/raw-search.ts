import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { readJournal } from '#electron/core/store/journal/read-journal.ts';

/**
 * Looks through every byte of a profile for each of `needles`, as somebody would who has its key: pages of databases in plain, the free ones too,
 * write-ahead logs, the journal in plain, all other files as they are. Returns where what was found, `file: needle`.
 */
export function searchRaw(profileDir: string, key: Buffer, needles: readonly (string | Buffer)[]): string[] {
  const found: string[] = [];
  for (const path of filesIn(profileDir)) {
    const bytes = plain(path, key);
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

/** Terms of the search index of a database, from the index itself. */
export function indexedTerms(path: string, key: Buffer): string[] {
  const db = new Database(path, { readonly: true });
  db.pragma(`cipher = 'chacha20'`);
  db.pragma(`key = "x'${key.toString('hex')}'"`);
  db.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search_index', 'row')`);
  const terms = db.prepare('SELECT term FROM temp.terms').pluck().all() as string[];
  db.close();
  return terms;
}

/** A database comes as its pages without the cipher. A log beside it would have to be empty: it is searched as it is, and its size told. */
function plain(path: string, key: Buffer): Buffer {
  if (path.endsWith('-wal') && statSync(path).size > 0) throw new Error(`${path} still holds frames`);
  if (!path.endsWith('.db')) return readFileSync(path);
  const folder = mkdtempSync(join(tmpdir(), 'opora-plain-'));
  try {
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    const db = new Database(copy);
    db.pragma(`cipher = 'chacha20'`);
    db.pragma(`key = "x'${key.toString('hex')}'"`);
    db.pragma('journal_mode = DELETE');
    db.pragma(`rekey = ''`);
    db.close();
    return readFileSync(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
}
