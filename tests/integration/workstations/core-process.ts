import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CoreSettings } from '#electron/core/settings.ts';
import { startCore } from '#electron/core/start.ts';

// A core alone in its process, for tests that kill it. Speaks over the channel of its parent; its threads are those of a bundle.
const given = JSON.parse(process.env['OPORA_TEST_CORE'] ?? '{}') as Omit<CoreSettings, 'key'> & {
  key: string;
  bundle: string;
};
const thread = (name: string): URL => pathToFileURL(join(given.bundle, `${name}.mjs`));
const files = { writer: thread('writer'), reader: thread('reader') };
const core = await startCore({ ...given, key: Buffer.from(given.key, 'hex') }, files);
process.on('message', ({ id, channel, payload }: { id: number; channel: string; payload: unknown }) => {
  void core.call(channel, payload).then((reply) => process.send?.({ t: 'reply', id, reply }));
});
process.send?.({ t: 'ready' });
