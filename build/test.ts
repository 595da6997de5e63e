import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { requireNode24 } from './node-version.ts';
import { ended, startNode } from './start/children.ts';
import { lastWords, type ToldStep } from './test/last-words.ts';
import { playwrightReport, readTold, type Told, toldIn } from './test/told.ts';
import { toldByPlaywright } from './test/told-by-playwright.ts';
import { ToolOutput } from './test/tool-output.ts';

// `npm test`: everything that has to hold, one step after another, each with the summary of its own runner. What failed on the
// way is named again at the very end: where only the end of a long log is kept, that is all there is to go by.
requireNode24();
const root = join(import.meta.dirname, '..');

interface Step {
  title: string;
  /** Words for the project's Node. */
  words: string[];
}

const tool = (path: string): string => join('node_modules', path);
const steps: Step[] = [
  { title: 'Types', words: [tool('typescript/bin/tsc'), '-b'] },
  { title: 'Lint and format', words: [tool('@biomejs/biome/bin/biome'), 'check', '.'] },
  { title: 'Unit, property, conformance, integration and simulation tests', words: [tool('vitest/vitest.mjs'), 'run'] },
  { title: 'Simulation, 500 seeds', words: ['tests/simulation/run.ts', '--seeds', '500', '--json'] },
  { title: 'Build', words: ['build/build.ts'] },
  { title: 'Package', words: ['tests/package/run.ts'] },
  { title: 'Desktop shell in Electron', words: ['build/test-shell.ts'] },
  { title: 'End to end in the browser', words: ['build/test-e2e.ts'] },
];

const failed: string[] = [];
const told: ToldStep[] = [];
const folder = mkdtempSync(join(tmpdir(), 'opora-told-'));
const started = performance.now();
for (const [index, { title, words }] of steps.entries()) {
  const begun = performance.now();
  console.log(`\n## ${title}`);
  const [script = ''] = words;
  if (!existsSync(join(root, script))) {
    console.log(`${script} does not exist`);
    failed.push(title);
    continue;
  }
  const { code, tests } = await run(words, join(folder, `${index}`));
  if (code !== 0) failed.push(title);
  told.push({ title, tests });
  console.log(`${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(begun)}`);
}
rmSync(folder, { recursive: true, force: true });
for (const [index, line] of lastWords(told).entries()) console.log(index === 0 ? `\n${line}` : line);
console.log(`\n${failed.length === 0 ? 'Everything passed' : `FAILED: ${failed.join('; ')}`} in ${seconds(started)}`);
process.exit(failed.length === 0 ? 0 : 1);

/** Runs a step and gathers what its tests, or its own words, say about a failure. */
async function run(words: readonly string[], file: string): Promise<{ code: number; tests: Told[] }> {
  // A terminal keeps its colours and can be scrolled back; a log is read along.
  const stream = process.stdout.isTTY ? 'inherit' : 'pipe';
  const env = { ...process.env, [toldIn]: file };
  const child = startNode(words, { cwd: root, env, stdio: ['ignore', stream, stream] });
  const output = new ToolOutput();
  child.stdout?.on('data', (bytes: Buffer) => output.take(bytes)).pipe(process.stdout, { end: false });
  child.stderr?.on('data', (bytes: Buffer) => output.take(bytes)).pipe(process.stderr, { end: false });
  const closed = once(child, 'close');
  const code = await ended(child);
  // A program that a step left behind may hold its output open: not for longer than this.
  await Promise.race([closed, setTimeout(5_000, undefined, { ref: false })]);
  const tests = [...readTold(file), ...toldByPlaywright(playwrightReport(file))];
  const isTold = code === 0 || tests.some((one) => one.outcome === 'failed');
  return { code, tests: isTold ? tests : [output.told(words[0] ?? ''), ...tests] };
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
