import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{shared,electron,renderer,server,build}/**/*.test.{ts,tsx}',
      'tests/{conformance,simulation,migrations,integration,bench,redline,support,e2e}/**/*.test.ts',
    ],
    globalSetup: ['tests/support/postgres-setup.ts'],
    pool: 'threads',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two busy cores are slower than a second: what is waited for comes, or it does not.
    expect: { poll: { timeout: 15_000, interval: 20 } },
  },
});
