import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseHarmful } from '#electron/core/jobs/refuse-harmful.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-harm-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const given = (bytes: string | Uint8Array): string => {
  const path = join(folder, 'given');
  writeFileSync(path, bytes);
  return path;
};

test('a program, a script and a page are refused before they are kept; a paper is not', async () => {
  const program = given(new Uint8Array([0x4d, 0x5a, 0x90, 0]));
  await expect(refuseHarmful(program, 'акт.pdf')).rejects.toMatchObject({
    code: 'FILE_REFUSED',
    details: { name: 'акт.pdf', why: 'program' },
  });
  await expect(refuseHarmful(given('<html>'), 'акт.pdf')).rejects.toMatchObject({ details: { why: 'page' } });
  await expect(refuseHarmful(given('да'), 'акт.cmd')).rejects.toMatchObject({ details: { why: 'script' } });
  await refuseHarmful(given('<html>'), 'акт.html');
  await refuseHarmful(given('%PDF-1.7'), 'акт.pdf');
});

test('an empty file is told as such', async () => {
  await expect(refuseHarmful(given(''), 'акт.pdf')).rejects.toMatchObject({
    code: 'FILE_EMPTY',
    details: { name: 'акт.pdf' },
  });
});

test('a file that cannot be opened is told as such', async () => {
  await expect(refuseHarmful(join(folder, 'none'), 'акт.pdf')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
