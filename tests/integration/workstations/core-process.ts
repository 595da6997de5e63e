import type { CoreSettings } from '#electron/core/settings.ts';
import { startCore } from '#electron/core/start.ts';

// A core alone in its process, for tests that kill it. Speaks over the channel of its parent.
const given = JSON.parse(process.env['OPORA_TEST_CORE'] ?? '{}') as Omit<CoreSettings, 'key'> & { key: string };
const core = await startCore({ ...given, key: Buffer.from(given.key, 'hex') });
process.on('message', ({ id, channel, payload }: { id: number; channel: string; payload: unknown }) => {
  void core.call(channel, payload).then((reply) => process.send?.({ t: 'reply', id, reply }));
});
process.send?.({ t: 'ready' });
