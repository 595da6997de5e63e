import { Client, type Pool } from 'pg';

/** Channel of one database on which its server processes tell each other of commits. */
const channel = 'opora_news';
/** Milliseconds before a broken line is tried again: the first and the longest wait. */
const [soon, latest] = [200, 5_000];

interface Ears {
  heard(payload: string): void;
  /** The line has just come up, perhaps again: what was said meanwhile was not heard. */
  opened(): void;
  trouble(error: Error): void;
}

/** A connection of its own that listens and comes back after every break. Nothing depends on it: polling stands behind. */
export class NewsLine {
  readonly #pool: Pool;
  readonly #ears: Ears;
  #client: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #wait = soon;
  #stopped = false;

  constructor(pool: Pool, ears: Ears) {
    this.#pool = pool;
    this.#ears = ears;
  }

  get isOpen(): boolean {
    return this.#client !== null;
  }

  start(): void {
    void this.#open();
  }

  /** Tells the other processes; lost when the line is down. */
  async say(payloads: readonly string[]): Promise<void> {
    const sql = 'SELECT pg_notify($1, said) FROM unnest($2::text[]) AS said';
    await this.#client?.query(sql, [channel, payloads]).catch((error: Error) => this.#ears.trouble(error));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #open(): Promise<void> {
    const { connectionString } = this.#pool.options;
    const client = new Client({ connectionString, application_name: 'opora-news', keepAlive: true });
    let broken = false;
    const lost = (error?: Error): void => {
      if (broken || this.#stopped) return;
      broken = true;
      if (this.#client === client) this.#client = null;
      if (error) this.#ears.trouble(error);
      void client.end().catch(() => undefined);
      this.#timer = setTimeout(() => void this.#open(), this.#wait);
      this.#timer.unref();
      this.#wait = Math.min(latest, this.#wait * 2);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ payload }) => this.#ears.heard(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      return lost(error as Error);
    }
    if (this.#stopped) return void client.end().catch(() => undefined);
    if (broken) return;
    this.#client = client;
    this.#wait = soon;
    this.#ears.opened();
  }
}
