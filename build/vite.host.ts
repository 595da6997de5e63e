import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

const root = dirname(import.meta.dirname);

/** What the browser host runs: its own process and the threads of the core. Names of the files in `out/host`. */
export const hostEntries = {
  'browser-host': 'electron/browser-host.ts',
  writer: 'electron/core/worker/writer.ts',
  reader: 'electron/core/worker/reader.ts',
  jobs: 'electron/core/worker/jobs.ts',
} as const;

/** Loaded from node_modules at run time: what carries a native module or does without optional ones. */
const external = ['better-sqlite3', 'ws'];

/** Bundles the browser host for the project's Node: fewer files to open makes its start fast. Source maps stay outside the bundle. */
export function hostConfig(outDir: string = join(root, 'out/host')): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [workersBesideHost(), dictionaryBeside(outDir)],
    ssr: { target: 'node', noExternal: true, external },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(hostEntries).map(([name, source]) => [name, join(root, source)])),
        external: [...external, ...builtinModules, /^node:/],
        // One flat folder: a shared chunk finds the threads beside itself too.
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[name]-[hash].mjs' },
      },
    },
  };
}

/** The sources name a thread by `new URL('./writer.ts', import.meta.url)`; in the bundle it lies beside the host as writer.mjs. */
function workersBesideHost(): Plugin {
  const pattern = /new URL\(\s*(['"])([^'"]+\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;
  return {
    name: 'opora:workers-beside-host',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return null;
      const replaced = code.replace(pattern, (whole, _quote, path: string) => {
        const source = resolve(dirname(id), path);
        const name = Object.entries(hostEntries).find(([, entry]) => join(root, entry) === source)?.[0];
        if (name === undefined)
          throw new Error(`${basename(id)} starts ${path}, which is no entry of the browser host`);
        return whole.replace(path, `./${name}.mjs`);
      });
      return { code: replaced, map: null };
    },
  };
}

/** The dictionary of word forms lies in `data/` beside the bundle, as it does beside its source. */
function dictionaryBeside(outDir: string): Plugin {
  return {
    name: 'opora:dictionary-beside-host',
    closeBundle() {
      cpSync(join(root, 'electron/core/store/search/data'), join(outDir, 'data'), { recursive: true });
    },
  };
}
