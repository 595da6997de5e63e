import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { SessionState } from '#shared/ipc/contract.ts';
import { dataFolder, start } from './harness.ts';

const data = dataFolder();
afterAll(data.remove);

it('a demo profile keeps one random key in a file that only its owner reads', async () => {
  const file = join(data.path, 'profiles/main/demo.key');
  const first = await start(data.path);
  await first.page.evaluate(() => window.opora.call('session.state', {}));
  await first.app.close();
  const key = readFileSync(file);
  expect(key).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const second = await start(data.path);
  await second.page.evaluate(() => window.opora.call('session.state', {}));
  await second.app.close();
  expect(readFileSync(file)).toEqual(key);
});

it.runIf(process.platform === 'linux')(
  'a key store that is only a fixed password is refused, and the page can say so',
  async () => {
    const { app, page } = await start(data.path, ['--password-store=basic', '--profile=real']);
    try {
      const reply = await page.evaluate(() => window.opora.call('session.state', {}));
      expect(reply).toMatchObject({ ok: true, value: { stage: 'trouble', trouble: { code: 'DATABASE_KEY' } } });
      const { trouble } = (reply as unknown as { value: SessionState }).value;
      expect(['FIXED_PASSWORD', 'NO_KEY_STORE']).toContain(trouble?.details['reason']);
      expect(existsSync(join(data.path, 'profiles/real/profile.key'))).toBe(false);
    } finally {
      await app.close();
    }
  },
);
