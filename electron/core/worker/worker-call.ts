import type { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '#electron/core/worker/messages.ts';
import type { Reply } from '#shared/ipc/bridge.ts';

/** Calls into a worker thread and waits for its answers. A thread that dies answers everything with INTERNAL. */
export class WorkerCall {
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #ended: Promise<void>;
  #next = 0;
  #dead = false;

  constructor(worker: Worker, other: (message: FromWorker) => void) {
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.t === 'ready') resolve();
        else if (message.t === 'failed') reject(message);
        else if (message.t === 'reply') this.#answer(message.id, message.reply);
        else other(message);
      });
      worker.on('error', (error) => {
        console.error(error);
        reject(error);
        this.#bury(error.message);
      });
    });
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.#bury('the thread has ended');
        resolve();
      });
    });
  }

  call(channel: string, payload: unknown): Promise<Reply> {
    if (this.#dead) return Promise.resolve(gone('the thread has ended'));
    this.#next += 1;
    const id = this.#next;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.post({ t: 'call', id, channel, payload });
    });
  }

  post(message: ToWorker): void {
    if (!this.#dead) this.#worker.postMessage(message);
  }

  async stop(): Promise<void> {
    this.post({ t: 'close' });
    await this.#ended;
  }

  #answer(id: number, reply: Reply): void {
    this.#waiting.get(id)?.(reply);
    this.#waiting.delete(id);
  }

  #bury(reason: string): void {
    this.#dead = true;
    for (const resolve of this.#waiting.values()) resolve(gone(reason));
    this.#waiting.clear();
  }
}

const gone = (reason: string): Reply => ({ ok: false, error: { code: 'INTERNAL', details: { reason } } });
