import { join } from 'node:path';
import { requireNode24 } from './node-version.ts';
import { ended, startNode } from './start/children.ts';
import { ensureBuilt } from './targets.ts';

// `npm run test:e2e [-- FILE…]`: the real application in a real browser, built first when something changed.
requireNode24();
await ensureBuilt(['renderer', 'host'], (line) => console.log(line));
const root = join(import.meta.dirname, '..');
const words = ['node_modules/@playwright/test/cli.js', 'test', '--pass-with-no-tests', ...process.argv.slice(2)];
process.exit(await ended(startNode(words, { cwd: root, stdio: 'inherit' })));
