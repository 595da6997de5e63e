import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashInputs } from './inputs.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'opora-inputs-'));
  await mkdir(join(root, 'source/deep'), { recursive: true });
  await writeFile(join(root, 'source/a.ts'), 'a');
  await writeFile(join(root, 'source/deep/b.ts'), 'b');
});
afterEach(() => rm(root, { recursive: true, force: true }));
const hash = () => hashInputs(root, ['source', 'absent']);

test('the hash follows contents, names and new files, not tests or times', async () => {
  const first = await hash();
  await writeFile(join(root, 'source/a.ts'), 'a');
  await writeFile(join(root, 'source/a.test.ts'), 'test');
  expect(await hash()).toBe(first);
  await writeFile(join(root, 'source/deep/b.ts'), 'c');
  const changed = await hash();
  expect(changed).not.toBe(first);
  await rename(join(root, 'source/a.ts'), join(root, 'source/z.ts'));
  expect(new Set([first, changed, await hash()]).size).toBe(3);
});
