import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';

/**
 * The renderer's build, used by the build script and by tests. `mode: 'development'` keeps the gallery of components.
 * No inline scripts or styles: the hosts serve the result under a strict content security policy.
 */
export function rendererConfig(options: { mode?: 'production' | 'development'; outDir?: string } = {}): InlineConfig {
  const root = join(import.meta.dirname, '..');
  return {
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    mode: options.mode ?? 'production',
    logLevel: 'warn',
    plugins: [react(), schemeScript(), pdfParts(join(root, 'node_modules/pdfjs-dist'))],
    // The same package imports as Node's; stated here because the root of this build is a folder below package.json.
    resolve: { alias: [{ find: /^#(shared|renderer)\//, replacement: `${root}/$1/` }] },
    build: {
      outDir: options.outDir ?? join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome114',
      cssTarget: 'chrome114',
      // Fonts and drawings stay files: `font-src 'self'` needs no data addresses then.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      chunkSizeWarningLimit: 1500,
    },
  };
}

/**
 * What the viewer of PDF asks for under `pdf/` when a file needs it: fonts that files may use without carrying them, and the decoders of scans
 * (fax and JPEG 2000) in plain JavaScript, since the policy of the window lets no WebAssembly run.
 */
function pdfParts(folder: string): Plugin {
  const parts = [
    ...readdirSync(join(folder, 'standard_fonts')).map((name) => `standard_fonts/${name}`),
    ...readdirSync(join(folder, 'wasm'))
      .filter((name) => name.endsWith('_nowasm_fallback.js') || /^LICENSE.*(?:JBIG2|OPENJPEG)$/.test(name))
      .map((name) => `wasm/${name}`),
  ];
  return {
    name: 'opora-pdf-parts',
    apply: 'build',
    generateBundle() {
      for (const part of parts)
        this.emitFile({ type: 'asset', fileName: `pdf/${part}`, source: readFileSync(join(folder, part)) });
    },
  };
}

/** Names the script that sets the colour scheme before the first paint; a plain script, which the bundler would complain about. */
function schemeScript(): Plugin {
  return {
    name: 'opora-scheme-script',
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: './scheme.js' }, injectTo: 'head-prepend' }],
  };
}
