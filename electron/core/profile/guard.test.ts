import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLocation, holdProfile } from '#electron/core/profile/guard.ts';
import { Refusal } from '#shared/domain/error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-profile-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refused = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('checkLocation', () => {
  test.each([
    'OneDrive',
    'OneDrive - Контора',
    'Dropbox',
    'Google Drive',
    'GoogleDrive',
    'Yandex.Disk',
    'YandexDisk',
    'iCloud Drive',
    'Nextcloud',
    'Облако Mail.ru',
    'onedrive',
    'Dropbox (Личное)',
    'Яндекс.Диск',
    'Яндекс Диск',
    'Yandex Disk',
    'YandexDisk-ivanova',
    'Yandex.Disk.localized',
    'Mobile Documents',
    'CloudStorage',
    'GoogleDrive-anna@example.org',
    'СберДиск',
    'MEGA',
  ])('a folder that %s copies away is refused and not even created', (name) => {
    const inside = join(folder, name, 'Опора', 'profile');
    expect(refused(() => checkLocation(inside))).toMatchObject({
      code: 'PROFILE_LOCATION',
      details: { kind: 'cloud' },
    });
    expect(existsSync(join(folder, name))).toBe(false);
  });

  test.each(['\\\\server\\share\\profile', '//server/share/profile'])('%s is on another machine', (path) => {
    expect(refused(() => checkLocation(path))).toMatchObject({
      code: 'PROFILE_LOCATION',
      details: { kind: 'network', folder: path },
    });
  });

  test('what a link leads to counts', () => {
    mkdirSync(join(folder, 'OneDrive'));
    symlinkSync(join(folder, 'OneDrive'), join(folder, 'here'), 'junction');
    const inside = join(folder, 'here', 'deep', 'profile');
    expect(refused(() => checkLocation(inside)).details).toEqual({ kind: 'cloud', folder: inside });
    expect(existsSync(join(folder, 'OneDrive', 'deep'))).toBe(false);
  });

  test.each(['Dropboxes', 'Omega', 'мой OneDriveless', 'Документы'])('%s is a folder like any other', (name) => {
    const inside = join(folder, name);
    checkLocation(inside);
    expect(statSync(inside).isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect(statSync(inside).mode & 0o077).toBe(0);
  });
});

describe('holdProfile', () => {
  const child = join(import.meta.dirname, 'fixture', 'hold-profile.ts');
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const one of children.splice(0)) one.kill('SIGKILL');
  });

  /** A process of its own that tries to hold the profile; answers what it was told. */
  async function another(): Promise<{ said: string; process: ChildProcess }> {
    const started = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(started);
    const [said] = (await once(started.stdout, 'data')) as [Buffer];
    return { said: String(said).trim(), process: started };
  }

  test('one process has it; a second hears PROFILE_LOCKED; when the first lets go, the next one gets it', async () => {
    const release = holdProfile(folder);
    expect(refused(() => holdProfile(folder))).toMatchObject({ code: 'PROFILE_LOCKED', details: { folder } });
    expect((await another()).said).toBe('PROFILE_LOCKED');
    release();
    expect((await another()).said).toBe('held');
  });

  test('a killed process leaves nothing behind', async () => {
    const first = await another();
    expect(first.said).toBe('held');
    expect(refused(() => holdProfile(folder)).code).toBe('PROFILE_LOCKED');
    const ended = once(first.process, 'exit');
    first.process.kill('SIGKILL');
    await ended;
    holdProfile(folder)();
  });

  test('two profiles do not know of each other', () => {
    const other = join(folder, 'other');
    checkLocation(other);
    const [one, two] = [holdProfile(folder), holdProfile(other)];
    one();
    two();
  });
});
