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
    plugins: [react(), schemeScript(), pdfFonts(join(root, 'node_modules/pdfjs-dist/standard_fonts'))],
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

/** Fonts that PDF files may use without carrying them; the viewer asks for them under `pdf/standard_fonts/`. */
function pdfFonts(folder: string): Plugin {
  return {
    name: 'opora-pdf-fonts',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(folder)) {
        this.emitFile({
          type: 'asset',
          fileName: `pdf/standard_fonts/${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
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
