import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { hasVirtualDisplay, installDesktopLibraries, startVirtualDisplay } from './display.ts';
import { type ElectronRuntime, findOrUnpackElectron, missingLibraries } from './electron-runtime.ts';
import { reporters } from './test/vitest-reporter.ts';

// `npm run test:shell`: the desktop host in a genuine Electron. Where none can be had it says so in one line and succeeds.
const root = dirname(dirname(fileURLToPath(import.meta.url)));

function notRun(why: string): never {
  console.log(`tests/shell: not run, ${why}.`);
  process.exit(0);
}

function readyRuntime(): ElectronRuntime {
  const runtime = findOrUnpackElectron();
  if (!runtime) notRun('no Electron runtime is here (ELECTRON_OVERRIDE_DIST_PATH names one)');
  const needsDisplay = process.platform === 'linux' && !process.env['DISPLAY'];
  const isReady = () => missingLibraries(runtime).length === 0 && (!needsDisplay || hasVirtualDisplay());
  if (!isReady() && !(installDesktopLibraries() && isReady())) {
    notRun(`Electron ${runtime.version} needs Xvfb and ${missingLibraries(runtime).join(', ') || 'a display'}`);
  }
  return runtime;
}

const runtime = readyRuntime();
const display = process.platform === 'linux' && !process.env['DISPLAY'] ? await startVirtualDisplay() : undefined;
if (display) process.env['DISPLAY'] = display.name;
process.env['OPORA_ELECTRON'] = runtime.path;
console.log(`tests/shell: Electron ${runtime.version}, core on Node ${process.version}.`);

try {
  const vitest = await startVitest('test', process.argv.slice(2), {
    root,
    config: false,
    watch: false,
    include: ['tests/shell/**/*.test.ts'],
    globalSetup: [join(root, 'tests/shell/build-program.ts')],
    // Each file starts windows of its own; two at once on two cores only make each other late.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: reporters(),
    expect: { poll: { timeout: 20_000 } },
  });
  await vitest.close();
} finally {
  display?.stop();
}
process.exit(process.exitCode ?? 0);
