import { symlink } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';

const root = dirname(dirname(import.meta.dirname));

/** Bundles `station.ts` into a folder, so that a thousand of them start in a thousand moments. Returns its path. */
export async function bundleStation(folder: string): Promise<string> {
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const outDir = join(folder, 'station');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { station: join(import.meta.dirname, 'station.ts') },
        external: ['better-sqlite3', ...builtinModules, /^node:/],
        output: { format: 'es', entryFileNames: '[name].mjs', codeSplitting: false },
      },
    },
  });
  return join(outDir, 'station.mjs');
}
