import { parentPort, workerData } from 'node:worker_threads';
import { runQuery } from '#electron/core/app/run-query.ts';
import { places } from '#electron/core/profile/places.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { RowVersions } from '#electron/core/store/views/row-versions.ts';
import type { FromWorker, ToWorker } from '#electron/core/worker/messages.ts';
import { replyOf } from '#electron/core/worker/reply.ts';
import { Refusal } from '#shared/domain/error.ts';

const settings = workerData as CoreSettings;
const port = parentPort;
if (!port) throw new Error('the reader runs as a worker thread');

let open: { db: Readable; userId: string } | null = null;
let refused: unknown = null;
let sending: { from: number; to: number } | null = null;
const versions = new RowVersions();
const say = (message: FromWorker): void => port.postMessage(message);

const deps = () => ({
  userId: open?.userId ?? '',
  filesDir: places(settings.profileDir).files,
  now: () => Date.now(),
  sending: () => sending,
  versions: versions.of,
  changedSince: versions.since,
});

function query(payload: unknown): unknown {
  const { name, args } = payload as { name: string; args: unknown };
  if (refused) throw refused;
  if (!open) throw new Refusal('UNAUTHENTICATED', {});
  return runQuery(open.db, name, args, deps());
}

port.on('message', (message: ToWorker) => {
  if (message.t === 'call') {
    void replyOf(() => query(message.payload)).then((reply) => say({ t: 'reply', id: message.id, reply }));
  } else if (message.t === 'opened') {
    open?.db.close();
    open = null;
    const { path, userId } = message;
    try {
      if (path && userId) open = { db: openReadable({ path, key: Buffer.from(settings.key) }), userId };
      refused = null;
    } catch (error) {
      // The writer has opened it, so this is told by whoever asks next.
      refused = error;
    }
    versions.forget();
  } else if (message.t === 'changed') {
    for (const { entity, ids } of message.changes) versions.changed(entity, ids);
  } else if (message.t === 'sending') {
    sending = message.range;
  } else if (message.t === 'close') {
    open?.db.close();
    say({ t: 'closed' });
    port.close();
  }
});
say({ t: 'ready' });
