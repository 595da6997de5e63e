import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronRuntime, findElectron, missingLibraries } from '#build/electron-runtime.ts';

export type HostChoice = { kind: 'electron'; runtime: ElectronRuntime; why: string } | { kind: 'browser'; why: string };

/** The oldest Electron whose Node has the Node-API that the database module needs. */
const oldestMajor = 40;

/**
 * The desktop host when its runtime is here and can run on this machine, else the browser host; `why` is one line for the person.
 * Nothing is downloaded: a closed network would only make every start wait. `node_modules/electron/install.js` fetches it where one is open.
 */
export function chooseHost(window: boolean): HostChoice {
  if (!window) return { kind: 'browser', why: 'no window asked for, or no display to open one on' };
  const runtime = findElectron();
  if (!runtime)
    return {
      kind: 'browser',
      why: `Electron's runtime is not here ("${installer()}" fetches it where the network allows)`,
    };
  if (Number(runtime.version.split('.')[0]) < oldestMajor) {
    return { kind: 'browser', why: `Electron ${runtime.version} is older than ${oldestMajor}` };
  }
  const missing = missingLibraries(runtime);
  if (missing.length > 0)
    return { kind: 'browser', why: `Electron ${runtime.version} lacks ${missing.join(', ')} on this system` };
  return { kind: 'electron', runtime, why: `Electron ${runtime.version} from ${runtime.path}` };
}

function installer(): string {
  const root = join(import.meta.dirname, '../..');
  const { bin } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    bin?: Record<string, string>;
  };
  return bin?.['install-electron'] ? 'npx install-electron' : 'node node_modules/electron/install.js';
}
