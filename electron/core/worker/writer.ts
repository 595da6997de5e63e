import { parentPort, workerData } from 'node:worker_threads';
import { createHandlers } from '#electron/core/app/handlers.ts';
import { checkLocation, holdProfile } from '#electron/core/profile/guard.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import type { FromWorker, ToWorker } from '#electron/core/worker/messages.ts';
import { explain, replyOf } from '#electron/core/worker/reply.ts';

const settings = workerData as CoreSettings;
const port = parentPort;
if (!port) throw new Error('the writer runs as a worker thread');
const say = (message: FromWorker): void => port.postMessage(message);

try {
  checkLocation(settings.profileDir);
  const release = holdProfile(settings.profileDir);
  const handlers = createHandlers(settings, {
    event: (event) => say({ t: 'event', event }),
    opened: (path, userId) => say({ t: 'opened', path, userId }),
    sending: (range) => say({ t: 'sending', range }),
  });
  port.on('message', (message: ToWorker) => {
    if (message.t === 'call') {
      void replyOf(() => handlers.call(message.channel, message.payload)).then((reply) =>
        say({ t: 'reply', id: message.id, reply }),
      );
    } else if (message.t === 'close') {
      void handlers.close().finally(() => {
        release();
        say({ t: 'closed' });
        port.close();
      });
    }
  });
  say({ t: 'ready' });
} catch (error) {
  say({ t: 'failed', ...explain(error) });
  port.close();
}
