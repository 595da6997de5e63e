import { Worker } from 'node:worker_threads';
import type { CoreSettings } from '#electron/core/settings.ts';
import { threadLimits } from '#electron/core/worker/thread-limits.ts';
import { WorkerCall } from '#electron/core/worker/worker-call.ts';
import { type ErrorCode, errors, Refusal } from '#shared/domain/error.ts';
import type { Core, CoreEvent } from '#shared/ipc/bridge.ts';

export interface WorkerFiles {
  writer: URL;
  reader: URL;
}

/**
 * Starts the core of one profile: a writing thread (commands, exchange, files) and a reading one (queries).
 * Whatever is wrong with the data, it comes up and says so (`session.stage` trouble). Rejects with Refusal PROFILE_LOCATION, PROFILE_LOCKED.
 */
export async function startCore(settings: CoreSettings, files: WorkerFiles = sources): Promise<Core> {
  const listeners = new Set<(event: CoreEvent) => void>();
  const tell = (event: CoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const options = { workerData: settings, resourceLimits: threadLimits };
  const reader = new WorkerCall(new Worker(files.reader, options), () => {});
  const writer = new WorkerCall(new Worker(files.writer, options), (message) => {
    if (message.t === 'opened' || message.t === 'sending') reader.post(message);
    if (message.t !== 'event') return;
    // The reader hears of a change before any window can ask about it.
    if (message.event.type === 'changed') reader.post({ t: 'changed', changes: message.event.changes });
    tell(message.event);
  });
  try {
    await Promise.all([writer.ready, reader.ready]);
  } catch (error) {
    await Promise.all([writer.stop(), reader.stop()]);
    const { code, details } = error as { code: string; details?: Record<string, unknown> };
    throw Object.hasOwn(errors, code ?? '') ? new Refusal(code as ErrorCode, details) : error;
  }
  let closing: Promise<void> | null = null;
  return {
    async call(channel, payload) {
      if (channel !== 'query.run') return writer.call(channel, payload);
      const reply = await reader.call(channel, payload);
      // Who reads has met damage: the writing thread looks whether it is real, and begins the rescue.
      if (!reply.ok && reply.error.code === 'DATABASE_CORRUPT') void writer.call('recovery.check', {});
      return reply;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= writer.stop().then(() => reader.stop());
      return closing;
    },
  };
}

/** Run from source the threads are beside this file; a bundle names its own. */
const sources: WorkerFiles = {
  writer: new URL('./worker/writer.ts', import.meta.url),
  reader: new URL('./worker/reader.ts', import.meta.url),
};
