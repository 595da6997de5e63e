import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Session } from '#electron/core/app/session.ts';
import { readWorkstation, rememberPerson, writeWorkstation } from '#electron/core/profile/workstation.ts';

let profileDir: string;
beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'opora-session-'));
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

test('somebody whose first download was broken off is not let into an empty database without a link', async () => {
  const person = { userId: 'u', login: 'ivanova', fullName: 'Иванова', org: 'one' };
  writeWorkstation(profileDir, rememberPerson(readWorkstation(profileDir), person, 'пароль'));
  const rest = { key: randomBytes(32), serverUrl: null, deviceName: 'МСК-01', demo: false, version: 'test' };
  const events = { changed() {}, moved() {}, opened() {}, sessionChanged() {}, progress() {} };
  const session = new Session({ profileDir, ...rest }, events);
  await expect(session.login('ivanova', 'другой')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
  await expect(session.login('ivanova', 'пароль')).rejects.toMatchObject({ code: 'NOT_KNOWN_OFFLINE' });
  expect(session.state.stage).toBe('none');
});
