import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { requireNode24 } from './node-version.ts';
import { ensureBuilt } from './targets.ts';

// `npm run package`: the packaged folder under dist/, without Electron's runtime, so that it works on a closed network.
// `npm run package -- deb rpm AppImage` (on Windows: nsis msi) makes installers and needs the runtime.
requireNode24();
const root = join(import.meta.dirname, '..');

/** Marks the place of the fuses in Electron's executable; @electron/fuses finds it by these letters. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/** A folder that stands for Electron's: an executable that says what is missing and carries fuses to be set, and the version. */
function standInRuntime(): string {
  const folder = join(root, '.cache/electron-stand-in');
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string;
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  // One language more than the installers keep.
  for (const name of ['ru', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${name}.pak`), '');
  const script = '#!/bin/sh\necho "This folder was packaged without the runtime of Electron." >&2\nexit 1\n';
  // Version 1 of the wire, its length, every fuse on: what is off in the result was switched off by the packaging.
  const wire = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseCount]),
    Buffer.from('1'.repeat(fuseCount)),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(script), wire, Buffer.from('\n')]));
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  return folder;
}

// Whoever calls: with another value the page is built for development, with paths of this machine in it.
process.env['NODE_ENV'] = 'production';
await ensureBuilt(['renderer', 'electron'], (line) => console.log(line));
const installers = process.argv.slice(2);
const platform = process.platform === 'win32' ? Platform.WINDOWS : Platform.LINUX;
const isLayoutOnly = installers.length === 0;
const made = await build({
  projectDir: root,
  targets: (isLayoutOnly ? Platform.LINUX : platform).createTarget(isLayoutOnly ? 'dir' : installers, Arch.x64),
  publish: 'never',
  config: { extends: 'electron-builder.yml', ...(isLayoutOnly ? { electronDist: standInRuntime() } : {}) },
});
for (const file of isLayoutOnly ? ['dist/linux-unpacked'] : made) console.log(file);
