import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFolder, type Started, start } from './harness.ts';

// The program as it is packaged: main, preload, page and threads out of app.asar. Its database module cannot be loaded by the older
// Electron of the tests, which would end at once; an empty file in its place fails like any other missing module.
const root = resolve(import.meta.dirname, '../..');
const packaged = join(root, 'dist/linux-unpacked/resources');
const data = dataFolder();
const resources = join(data.path, 'resources');
let opened: Started;

beforeAll(async () => {
  execFileSync(process.execPath, ['build/package.ts'], { cwd: root, stdio: 'pipe' });
  cpSync(packaged, resources, { recursive: true });
  writeFileSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'), '');
  opened = await start(data.path, ['--demo'], join(resources, 'app.asar'));
}, 60_000);
afterAll(async () => {
  await opened.app.close();
  data.remove();
});

it('opens its page from the archive, with the bridge', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(opened.page.url()).toMatch(/^app:\/\/opora\//);
  expect(await opened.page.evaluate(() => window.opora.host)).toMatchObject({ kind: 'electron', version });
  const icon = await opened.page.evaluate(async () => (await fetch('./icon.svg')).status);
  expect(icon).toBe(200);
});

it('starts the threads of its core from the archive, up to the database, and tells the page no more than a code', async () => {
  const reply = await opened.page.evaluate(() => window.opora.call('session.state', {}));
  const trouble = { code: 'INTERNAL', details: {}, person: null };
  const state = { stage: 'trouble', trouble, user: null, known: [], download: null, keyDue: false };
  expect(reply).toEqual({ ok: true, value: state });
  const query = await opened.page.evaluate(() => window.opora.call('query.run', {}));
  expect(query).toEqual({ ok: false, error: { code: 'INTERNAL' } });
});

it('serves nothing beside its page', async () => {
  const statuses = await opened.page.evaluate(async () => {
    const paths = ['/..%2felectron%2fmain.cjs', '/package.json', '/..%2f..%2fpackage.json'];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([400, 404, 400]);
});
