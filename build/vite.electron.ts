import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** One bundle of the desktop host: `<outDir>/<name>.cjs` made of the file `source` and everything it imports. */
export interface ElectronEntry {
  name: string;
  /** Path from the root of the project. */
  source: string;
  /** `preload` runs sandboxed in the page's process (Chromium), `node` in Electron's main process or a worker thread. */
  runsIn: 'node' | 'preload';
  /** What the bundle reads beside itself: name in `outDir` → file or folder, from the root of the project. */
  beside?: Readonly<Record<string, string>>;
  /** What it loads on demand stays apart, as `<outDir>/<name>-….cjs`: a start reads nothing that it may never need. */
  inParts?: boolean;
}

/** Word forms for the search: `new URL('data/…', import.meta.url)` in the sources. */
const dictionary = { data: 'electron/core/store/search/data' };

/** The bundles of the program. Each worker thread is a bundle of its own, started by the file name it gets here. */
export const programEntries: readonly ElectronEntry[] = [
  { name: 'main', source: 'electron/main.ts', runsIn: 'node', beside: { 'icon.png': 'build/icons/256x256.png' } },
  { name: 'preload', source: 'electron/preload.ts', runsIn: 'preload' },
  { name: 'writer', source: 'electron/core/worker/writer.ts', runsIn: 'node', beside: dictionary },
  { name: 'reader', source: 'electron/core/worker/reader.ts', runsIn: 'node', beside: dictionary },
  { name: 'jobs', source: 'electron/core/worker/jobs.ts', runsIn: 'node', inParts: true },
];

/** Loaded from node_modules at run time: what carries a native module, and Electron itself. */
const external = ['electron', 'better-sqlite3'];

/** Bundles the entries as CommonJS into `outDir` (absolute), one file each or in parts, without source maps. */
export async function buildElectron(entries: readonly ElectronEntry[], outDir: string): Promise<void> {
  for (const entry of entries) {
    await build(configOf(entry, entries, outDir));
    for (const [name, source] of Object.entries(entry.beside ?? {})) {
      cpSync(join(root, source), join(outDir, name), { recursive: true });
    }
  }
}

function configOf(entry: ElectronEntry, entries: readonly ElectronEntry[], outDir: string): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [workersBesideMain(entries)],
    // Production code only: libraries drop what they keep for development.
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { target: 'node', noExternal: true, external },
    build: {
      outDir,
      emptyOutDir: false,
      ssr: resolve(root, entry.source),
      // The oldest runtimes each bundle has to start on: Electron 25 in the shell test, the newest one otherwise.
      target: entry.runsIn === 'preload' ? 'chrome114' : 'node18',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        external: [...external, ...builtinModules, /^node:/],
        output: {
          format: 'cjs',
          entryFileNames: `${entry.name}.cjs`,
          chunkFileNames: `${entry.name}-[name]-[hash].cjs`,
          codeSplitting: entry.inParts ?? false,
        },
      },
    },
  };
}

/**
 * `new URL('./writer.ts', import.meta.url)` is how the sources name a worker; in the bundle the worker lies beside main.cjs under the name
 * of its entry, whatever folder its source was in.
 */
function workersBesideMain(entries: readonly ElectronEntry[]): Plugin {
  const pattern = /new URL\(\s*(['"])([^'"]+\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;
  return {
    name: 'opora:workers-beside-main',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return null;
      return code.replace(pattern, (whole, _quote, path: string) => {
        const source = resolve(dirname(id), path);
        const entry = entries.find((candidate) => join(root, candidate.source) === source);
        if (!entry) throw new Error(`${basename(id)} starts ${path}, which is no entry of the desktop bundle`);
        return whole.replace(path, `./${entry.name}.cjs`);
      });
    },
  };
}
