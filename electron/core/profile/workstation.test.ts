import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readJson, writeJson } from '#electron/core/profile/json-file.ts';
import { fileOf, places } from '#electron/core/profile/places.ts';
import {
  type KnownPerson,
  readWorkstation,
  recognises,
  rememberPerson,
  writeWorkstation,
} from '#electron/core/profile/workstation.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-workstation-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const person = { userId: 'u1', login: 'ivanova', fullName: 'Иванова А. П.', org: 'org' };
const password = 'Пароль ёж 1';

describe('people of a workstation', () => {
  test('the password is recognised without a link, in either Unicode form, and no other one is', () => {
    const facts = rememberPerson(readWorkstation(folder), person, password.normalize('NFC'));
    const known = facts.people[0] as KnownPerson;
    expect(recognises(known, password.normalize('NFD'))).toBe(true);
    for (const wrong of ['', password.toLowerCase(), `${password} `, 'x'.repeat(10_000)]) {
      expect(recognises(known, wrong)).toBe(false);
    }
  });

  test('the password itself is nowhere, and two people with the same one have nothing in common', () => {
    const one = rememberPerson(readWorkstation(folder), person, password);
    const both = rememberPerson(one, { ...person, userId: 'u2', login: 'petrov' }, password);
    writeWorkstation(folder, both);
    const text = readFileSync(places(folder).facts, 'utf8');
    expect(text).not.toContain(password);
    const [first, second] = both.people as [KnownPerson, KnownPerson];
    expect(first.verifier).not.toBe(second.verifier);
    expect(first.salt).not.toBe(second.salt);
    expect(readWorkstation(folder)).toEqual(both);
  });

  test('a new password replaces the old one', () => {
    const facts = rememberPerson(readWorkstation(folder), person, password);
    const changed = rememberPerson(facts, person, 'новый');
    expect(changed.people).toHaveLength(1);
    expect(recognises(changed.people[0] as KnownPerson, password)).toBe(false);
    expect(recognises(changed.people[0] as KnownPerson, 'новый')).toBe(true);
  });

  test('the workstation keeps its own name', () => {
    expect(readWorkstation(folder).device).toBe(readWorkstation(folder).device);
  });
});

describe('small files of a profile', () => {
  test('are replaced whole and belong to their owner', () => {
    const path = join(folder, 'deep', 'settings.json');
    writeJson(path, { language: 'ru' });
    writeJson(path, { language: 'en' });
    expect(readJson(path)).toEqual({ language: 'en' });
    expect(existsSync(`${path}.new`)).toBe(false);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('a draft that a power cut left behind harms nobody; half a file counts as none', () => {
    const path = join(folder, 'settings.json');
    writeJson(path, { language: 'ru' });
    writeFileSync(`${path}.new`, '{"langu');
    expect(readJson(path)).toEqual({ language: 'ru' });
    writeJson(path, { language: 'en' });
    expect(readJson(path)).toEqual({ language: 'en' });
    writeFileSync(path, '{"langu');
    expect(readJson(path)).toBeUndefined();
    expect(readJson(join(folder, 'nothing.json'))).toBeUndefined();
  });

  test('everything lies inside the profile', () => {
    const all = [
      ...Object.values(places(folder)).map((place) => (typeof place === 'string' ? place : place('u1'))),
      fileOf(folder, 'a'.repeat(64)),
    ];
    for (const place of all) expect(place.startsWith(folder)).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });
});
