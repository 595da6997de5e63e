import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { hostConfig, hostEntries } from '#build/vite.host.ts';

const root = join(import.meta.dirname, '../..');

/** The core as it is delivered with a person beside it, bundled into a folder of the run: started from sources it would take too long. */
export async function bundleStation(folder: string): Promise<string> {
  const outDir = join(folder, 'bundle', 'host');
  const config = hostConfig(outDir);
  const sources = { ...hostEntries, 'station-process': 'tests/chaos/station-process.ts' };
  const input = Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, join(root, source)]));
  const { rolldownOptions, ...rest } = config.build ?? {};
  await build({ ...config, build: { ...rest, sourcemap: false, rolldownOptions: { ...rolldownOptions, input } } });
  await symlink(join(root, 'node_modules'), join(folder, 'bundle', 'node_modules'));
  return outDir;
}
