import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdFolder } from './lock.ts';
import { enterDoor, openDoor, type ServerNews } from './presence.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-presence-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const script = (body: string) =>
  spawn(process.execPath, ['--input-type=module', '-e', body, folder], { stdio: ['ignore', 'pipe', 'inherit'] });

test('workstations hear the news, the latest first; the last one to leave is noticed, a killed one too', async () => {
  const empty = vi.fn();
  const door = await openDoor(folder, empty);
  door.tell({ t: 'progress', text: 'half' });
  const heard: ServerNews[] = [];
  const first = await enterDoor(
    folder,
    (news) => heard.push(news),
    () => undefined,
  );
  const second = script(`import { enterDoor } from '#build/start/presence.ts';
    await enterDoor(process.argv[1], () => undefined, () => undefined); console.log('in'); setInterval(() => {}, 1000);`);
  await new Promise((resolve) => second.stdout.once('data', resolve));
  door.tell({ t: 'ready', url: 'http://127.0.0.1:1' });
  const told = [
    { t: 'progress', text: 'half' },
    { t: 'ready', url: 'http://127.0.0.1:1' },
  ];
  await vi.waitFor(() => expect(heard).toEqual(told), 30_000);
  first?.leave();
  expect(empty).not.toHaveBeenCalled();
  second.kill('SIGKILL');
  await vi.waitFor(() => expect(empty).toHaveBeenCalledTimes(1), 30_000);
  await door.close();
});

test('no server, a server that ended and an empty port are no door; the door is for its owner only', async () => {
  const enter = () =>
    enterDoor(
      folder,
      () => undefined,
      () => undefined,
    );
  expect(await enter()).toBeUndefined();
  const door = await openDoor(folder, () => undefined);
  expect((await stat(join(folder, 'demo-server.json'))).mode & 0o777).toBe(0o600);
  await door.close();
  expect(await enter()).toBeUndefined();
  await writeFile(join(folder, 'demo-server.json'), JSON.stringify({ port: 1, token: 'AAAA', pid: 1 }));
  expect(await enter()).toBeUndefined();
});

test('one process holds a folder; a killed one does not go on holding it', async () => {
  const other = script(`import { holdFolder } from '#build/start/lock.ts';
    console.log(Boolean(await holdFolder(process.argv[1]))); setInterval(() => {}, 1000);`);
  expect(
    await new Promise((resolve) => other.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()))),
  ).toBe('true');
  expect(await holdFolder(folder)).toBeUndefined();
  const gone = new Promise((resolve) => other.once('exit', resolve));
  other.kill('SIGKILL');
  await gone;
  const held = await holdFolder(folder);
  expect(held).toBeDefined();
  held?.release();
});
