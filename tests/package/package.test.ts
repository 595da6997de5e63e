import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/linux-unpacked');
const archive = join(folder, 'resources/app.asar');
const scratch = mkdtempSync(join(tmpdir(), 'opora-package-'));
let files: string[];

const isFile = (path: string) => !('files' in statFile(archive, path.slice(1)));
const textOf = (path: string) => extractFile(archive, path.slice(1)).toString('utf8');

beforeAll(() => {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  execFileSync(process.execPath, ['build/package.ts'], { cwd: root, stdio: 'pipe' });
  files = listPackage(archive, { isPack: false }).filter(isFile);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('app.asar holds', () => {
  it('the program, the threads of the core, their dictionary and the page', () => {
    const bundles = ['main.cjs', 'preload.cjs', 'writer.cjs', 'reader.cjs', 'jobs.cjs'];
    const needed = [...bundles, 'icon.png', 'data/russian-forms.bin.br'];
    expect(files).toEqual(expect.arrayContaining(needed.map((name) => `/out/electron/${name}`)));
    expect(files).toEqual(expect.arrayContaining(['/out/renderer/index.html', '/package.json']));
    expect(textOf('/out/renderer/index.html')).toContain('__NONCE__');
    expect(JSON.parse(textOf('/package.json'))).toMatchObject({ main: 'out/electron/main.cjs' });
  });

  it('nothing but the program and the database module', () => {
    const parts = new Set(
      files.map((path) =>
        path
          .split('/')
          .slice(1, path.startsWith('/package') ? 2 : 3)
          .join('/'),
      ),
    );
    expect([...parts].sort()).toEqual(['node_modules/better-sqlite3', 'out/electron', 'out/renderer', 'package.json']);
  });

  it('no sources, tests, maps, settings of tools or the browser host', () => {
    const development = /\.(tsx?|map|test\.\w+)$|\/tests?\/|tsconfig|biome|vitest|playwright|browser-host|\/\.(?!$)/;
    expect(files.filter((path) => development.test(path))).toEqual([]);
    const scripts = files.filter((path) => /\.(cjs|mjs|js|css)$/.test(path));
    expect(scripts.filter((path) => textOf(path).includes('sourceMappingURL='))).toEqual([]);
  });

  it("no path of the machine that made it and nobody's environment", () => {
    const own = files.filter((path) => path.startsWith('/out/') && /\.(cjs|js|html|css)$/.test(path));
    expect(own.filter((path) => textOf(path).includes(root))).toEqual([]);
  });

  it('only what is loaded at run time: bundles ask for nothing outside', () => {
    const outside = {
      main: ['electron'],
      preload: ['electron'],
      writer: ['better-sqlite3'],
      reader: ['better-sqlite3'],
      // Backups are made and checked beside the work, in the thread of jobs.
      jobs: ['better-sqlite3'],
    };
    for (const [name, allowed] of Object.entries(outside)) {
      // A bundle in parts asks for them by name; each of them must be there, and asks for nothing outside either.
      const own = files.filter((path) => new RegExp(`^/out/electron/${name}(-[^/]+)?[.]cjs$`).test(path));
      const asked = own.flatMap((path) =>
        [...textOf(path).matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? ''),
      );
      const parts = own.map((path) => path.replace('/out/electron/', './'));
      const foreign = asked.filter(
        (id) => !id.startsWith('node:') && !process.getBuiltinModule(id) && !parts.includes(id),
      );
      expect([...new Set(foreign)].sort()).toEqual(allowed);
    }
  });
});

describe('the database module', () => {
  it('lies outside the archive, for this system alone', () => {
    const native = files.filter((path) => path.endsWith('.node'));
    expect(native).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(statFile(archive, native[0]?.slice(1) ?? '')).toMatchObject({ unpacked: true });
    expect(existsSync(join(folder, 'resources/app.asar.unpacked', native[0] ?? ''))).toBe(true);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'and its threads start from the package as it is, and find the parts they load on demand',
    async () => {
      const app = join(scratch, 'app');
      extractAll(archive, app);
      const workerData = {
        profileDir: join(scratch, 'profile'),
        key: new Uint8Array(32).fill(7),
        serverUrl: null,
        deviceName: 'package',
        demo: true,
        version: '0',
      };
      const firstWord = async (name: string, order?: unknown): Promise<unknown> => {
        const thread = new Worker(join(app, `out/electron/${name}.cjs`), { workerData });
        const said = new Promise((done, fail) => {
          thread.once('message', done);
          thread.once('error', fail);
        });
        if (order) thread.postMessage(order);
        return said.finally(() => thread.terminate());
      };
      for (const name of ['writer', 'reader']) expect(await firstWord(name)).toMatchObject({ t: 'ready' });
      // The code of a job lies in a file of its own.
      const order = { id: 1, job: 'docx.words', payload: { path: join(scratch, 'nothing.docx') } };
      expect(await firstWord('jobs', order)).toMatchObject({ id: 1, reply: { value: { problem: 'DOCX_DAMAGED' } } });
    },
  );
});

describe('the executable', () => {
  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'opora'));
    const stateOf = (fuse: FuseV1Options) => wire[fuse];
    expect(stateOf(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE);
    expect(stateOf(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
    expect(stateOf(FuseV1Options.EnableNodeCliInspectArguments)).toBe(FuseState.DISABLE);
    expect(stateOf(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(FuseState.DISABLE);
    expect(stateOf(FuseV1Options.EnableCookieEncryption)).toBe(FuseState.ENABLE);
    expect(stateOf(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
    expect(stateOf(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
  });

  it('comes with the two languages of the application', () => {
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['en-US.pak', 'ru.pak']);
  });
});

it('all installers are configured, for the machine and not for one user', () => {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  for (const target of ['nsis', 'msi', 'deb', 'rpm', 'AppImage'])
    expect(text).toMatch(new RegExp(`^ {4}- ${target}$`, 'm'));
  expect(text.match(/perMachine: true/g)).toHaveLength(2);
  expect(text).not.toMatch(/perMachine: false/);
});
