import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const executable = process.platform === 'win32' ? 'electron.exe' : 'electron';

/** An unpacked Electron: its executable and its version (`25.1.1`). */
export interface ElectronRuntime {
  path: string;
  version: string;
}

/** The Electron at hand: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the installed one. Never downloads. */
export function findElectron(): ElectronRuntime | undefined {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return runtimeIn(named) ?? runtimeIn(join(root, 'node_modules/electron/dist'));
}

/** Like findElectron, then the older genuine one that a tool beside the project unpacks into `.cache/electron`. */
export function findOrUnpackElectron(): ElectronRuntime | undefined {
  const found = findElectron();
  if (found) return found;
  const folder = join(root, '.cache/electron');
  const unpacked = runtimeIn(folder);
  if (unpacked) return unpacked;
  const tool = join(root, '../shared/tools/electron-runtime');
  if (!existsSync(tool) || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    execFileSync(tool, [folder], { stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 });
  } catch {
    // No registry within reach: the caller says that there is no runtime.
  }
  return runtimeIn(folder);
}

/** Shared libraries of the system that the runtime lacks (Linux); empty when it can start. */
export function missingLibraries(runtime: ElectronRuntime): string[] {
  if (process.platform !== 'linux') return [];
  const { stdout } = spawnSync('ldd', [runtime.path], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

function runtimeIn(folder: string | undefined): ElectronRuntime | undefined {
  if (folder === undefined) return undefined;
  const path = join(folder, executable);
  const version = join(folder, 'version');
  if (!existsSync(path) || !existsSync(version)) return undefined;
  return { path, version: readFileSync(version, 'utf8').trim().replace(/^v/, '') };
}
