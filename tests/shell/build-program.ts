import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildElectron } from '#build/vite.electron.ts';
import { rendererConfig } from '#build/vite.renderer.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where the program under test is built; the tests read it from here. */
export const program = join(root, '.cache/shell-test/program');
export const rendererFolder = join(root, '.cache/shell-test/renderer');
export const screenshots = join(root, 'test-results/shell');

/** Builds main, preload and renderer once for all files of tests/shell. */
export async function setup(): Promise<void> {
  rmSync(program, { recursive: true, force: true });
  mkdirSync(screenshots, { recursive: true });
  await buildElectron(
    [
      { name: 'main', source: 'tests/shell/main.ts', runsIn: 'node' },
      { name: 'preload', source: 'electron/preload.ts', runsIn: 'preload' },
    ],
    program,
  );
  // The runner's own value would make it the development build.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  await build(rendererConfig({ outDir: rendererFolder }));
  process.env['NODE_ENV'] = NODE_ENV;
}
