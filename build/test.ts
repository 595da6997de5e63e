import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode24 } from './node-version.ts';
import { ended, startNode } from './start/children.ts';

// `npm test`: everything that has to hold, one step after another, each with the summary of its own runner.
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
  { title: 'Simulation, 2,000 seeds', words: ['tests/simulation/run.ts', '--seeds', '2000', '--json'] },
  { title: 'Build', words: ['build/build.ts'] },
  { title: 'Package', words: ['tests/package/run.ts'] },
  { title: 'Desktop shell in Electron', words: ['build/test-shell.ts'] },
  { title: 'End to end in the browser', words: ['build/test-e2e.ts'] },
];

const failed: string[] = [];
const started = performance.now();
for (const { title, words } of steps) {
  const begun = performance.now();
  console.log(`\n## ${title}`);
  const [script = ''] = words;
  if (!existsSync(join(root, script))) {
    console.log(`${script} does not exist`);
    failed.push(title);
    continue;
  }
  const code = await ended(startNode(words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }));
  if (code !== 0) failed.push(title);
  console.log(`${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(begun)}`);
}
console.log(`\n${failed.length === 0 ? 'Everything passed' : `FAILED: ${failed.join('; ')}`} in ${seconds(started)}`);
process.exit(failed.length === 0 ? 0 : 1);

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
