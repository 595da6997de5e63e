import { parentPort } from 'node:worker_threads';
import { type JobName, jobs } from '#electron/core/jobs/registry.ts';
import { replyOf } from '#electron/core/worker/reply.ts';
import type { Reply } from '#shared/ipc/bridge.ts';

/** What the thread is asked for. */
export interface JobOrder {
  readonly id: number;
  readonly job: JobName;
  readonly payload: unknown;
}

/** What it answers. */
export interface JobReply {
  readonly id: number;
  readonly reply: Reply;
}

const port = parentPort;
if (!port) throw new Error('jobs run as a worker thread');

// One after another: two comparisons at once would only take the memory of both.
let last: Promise<unknown> = Promise.resolve();
port.on('message', ({ id, job, payload }: JobOrder) => {
  const work = jobs[job] as (payload: unknown) => unknown;
  last = last
    .then(() => replyOf(() => work(payload)))
    .then((reply) => port.postMessage({ id, reply } satisfies JobReply));
});
