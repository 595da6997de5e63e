import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { reporters } from '#build/test/vitest-reporter.ts';

// The packaged folder, opened: `node build/node24.mjs tests/package/run.ts`. Packages anew first, so that it judges what is here now.
const vitest = await startVitest('test', process.argv.slice(2), {
  root: join(import.meta.dirname, '../..'),
  config: false,
  watch: false,
  include: ['tests/package/**/*.test.ts'],
  testTimeout: 60_000,
  hookTimeout: 240_000,
  reporters: reporters(),
});
await vitest.close();
process.exit(process.exitCode ?? 0);
