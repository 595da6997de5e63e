import { parentPort, workerData } from 'node:worker_threads';
import { createHandlers } from '#electron/core/app/handlers.ts';
import { checkLocation, holdProfile } from '#electron/core/profile/guard.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { soonIdle, startJobs } from '#electron/core/worker/jobs-call.ts';
import type { FromWorker, ToWorker } from '#electron/core/worker/messages.ts';
import { explain, replyOf } from '#electron/core/worker/reply.ts';
import type { CoreEvent } from '#shared/ipc/bridge.ts';

const settings = workerData as CoreSettings;
const port = parentPort;
if (!port) throw new Error('the writer runs as a worker thread');
const say = (message: FromWorker): void => port.postMessage(message);

try {
  checkLocation(settings.profileDir);
  const release = holdProfile(settings.profileDir);
  const jobs = startJobs();
  // Words are read out of files beside everything: what a person waits for never stands behind it.
  const background = startJobs(undefined, soonIdle);
  const scanners = startJobs(undefined, soonIdle);
  const events = {
    event: (event: CoreEvent) => say({ t: 'event', event }),
    opened: (path: string | null, userId: string | null) => say({ t: 'opened', path, userId }),
    sending: (range: { from: number; to: number } | null) => say({ t: 'sending', range }),
  };
  const handlers = createHandlers(settings, events, jobs, background, scanners);
  // A page of the feed or a timer that meets damage has nobody to answer to: the person is told instead, and the rescue begins.
  process.on('uncaughtException', (error) => {
    if (!handlers.fault(error)) throw error;
  });
  port.on('message', (message: ToWorker) => {
    if (message.t === 'call') {
      void replyOf(() => handlers.call(message.channel, message.payload)).then((reply) =>
        say({ t: 'reply', id: message.id, reply }),
      );
    } else if (message.t === 'close') {
      void Promise.allSettled([handlers.close(), jobs.stop(), background.stop(), scanners.stop()]).finally(() => {
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
