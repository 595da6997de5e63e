import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Company } from '#build/seed/company.ts';
import { rowsOfSeq } from '#build/seed/load-server.ts';
import { searchText } from '#electron/core/jobs/search-text.ts';
import { holdProfile } from '#electron/core/profile/guard.ts';
import { places } from '#electron/core/profile/places.ts';
import { readWorkstation, rememberPerson, writeWorkstation } from '#electron/core/profile/workstation.ts';
import { fillFresh } from '#electron/core/store/fresh.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { drainSearch } from '#electron/core/store/search/drain-search.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { demoKey } from '#electron/shell/key-file.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import type { Head } from '#server/sync/store-port.ts';
import { scopesOfEmployee } from '#shared/domain/employee.ts';
import type { RowOf } from '#shared/domain/registry.ts';

export interface ProfileOptions {
  profileDir: string;
  company: Company;
  login: string;
  /** Where the centre's history stands after loading the company, and when it was loaded. */
  head: Head;
  at: number;
  /** Token of a session of the centre; without it the person logs in to go online. */
  refresh?: string | undefined;
  /** Reads all rows into the search index now instead of at the first start. */
  index?: boolean;
}

export interface WrittenProfile {
  userId: string;
  path: string;
  /** Raw key of the database. */
  key: Buffer;
  rows: number;
}

/** Makes a profile that opens with the company in it. Throws when it already has a database: what is in it is not replaced. */
export function writeProfile(options: ProfileOptions): WrittenProfile {
  const { profileDir, company, login } = options;
  const person = company.people.find((one) => one.login === login);
  if (!person) throw new Error(`nobody of the company has the login ${login}`);
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const release = holdProfile(profileDir);
  try {
    const place = places(profileDir);
    const path = place.database(person.id);
    if (existsSync(path)) throw new Error(`there is a database already: ${path}`);
    mkdirSync(place.person(person.id), { recursive: true, mode: 0o700 });
    const key = Buffer.from(demoKey(join(profileDir, 'demo.key')));
    const draft = place.download(person.id);
    rmSync(draft, { force: true });
    const rows = fill(draft, key, options, person);
    if (options.index) indexAll(draft, key);
    renameSync(draft, path);
    const known = { userId: person.id, login, fullName: person.fullName, org: company.org };
    const facts = rememberPerson(readWorkstation(profileDir), known, demoPassword);
    writeWorkstation(profileDir, { ...facts, open: { userId: person.id, locked: false } });
    return { userId: person.id, path, key, rows };
  } finally {
    release();
  }
}

/** Writes what the person may see, with the versions that the same load gives it on the server; returns the number of rows. */
function fill(
  path: string,
  key: Buffer,
  { company, head, at, refresh }: ProfileOptions,
  person: RowOf<'employee'>,
): number {
  const branches = company.rows.filter((one) => one.entity === 'branch').map((one) => one.row.id);
  const scopes = scopesOfEmployee(person, branches);
  const seen = new Set(scopes);
  const fresh = fillFresh(path, key);
  let count = 0;
  let membershipSeq = 0;
  for (const [index, { entity, row, scopes: places }] of company.rows.entries()) {
    const v = Math.floor(index / rowsOfSeq) + 1;
    if (row.id === person.id) membershipSeq = v;
    if (!places.some((scope) => seen.has(scope))) continue;
    fresh.add([{ e: entity, id: row.id, v, at, row }]);
    count += 1;
  }
  const { seq: cursor, chainHash, epoch } = head;
  const facts = {
    org: company.org,
    userId: person.id,
    cursor,
    chainHash,
    epoch,
    membershipSeq,
    scopes,
    lastExchangeAt: at,
  };
  fresh.finish(refresh === undefined ? facts : { ...facts, session: { refresh, access: '', accessUntil: 0 } });
  return count;
}

function indexAll(path: string, key: Buffer): void {
  const db = openWritable({ path, key });
  const source = { loadText: (entity: string, id: string) => searchText(db, entity, id), keysOf: wordKeysHere() };
  while (drainSearch(db, source, 2_000).left);
  // Filled in one go the index consists of many pieces; left so, each later save would pay for bringing some of them together.
  db.exec(`INSERT INTO search_index (search_index) VALUES ('optimize')`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
