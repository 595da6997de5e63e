import { argon2Sync, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { readJson, writeJson } from '#electron/core/profile/json-file.ts';
import { places } from '#electron/core/profile/places.ts';

/** Somebody who has logged in here and can do so again without a link. */
export interface KnownPerson {
  userId: string;
  login: string;
  fullName: string;
  org: string;
  /** argon2id of the password with its salt, both hex. */
  salt: string;
  verifier: string;
}

/** Facts of the workstation that belong to nobody in particular. */
export interface Workstation {
  device: string;
  people: KnownPerson[];
  /** Who was working when the program last ran, and whether the screen was locked. */
  open: { userId: string; locked: boolean } | null;
}

export function readWorkstation(profileDir: string): Workstation {
  const found = readJson<Workstation>(places(profileDir).facts);
  if (found) return found;
  const fresh: Workstation = { device: randomUUID(), people: [], open: null };
  writeWorkstation(profileDir, fresh);
  return fresh;
}

export const writeWorkstation = (profileDir: string, facts: Workstation): void =>
  writeJson(places(profileDir).facts, facts);

/** Keeps what is needed to recognise the password later without a link; the password itself is nowhere. */
export function rememberPerson(
  facts: Workstation,
  person: Omit<KnownPerson, 'salt' | 'verifier'>,
  password: string,
): Workstation {
  const salt = randomBytes(16).toString('hex');
  const known = { ...person, salt, verifier: derive(password, salt).toString('hex') };
  return { ...facts, people: [...facts.people.filter((one) => one.userId !== person.userId), known] };
}

export function recognises(person: KnownPerson, password: string): boolean {
  return timingSafeEqual(derive(password, person.salt), Buffer.from(person.verifier, 'hex'));
}

/** argon2id with the parameters OWASP recommends: 19 MiB, two passes. */
function derive(password: string, salt: string): Buffer {
  return argon2Sync('argon2id', {
    message: Buffer.from(password.normalize('NFC'), 'utf8'),
    nonce: Buffer.from(salt, 'hex'),
    parallelism: 1,
    tagLength: 32,
    memory: 19_456,
    passes: 2,
  });
}
