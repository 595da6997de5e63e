import type { ChildProcess } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ended, lineOf, startNode } from '#build/start/children.ts';
import { endWithUs } from '#server/embedded/guard.ts';

const root = join(import.meta.dirname, '../..');

/** One process of the central server on a port of its own, started again whenever it has ended without being told to. */
export class Server {
  readonly name: string;
  readonly port: number;
  readonly #env: NodeJS.ProcessEnv;
  readonly #log: string;
  readonly #clock: string;
  #child: ChildProcess | null = null;
  #wanted = false;
  #running: Promise<void> = Promise.resolve();

  constructor(name: string, port: number, folder: string, databaseUrl: string) {
    this.name = name;
    this.port = port;
    this.#log = join(folder, `${name}.log`);
    this.#clock = join(folder, `${name}.clock`);
    this.#env = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      OPORA_SERVER_DATA: join(folder, 'server'),
      OPORA_CLOCK_SECONDS: '2',
      OPORA_CHAOS_CLOCK: this.#clock,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
    };
  }

  /** Resolves when it listens for the first time. */
  start(): Promise<void> {
    this.#wanted = true;
    return new Promise((resolve) => {
      this.#running = this.#run(resolve);
    });
  }

  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  /** Milliseconds its wall clock is ahead. */
  setClock(ahead: number): void {
    writeFileSync(this.#clock, String(ahead));
  }

  async stop(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    this.#wanted = false;
    this.#child?.kill('SIGCONT');
    this.#child?.kill(signal);
    const late = setTimeout(() => this.#child?.kill('SIGKILL'), 10_000);
    await this.#running;
    clearTimeout(late);
  }

  async #run(listening: () => void): Promise<void> {
    while (this.#wanted) {
      const child = startNode(['--import', join(import.meta.dirname, 'faked-clock.ts'), 'server/main.ts'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: this.#env,
      });
      this.#child = child;
      endWithUs(child, 'TERM');
      child.stderr?.on('data', (bytes: Buffer) => appendFileSync(this.#log, bytes));
      const address = (line: string): true | undefined => (line.startsWith('listening ') ? true : undefined);
      await lineOf(child, address, () => undefined).then(listening, () => undefined);
      await ended(child);
      if (this.#wanted) await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
