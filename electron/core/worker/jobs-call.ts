import { Worker } from 'node:worker_threads';
import type { JobName, JobPayload, JobResult, JobRunner } from '#electron/core/jobs/registry.ts';
import type { JobOrder, JobProgress, JobReply } from '#electron/core/worker/jobs.ts';
import { threadLimits } from '#electron/core/worker/thread-limits.ts';
import { type ErrorCode, Refusal } from '#shared/domain/error.ts';
import type { Reply } from '#shared/ipc/bridge.ts';

/** How long a thread that people wait for is kept without work, milliseconds: its libraries take memory, its start a tenth of a second. */
const IDLE_MS = 60_000;
/** The same of work that nobody waits for: what it leaves behind it takes tens of megabytes. */
export const soonIdle = 3_000;

interface Waiting {
  readonly order: JobOrder;
  readonly settle: (reply: Reply) => void;
  readonly progress: ((done: number, total: number) => void) | undefined;
}

export interface Jobs extends JobRunner {
  /** Stops everything under way; each of it rejects with CANCELLED. */
  cancel(): void;
  stop(): Promise<void>;
}

/** Calls into the thread of jobs, which is started by the first call and ended after a minute without work, or after `patience` milliseconds. */
export function startJobs(file: URL = source, patience = IDLE_MS): Jobs {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let next = 0;

  const settle = (id: number, reply: Reply): void => {
    const held = waiting.get(id);
    waiting.delete(id);
    held?.settle(reply);
    if (waiting.size > 0) return;
    // A thread without work keeps no process alive.
    worker?.unref();
    idle = setTimeout(() => void end(), patience).unref();
  };
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  const open = (): Worker => {
    const opened = new Worker(file, { resourceLimits: threadLimits });
    opened.on('message', (said: JobReply | JobProgress) => {
      if ('reply' in said) settle(said.id, said.reply);
      else waiting.get(said.id)?.progress?.(said.done, said.total);
    });
    // A fault of the thread is a fault of all that waits for it; the next call starts another.
    const bury = (reason: string): void => {
      if (worker !== opened) return;
      worker = null;
      for (const id of [...waiting.keys()]) settle(id, { ok: false, error: { code: 'INTERNAL', details: { reason } } });
    };
    opened.on('error', (error) => bury(error.message));
    opened.on('exit', () => bury('the thread has ended'));
    return opened;
  };
  const post = (order: JobOrder): void => {
    clearTimeout(idle);
    worker ??= open();
    worker.ref();
    worker.postMessage(order);
  };
  const drop = (ids: readonly number[]): void => {
    const dropped = ids.filter((id) => waiting.has(id));
    if (dropped.length === 0) return;
    // Work in a thread is stopped with the thread; what others wait for is begun anew.
    void end();
    for (const id of dropped) settle(id, { ok: false, error: { code: 'CANCELLED', details: {} } });
    for (const { order } of waiting.values()) post(order);
  };

  return {
    call<J extends JobName>(
      job: J,
      payload: JobPayload<J>,
      signal?: AbortSignal,
      progress?: (done: number, total: number) => void,
    ): Promise<JobResult<J>> {
      if (signal?.aborted) return Promise.reject(new Refusal('CANCELLED', {}));
      next += 1;
      const id = next;
      const stop = (): void => drop([id]);
      return new Promise<JobResult<J>>((resolve, reject) => {
        const done = (reply: Reply): void => {
          signal?.removeEventListener('abort', stop);
          if (reply.ok) resolve(reply.value as JobResult<J>);
          else reject(new Refusal(reply.error.code as ErrorCode, reply.error.details ?? {}));
        };
        const order: JobOrder = { id, job, payload };
        waiting.set(id, { order, settle: done, progress });
        signal?.addEventListener('abort', stop, { once: true });
        post(order);
      });
    },
    cancel: () => drop([...waiting.keys()]),
    stop: async () => {
      drop([...waiting.keys()]);
      clearTimeout(idle);
      await end();
    },
  };
}

/** Run from source the thread is beside this file; a bundle names its own. */
const source = new URL('./jobs.ts', import.meta.url);
