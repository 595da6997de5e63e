import { randomUUID } from 'node:crypto';
import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { loseAccess } from '#electron/core/store/drop-scopes.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import { askCentre, type SessionReply } from '#electron/core/sync/centre-http.ts';
import { SyncClient } from '#electron/core/sync/client.ts';
import { Transport } from '#electron/core/sync/transport.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';

export interface LinkPorts {
  db: Writable;
  here: Here;
  serverUrl: string;
  /** Opens another connection to the same database, that only reads. */
  reader(): Readable;
  changed(rows: ChangedRows): void;
  moved(): void;
}

/** An access token is renewed this long before it ends, in milliseconds. */
const renewBefore = 60_000;
/** What stands until somebody signs in or lets the person in again; any other answer is worth another try. */
const lasting = ['UNAUTHENTICATED', 'BLOCKED'];
/** A renewal that failed for a passing reason is tried again after so many milliseconds. */
const usualRetry = 1_500;

/** The link of one open workplace: connection, exchange and the session that it needs. */
export class Link {
  readonly client: SyncClient;
  readonly #ports: LinkPorts;
  readonly #transport: Transport;
  #state: SyncStatus['link'] = 'unreachable';
  #since = Date.now();
  #cut = false;
  #closed = false;
  #renewing: Promise<string> | null = null;
  readonly #retryAfter: number;
  #retry: NodeJS.Timeout | null = null;

  constructor(ports: LinkPorts, retryAfter = usualRetry) {
    this.#ports = ports;
    this.#retryAfter = retryAfter;
    this.client = new SyncClient({
      db: ports.db,
      here: ports.here,
      send: (message) => this.#transport.send(message),
      reader: () => ports.reader(),
      now: Date.now,
      schedule: (milliseconds, action) => {
        const timer = setTimeout(action, milliseconds);
        return () => clearTimeout(timer);
      },
      token: () => readMeta(ports.db, 'session')?.access ?? null,
      newName: randomUUID,
      changed: (rows) => ports.changed(rows),
      moved: () => this.#moved(),
      sessionEnded: () => void this.#renew(),
    });
    this.#transport = new Transport(ports.serverUrl, {
      connected: () => void this.#connected(),
      disconnected: () => this.client.disconnected(),
      received: (message) => this.client.received(message),
      tried: (outcome) => this.#become(outcome),
    });
  }

  start(): void {
    this.#transport.start();
  }

  close(): void {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    this.#transport.stop();
  }

  get state(): { link: SyncStatus['link']; since: number } {
    return { link: this.#state, since: this.#since };
  }

  get serverUrl(): string {
    return this.#ports.serverUrl;
  }

  get isCut(): boolean {
    return this.#cut;
  }

  /** The demo's switch: no byte leaves while it is off. */
  cut(cut: boolean): void {
    this.#cut = cut;
    if (cut) this.#transport.stop();
    this.#become(cut ? 'cut' : 'unreachable');
    if (!cut) this.#transport.start();
  }

  /** A valid access token; renewed when it is about to end. Rejects with Refusal when the session is over or nobody answers. */
  async access(): Promise<string> {
    if (this.#cut) throw new Refusal('OFFLINE', {});
    const session = readMeta(this.#ports.db, 'session');
    if (!session) throw new Refusal('UNAUTHENTICATED', {});
    if (session.accessUntil - renewBefore > Date.now()) return session.access;
    // Two renewals at once would each get a token, and only the later one would be good.
    this.#renewing ??= this.#renewed(session.refresh).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing.catch((error: unknown) => {
      // A connection that was made before the session ended still stands: whoever asked for a file hears of it, and so must the person.
      if (error instanceof Refusal && lasting.includes(error.code)) this.#failed(error);
      throw error;
    });
  }

  async #renewed(refresh: string): Promise<string> {
    const { db, serverUrl } = this.#ports;
    const renewed = await askCentre<SessionReply>(serverUrl, '/session/refresh', { body: { refresh } });
    keepSession(db, renewed);
    return renewed.access;
  }

  async #connected(): Promise<void> {
    try {
      await this.access();
      if (!this.#closed) this.client.connected();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** The centre did not take the token: a new one is asked for, and the connection made again. */
  async #renew(): Promise<void> {
    const session = readMeta(this.#ports.db, 'session');
    if (session) writeMeta(this.#ports.db, 'session', { ...session, accessUntil: 0 });
    try {
      await this.access();
      if (!this.#closed && !this.#cut) this.#transport.restart();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Somebody who was blocked keeps what they typed and nothing of what they may not see any more. */
  #failed(error: unknown): void {
    const code = error instanceof Refusal ? error.code : 'INTERNAL';
    this.client.problem = { code };
    const { db, here } = this.#ports;
    if (code === 'BLOCKED' && !this.#closed && (readMeta(db, 'scopes') ?? []).length > 0)
      this.#ports.changed(loseAccess(db, here));
    if (!lasting.includes(code)) this.#tryAgain();
    this.#moved();
  }

  /** A centre whose database restarts answers with a fault and keeps the connection, which by itself would stand idle for good. */
  #tryAgain(): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      if (!this.#closed && !this.#cut && !this.client.online) this.#transport.restart();
    }, this.#retryAfter);
  }

  #moved(): void {
    if (this.client.online) this.#become('online');
    else if (this.#state === 'online') this.#become('unreachable');
    else this.#ports.moved();
  }

  #become(state: SyncStatus['link']): void {
    const next = this.#cut ? 'cut' : state;
    if (next !== this.#state) this.#since = Date.now();
    this.#state = next;
    this.#ports.moved();
  }
}

/** Tokens live inside the encrypted database of their person. */
export function keepSession(db: Writable, reply: SessionReply): void {
  const { access, accessUntil, refresh } = reply;
  writeMeta(db, 'session', { access, accessUntil, refresh });
}
