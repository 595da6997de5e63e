import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileHandles, withHandles, withPaths } from './file-handles.ts';

let top: string;
let root: string;
let now: number;
beforeEach(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'opora-handles-')));
  root = join(top, 'profile');
  now = 0;
  await mkdir(root);
  await writeFile(join(root, 'scan.pdf'), 'pdf');
  await writeFile(join(top, 'secret'), 'secret');
  await symlink(join(top, 'secret'), join(root, 'link'));
});
afterEach(() => rm(top, { recursive: true, force: true }));

const handles = () => createFileHandles({ root, now: () => now, lifetime: 1_000 });
const file = (path: string) => ({ path, name: 'скан.pdf', mediaType: 'application/pdf' });

test('a handle opens its file until it expires', async () => {
  const known = handles();
  const handle = (await known.register(file(join(root, 'scan.pdf')))) ?? '';
  expect(handle).toMatch(/^file:[\w-]{43}$/);
  now = 999;
  expect(known.resolve(handle)).toEqual(file(join(root, 'scan.pdf')));
  now = 1_000;
  expect(known.resolve(handle)).toBeUndefined();
  expect(known.resolve(`file:${'A'.repeat(43)}`)).toBeUndefined();
});

test.each(['../secret', 'link', 'missing', '.', '/etc/hostname'])('no handle for %s', async (path) => {
  expect(await handles().register(file(join(path.startsWith('/') ? '/' : root, path)))).toBeUndefined();
});

test('payloads get paths for handles, replies get handles for paths', async () => {
  const known = handles();
  const reply = await withHandles(
    { files: [{ localPath: join(root, 'scan.pdf'), name: 'a.pdf', size: 3 }], at: 1 },
    known,
  );
  const handle = (reply as { files: [{ handle: string }] }).files[0].handle;
  expect(reply).toEqual({ files: [{ handle, name: 'a.pdf', size: 3 }], at: 1 });
  expect(withPaths({ add: [handle, 'file:other'], n: 2 }, known)).toEqual({
    add: [join(root, 'scan.pdf'), 'file:other'],
    n: 2,
  });
  expect(await withHandles({ localPath: join(top, 'secret') }, known)).toEqual({ handle: null });
});

test('a reply without files is not copied', async () => {
  const reply = { rows: [{ id: '1', names: { a: 'b' }, labels: ['x'] }], total: 1 };
  expect(await withHandles(reply, handles())).toBe(reply);
});
