import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createFileHandles } from './file-handles.ts';
import { createGrantedFiles } from './granted-files.ts';

const root = mkdtempSync(join(tmpdir(), 'opora-granted-'));
afterAll(() => rmSync(root, { recursive: true }));

it('a payload may name files that were handed over, by path or by handle, and no others', async () => {
  const path = join(root, 'scan.pdf');
  writeFileSync(path, '');
  const handles = createFileHandles({ root, now: () => 0 });
  const handle = await handles.register({ path, name: 'scan.pdf', mediaType: 'application/pdf' });
  const granted = createGrantedFiles(handles);
  granted.grant('/home/anna/акт.pdf');
  const naming = (name: unknown) => ({ files: [{ name: 'a', handle: name }] });
  expect(granted.allows(naming('/home/anna/акт.pdf'))).toBe(true);
  expect(granted.allows(naming(handle))).toBe(true);
  for (const name of ['/etc/passwd', '/home/anna/../anna/акт.pdf', `file:${'A'.repeat(43)}`, '', null, { handle: 1 }]) {
    expect(granted.allows(naming(name))).toBe(false);
  }
  expect(granted.allows({ text: '/etc/passwd', bytes: new Uint8Array(3), none: null })).toBe(true);
});

it('the oldest of very many is forgotten, one granted again is not', () => {
  const granted = createGrantedFiles(createFileHandles({ root, now: () => 0 }));
  granted.grant('/first');
  for (let n = 1; n < 20_000; n += 1) granted.grant(`/${n}`);
  granted.grant('/first');
  granted.grant('/one more');
  expect(granted.allows({ handle: '/first' })).toBe(true);
  expect(granted.allows({ handle: '/1' })).toBe(false);
});
