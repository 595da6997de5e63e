import { join } from 'node:path';
import { requireNode24 } from './node-version.ts';
import { EndedEarly } from './start/children.ts';
import { readStartOptions } from './start/options.ts';
import { startWorkstation } from './start/workstation.ts';

// `npm start [-- --profile NAME] [--no-window] [--port N] [--lang ru|en] [--server URL]`: one workstation of the demo company.
requireNode24();
const root = join(import.meta.dirname, '..');
try {
  const options = readStartOptions(process.argv.slice(2), process.env, root);
  process.exit(await startWorkstation(options, root));
} catch (error) {
  if (!(error instanceof EndedEarly)) console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
