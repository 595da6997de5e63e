import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultApplicationData, openedWith, ownWords, readShellOptions } from './options.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-options-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (words: string[], environment = {}) =>
  readShellOptions({ arguments: words, environment, workingDirectory: '/work', applicationData: '/data' });

describe('the command line', () => {
  it('says profile, folder, server and demo', () => {
    expect(read([])).toEqual({ profile: 'main', directory: '/data/profiles/main', demo: false, links: [], files: [] });
    expect(read(['--profile=kazan', '--data=d', '--server=https://centre', '--demo', '--disable-gpu'])).toMatchObject({
      profile: 'kazan',
      directory: '/work/d/profiles/kazan',
      server: 'https://centre',
      demo: true,
    });
    expect(read([], { OPORA_DATA: '/elsewhere' }).directory).toBe('/elsewhere/profiles/main');
  });

  it.each(['..', 'a/b', '', '.hidden', 'a'.repeat(41), 'a b', 'C:'])('refuses a profile called "%s"', (name) => {
    expect(() => read([`--profile=${name}`])).toThrow(RangeError);
  });

  it('tells links from files, and files that exist from those that do not', () => {
    const file = join(folder, 'счёт.xml');
    writeFileSync(file, '');
    const words = [
      '--demo',
      'OPORA://document/1',
      'счёт.xml',
      file,
      'нет.xml',
      folder,
      'https://a',
      'javascript:1',
      '\0',
    ];
    expect(openedWith(words, folder)).toEqual({ links: ['OPORA://document/1'], files: [file, file] });
  });

  it('leaves out the program itself', () => {
    expect(ownWords(['/opt/opora', '--demo', 'a.xml'], true)).toEqual(['--demo', 'a.xml']);
    expect(ownWords(['electron', '--inspect', 'main.cjs', 'a.xml'], false)).toEqual(['--inspect', 'a.xml']);
  });
});

it('data lies where the system wants it', () => {
  expect(defaultApplicationData({ XDG_DATA_HOME: '/x' })).toBe('/x/opora');
  expect(defaultApplicationData({ APPDATA: '/roaming', XDG_DATA_HOME: '/x' })).toBe('/roaming/opora');
  expect(defaultApplicationData({})).toMatch(/\.local\/share\/opora$/);
});
