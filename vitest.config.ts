import { defineConfig } from 'vitest/config';
import { reporters } from './build/test/vitest-reporter.ts';

export default defineConfig({
  test: {
    include: [
      '{shared,electron,renderer,server,build}/**/*.test.{ts,tsx}',
      'tests/{conformance,durability,simulation,migrations,integration,bench,redline,support,e2e}/**/*.test.ts',
    ],
    globalSetup: ['tests/support/postgres-setup.ts'],
    pool: 'threads',
    // By itself it leaves a core to others, which on two cores is every second one.
    maxWorkers: '100%',
    // Machines that others use as well give a run a tenth of their time now and then: these end what hangs, not what is slow.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // A test that passes only when tried again is told as flaky and is to be mended; by hand nothing is tried twice.
    retry: process.env['CI'] ? 1 : 0,
    reporters: reporters(),
    // Two busy cores are slower than a second: what is waited for comes, or it does not.
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
});
