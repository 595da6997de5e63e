import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCore } from '#electron/core/start.ts';
import type { Core } from '#shared/ipc/bridge.ts';
import type { CoreHears, CoreSays } from './remote-core.ts';
import { readLines, sendLine } from './wire.ts';

// The core's side of remote-core.ts, on the project's own Node.
let core: Core | undefined;
/** A file that says the core was closed in order, for the tests to find. */
let closedMark: string | undefined;
const say = (message: CoreSays) => sendLine(process.stdout, message);

readLines(process.stdin, (value) => {
  void hear(value as CoreHears);
});

async function hear(message: CoreHears): Promise<void> {
  if (message.kind === 'start') {
    const { options, key, keyHome, keyTrouble, version } = message.setting;
    closedMark = join(options.directory, 'core-closed');
    try {
      core = await startCore({
        profileDir: options.directory,
        key,
        keyHome,
        ...(keyTrouble === undefined ? {} : { keyTrouble }),
        serverUrl: options.server ?? null,
        deviceName: options.profile,
        demo: options.demo,
        version,
      });
      core.on((event) => say({ kind: 'event', event }));
      say({ kind: 'started' });
    } catch (error) {
      say({ kind: 'refused', code: String((error as { code?: unknown }).code) });
    }
  } else if (message.kind === 'call') {
    const reply = (await core?.call(message.channel, message.payload)) ?? { ok: false, error: { code: 'INTERNAL' } };
    say({ kind: 'reply', id: message.id, reply });
  } else {
    await core?.close();
    if (closedMark) writeFileSync(closedMark, '');
    process.exit(0);
  }
}
