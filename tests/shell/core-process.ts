import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoreSetting } from '#electron/desktop.ts';
import type { Core, CoreEvent } from '#shared/ipc/bridge.ts';
import type { CoreHears, CoreSays } from './remote-core.ts';
import { readLines, sendLine } from './wire.ts';

// The core's side of remote-core.ts, on the project's own Node.
let core: Core | undefined;
const say = (message: CoreSays) => sendLine(process.stdout, message);

readLines(process.stdin, (value) => {
  void hear(value as CoreHears);
});

async function hear(message: CoreHears): Promise<void> {
  if (message.kind === 'start') {
    core = await startEchoCore(message.setting);
    core.on((event) => say({ kind: 'event', event }));
    say({ kind: 'started' });
  } else if (message.kind === 'call') {
    const reply = (await core?.call(message.channel, message.payload)) ?? { ok: false, error: { code: 'INTERNAL' } };
    say({ kind: 'reply', id: message.id, reply });
  } else {
    await core?.close();
    process.exit(0);
  }
}

/** Answers with what it was given, tells of a change after each call, and leaves a line behind when it is closed in order. */
async function startEchoCore(setting: CoreSetting): Promise<Core> {
  const listeners = new Set<(event: CoreEvent) => void>();
  return {
    async call(channel, payload) {
      if (channel === 'test.throw') throw new Error('a secret of the core');
      for (const listener of listeners) listener({ type: 'changed', changes: [{ entity: channel }] });
      return { ok: true, value: { channel, payload, node: process.versions.node, keyLength: setting.key.length } };
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      appendFileSync(join(setting.options.directory, 'closed.log'), `${setting.options.profile}\n`);
    },
  };
}
