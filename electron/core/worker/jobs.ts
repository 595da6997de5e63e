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

/** What it answers, and how far it is until then. */
export interface JobReply {
  readonly id: number;
  readonly reply: Reply;
}
export interface JobProgress {
  readonly id: number;
  readonly done: number;
  readonly total: number;
}

const port = parentPort;
if (!port) throw new Error('jobs run as a worker thread');

// One after another: two comparisons at once would only take the memory of both.
let last: Promise<unknown> = Promise.resolve();
port.on('message', ({ id, job, payload }: JobOrder) => {
  const work = jobs[job] as (payload: unknown, progress: (done: number, total: number) => void) => unknown;
  const progress = (done: number, total: number): void => port.postMessage({ id, done, total } satisfies JobProgress);
  last = last
    .then(() => replyOf(() => work(payload, progress)))
    .then((reply) => port.postMessage({ id, reply } satisfies JobReply));
});
