import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTold, toldIn } from './told.ts';
import { toldByPlaywright } from './told-by-playwright.ts';
import { ToolOutput } from './tool-output.ts';

const modules = join(import.meta.dirname, '../../node_modules');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-told-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await symlink(modules, join(folder, 'node_modules'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a real runner over small files of its own, without what this very run tells its tests about itself. */
async function runs(runner: string, files: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const file = join(folder, 'told');
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST_|PLAYWRIGHT|NODE_OPTIONS)/.test(name));
  const env = { ...Object.fromEntries(own), [toldIn]: file };
  await new Promise((resolve) =>
    execFile(
      process.execPath,
      [join(modules, runner), ...(runner.includes('vitest') ? ['run'] : ['test'])],
      { cwd: folder, env },
      resolve,
    ),
  );
  return file;
}

const tests = `
  let tries = 0;
  describe('house', () => {
    test('stands', () => {});
    test('falls', () => { throw new TypeError('no ground'); });
    test('sways', () => { tries += 1; if (tries === 1) throw new Error('a gust'); });
  });`;

test('Vitest tells failed and flaky tests, broken hooks, files that do not load and errors of no test', async () => {
  const reporter = pathToFileURL(join(import.meta.dirname, 'vitest-reporter.ts')).href;
  const file = await runs('vitest/vitest.mjs', {
    'vitest.config.js': `import { reporters } from ${JSON.stringify(reporter)};
      export default { test: { globals: true, retry: 1, reporters: reporters() } };`,
    'a.test.js': tests,
    'b.test.js': 'import "./absent.js"; test("never", () => {});',
    'c.test.js': `describe('cellar', () => { beforeAll(() => { throw new Error('flooded'); }); test('dry', () => {}); });
      test('late', () => new Promise((done) => { setTimeout(() => { done(); throw new Error('nobody waits'); }); }));`,
  });
  const told = readTold(file).toSorted((a, b) => a.name.localeCompare(b.name));
  expect(told).toMatchObject([
    {
      outcome: 'failed',
      name: 'a.test.js > house > falls',
      message: expect.stringMatching(/^TypeError: no ground\nat a\.test\.js:5$/),
    },
    { outcome: 'flaky', name: 'a.test.js > house > sways', message: expect.stringContaining('Error: a gust') },
    { outcome: 'failed', name: 'an error outside of any test', message: expect.stringContaining('nobody waits') },
    { outcome: 'failed', name: 'b.test.js', message: expect.stringContaining('absent.js') },
    { outcome: 'failed', name: 'c.test.js > cellar', message: expect.stringContaining('flooded') },
  ]);
});

test('Playwright tells failed and flaky tests and files that do not load', async () => {
  const report = join(folder, 'report.json');
  const file = await runs('@playwright/test/cli.js', {
    'playwright.config.js': `export default { retries: 1, reporter: [['json', { outputFile: ${JSON.stringify(report)} }]] };`,
    'a.spec.js': `import { test } from '@playwright/test';
      test.describe('house', () => {
        test('stands', () => {});
        test('falls', () => { throw new TypeError('no ground'); });
        test('sways', ({}, info) => { if (info.retry === 0) throw new Error('a gust'); });
      });`,
  });
  expect(toldByPlaywright(report)).toMatchObject([
    {
      outcome: 'failed',
      name: 'a.spec.js > house > falls',
      message: expect.stringMatching(/TypeError: no ground\nat a\.spec\.js:4$/),
    },
    { outcome: 'flaky', name: 'a.spec.js > house > sways', message: expect.stringContaining('a gust') },
  ]);
  expect(readTold(file)).toEqual([]);
  await runs('@playwright/test/cli.js', { 'a.spec.js': 'import "./absent.js";' });
  const message = expect.stringContaining('absent.js');
  expect(toldByPlaywright(report)[0]).toEqual({ outcome: 'failed', name: 'an error outside of any test', message });
});

test('a runner that ended before it could write tells nothing', () => {
  expect(readTold(join(folder, 'none'))).toEqual([]);
  expect(toldByPlaywright(join(folder, 'none'))).toEqual([]);
});

test('a tool is repeated by its complaints, or by its last words when it has none', () => {
  const compiler = new ToolOutput();
  compiler.take(Buffer.from('reading\na.ts(1,2): error TS1: no\n\nb.ts(3,4): error TS2: not either\n'));
  compiler.take(Buffer.from('the end\n'));
  expect(compiler.told('tsc').message).toBe('a.ts(1,2): error TS1: no\nb.ts(3,4): error TS2: not either');
  const silent = new ToolOutput();
  for (let n = 0; n < 3_000; n += 1) silent.take(Buffer.from(`строка ${n}\n`));
  expect(silent.told('tool')).toEqual({
    outcome: 'failed',
    name: 'tool',
    message: 'строка 2996\nстрока 2997\nстрока 2998\nстрока 2999',
  });
});
