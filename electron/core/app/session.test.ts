import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

test('a first download that is broken off ends: the window is told, and the next sign-in begins anew', async () => {
  const centre = createServer((request, response) => {
    if (request.url === '/session')
      return response.setHeader('content-type', 'application/json').end(
        JSON.stringify({
          ...{ access: 'a', accessUntil: Date.now() + 60_000, refresh: 'r', org: 'one' },
          user: { id: 'u', login: 'ivanova', fullName: 'Иванова' },
        }),
      );
    response.write('{"head":');
    response.socket?.destroy();
    return undefined;
  });
  await new Promise<void>((resolve) => centre.listen(0, '127.0.0.1', resolve));
  const { port } = centre.address() as AddressInfo;
  const stages: string[] = [];
  const serverUrl = `http://127.0.0.1:${port}`;
  const rest = { key: randomBytes(32), serverUrl, deviceName: 'МСК-01', demo: false, version: 'test' };
  const session: Session = new Session(
    { profileDir, ...rest },
    {
      ...{ changed() {}, moved() {}, opened() {}, progress() {} },
      sessionChanged: () => stages.push(session.state.stage),
    },
  );
  await expect(session.login('ivanova', 'пароль')).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
  expect(stages).toEqual(['downloading', 'none']);
  centre.close();
});
