import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readJson, writeJson } from '#electron/core/profile/json-file.ts';
import { places } from '#electron/core/profile/places.ts';
import type { KnownPerson, Workstation } from '#electron/core/profile/workstation.ts';
import { recoveryPlaces } from '#electron/core/recovery/recovery-places.ts';
import { setAside } from '#electron/core/recovery/set-aside.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { readRow } from '#electron/core/store/rows/read.ts';

/** Files of a workstation that are small and precious: who works here; the settings, with the drafts of open forms. */
export const smallFiles = ['workstation.json', 'settings.json'] as const;
export type SmallFile = (typeof smallFiles)[number];

const pathOf = (profileDir: string, name: SmallFile): string =>
  name === 'workstation.json' ? places(profileDir).facts : places(profileDir).settings;
const copyOf = (path: string): string => path.replace(/\.json$/, '.copy.json');

/** Writes such a file and a second one like it: one damaged sector takes one of them. */
export function writeKept(path: string, value: unknown): void {
  writeJson(path, value);
  writeJson(copyOf(path), value);
}

/** Those that are there and cannot be read. */
export function damagedFiles(profileDir: string): SmallFile[] {
  return smallFiles.filter((name) => {
    const path = pathOf(profileDir, name);
    if (!existsSync(path)) return existsSync(copyOf(path));
    return !isObject(path);
  });
}

export interface Mended {
  /** Put back from their copies, or put together again from the data. */
  restored: string[];
  /** Begun anew. */
  anew: string[];
  folder: string;
}

/** Sets damaged files aside and puts back what can be: the copy, else what the databases know of their people, else nothing. */
export function mendFiles(profileDir: string, key: Buffer | null, now: number): Mended {
  const damaged = damagedFiles(profileDir);
  const { folder } = setAside(
    profileDir,
    damaged.map((name) => pathOf(profileDir, name)),
    now,
  );
  const done: Mended = { restored: [], anew: [], folder };
  for (const name of damaged) {
    const path = pathOf(profileDir, name);
    const copy = isObject(copyOf(path)) ? readJson<Record<string, unknown>>(copyOf(path)) : undefined;
    const value = copy ?? (name === 'workstation.json' ? factsOfDatabases(profileDir, key) : {});
    writeKept(path, value);
    const isSame = copy !== undefined || (name === 'workstation.json' && (value as Workstation).people.length > 0);
    (isSame ? done.restored : done.anew).push(name);
  }
  return done;
}

/** What the copy says while its original is damaged; nothing is written. */
export const readCopy = <T>(profileDir: string, name: SmallFile): T | undefined =>
  readJson<T>(copyOf(pathOf(profileDir, name)));

/** The settings; while their file is damaged, those of its copy. */
export function readSettings(profileDir: string): Record<string, unknown> {
  const { settings } = places(profileDir);
  return readJson<Record<string, unknown>>(settings) ?? readCopy(profileDir, 'settings.json') ?? {};
}

/** Changes some of the settings. A damaged file is left as it is until it has been set aside: then only what is told is known. */
export function patchSettings(profileDir: string, patch: Record<string, unknown>): Record<string, unknown> {
  const next = { ...readSettings(profileDir), ...patch };
  if (!damagedFiles(profileDir).includes('settings.json')) writeKept(places(profileDir).settings, next);
  return next;
}

/** People whose databases are here. Their passwords are nowhere: the next login needs a link. */
function factsOfDatabases(profileDir: string, key: Buffer | null): Workstation {
  const { people } = recoveryPlaces(profileDir);
  const facts: Workstation = { device: randomUUID(), people: [], open: null };
  if (!existsSync(people)) return facts;
  for (const userId of readdirSync(people)) {
    const known = personIn(places(profileDir).database(userId), key, userId);
    if (!known) continue;
    facts.people.push(known.person);
    if (known.device) facts.device = known.device;
  }
  return facts;
}

function personIn(path: string, key: Buffer | null, userId: string): { person: KnownPerson; device?: string } | null {
  try {
    const db = openReadable({ path, key });
    try {
      const row = readRow(db, 'employee', userId);
      const login = String(row?.['login'] ?? '');
      const fullName = String(row?.['fullName'] ?? '');
      // A verifier that no password has.
      const person = {
        userId,
        login,
        fullName,
        org: readMeta(db, 'org') ?? '',
        salt: '00'.repeat(16),
        verifier: '00'.repeat(32),
      };
      const device = readMeta(db, 'device');
      return { person, ...(device ? { device } : {}) };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

function isObject(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
