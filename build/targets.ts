import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashInputs } from './inputs.ts';
import { holdFolder } from './start/lock.ts';

const root = dirname(import.meta.dirname);

export type TargetName = 'renderer' | 'host' | 'electron';

interface Target {
  /** Files and folders that decide the result. */
  inputs: readonly string[];
  /** A file that exists once the target is built. */
  result: string;
  build(): Promise<void>;
}

// The bundler is loaded only when something has to be built: a start that reuses everything does not pay for it.
const targets: Record<TargetName, Target> = {
  renderer: {
    inputs: ['renderer', 'shared', 'build/vite.renderer.ts', 'package-lock.json'],
    result: 'out/renderer/index.html',
    async build() {
      const [{ build }, { rendererConfig }] = await Promise.all([import('vite'), import('./vite.renderer.ts')]);
      await build(rendererConfig());
    },
  },
  host: {
    inputs: ['electron', 'shared', 'build/vite.host.ts', 'package-lock.json'],
    result: 'out/host/browser-host.mjs',
    async build() {
      const [{ build }, { hostConfig }] = await Promise.all([import('vite'), import('./vite.host.ts')]);
      await build(hostConfig());
    },
  },
  electron: {
    inputs: ['electron', 'shared', 'build/vite.electron.ts', 'package-lock.json'],
    result: 'out/electron/main.cjs',
    async build() {
      const { buildElectron, programEntries } = await import('./vite.electron.ts');
      await rm(join(root, 'out/electron'), { recursive: true, force: true });
      await buildElectron(programEntries, join(root, 'out/electron'));
    },
  },
};

/** Builds what has changed since it was last built; `say` gets one line for each target built. */
export async function ensureBuilt(names: readonly TargetName[], say: (line: string) => void): Promise<void> {
  await mkdir(join(root, 'out'), { recursive: true });
  const held = await waitForTurn(join(root, 'out'));
  try {
    for (const name of names) await ensureTarget(name, say);
  } finally {
    held.release();
  }
}

/** Two starts at once would build into one folder: the second waits, and then finds everything built. */
async function waitForTurn(folder: string): Promise<{ release(): void }> {
  for (;;) {
    const held = await holdFolder(folder);
    if (held) return held;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ensureTarget(name: TargetName, say: (line: string) => void): Promise<void> {
  const target = targets[name];
  const stamp = join(root, 'out', `${name}.inputs`);
  const inputs = await hashInputs(root, target.inputs);
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === inputs && existsSync(join(root, target.result))) return;
  const started = performance.now();
  await rm(stamp, { force: true });
  await target.build();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, inputs);
  say(`Built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
