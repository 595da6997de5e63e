import { createSession, type Session } from '#server/sync/session.ts';
import type { Down, Pulled } from '#shared/sync/down.ts';
import { schemaVersion } from '#shared/sync/version.ts';
import type { Desk } from '#tests/integration/server/writers-desk.ts';

/** Milliseconds after which a reader looks by itself: a wake that never came is not what is measured here. */
const patience = 1_000;

/** One workstation that pulls by cursor whenever it is woken, and keeps account of what it was given. */
export class Reader {
  duplicated = 0;
  readonly #session: Session;
  readonly #org: string;
  readonly #userId: string;
  readonly #client: string;
  #answered: (page: Pulled) => void = () => undefined;
  #failed: (error: Error) => void = () => undefined;
  #woken: () => void = () => undefined;
  #isWoken = false;
  #cursor = 0;
  #chainHash: string | null = null;
  #scopes: string[] = [];
  #end = Number.POSITIVE_INFINITY;
  #ref = 0;
  /** Which seqs had a row in some page. */
  #seen = new Uint8Array(1 << 16);

  constructor(desk: Desk, org: string, userId: string, client: string) {
    this.#org = org;
    this.#userId = userId;
    this.#client = client;
    const { store, lanes, wakes } = desk;
    const authenticate = async () => ({ org, userId });
    this.#session = createSession(
      { store, lanes, wakes, now: Date.now, authenticate },
      { send: (message) => this.#hear(message), close: (reason) => this.#failed(new Error(reason)) },
    );
  }

  /** Says hello and takes over everything there is, without keeping account of it. */
  async begin(): Promise<void> {
    const who = { device: this.#client, deviceName: '', client: this.#client, epoch: null, lease: null };
    await this.#session.receive({
      t: 'hello',
      proto: 1,
      schema: schemaVersion,
      org: this.#org,
      token: this.#userId,
      ...who,
    });
    const first = await this.#pull(1);
    this.#scopes = first.scopeAdds;
    for (let more = true; more; ) {
      const page = await this.#pull(10_000);
      [this.#cursor, this.#chainHash, more] = [page.toSeq, page.chainHash, page.more];
    }
  }

  /** Pulls until the end that `finishAt` names. */
  async follow(): Promise<void> {
    while (this.#cursor < this.#end) {
      const page = await this.#pull(2_000);
      this.#account(page);
      if (page.changes.length === 0 && !page.more) await this.#wake();
    }
    this.#session.closed();
  }

  finishAt(seq: number): void {
    this.#end = seq;
    this.#woken();
  }

  /** Seqs of a stretch of which nothing came. */
  missed(start: number, end: number): number {
    let missed = 0;
    for (let seq = start + 1; seq <= end; seq += 1) if (this.#seen[seq] !== 1) missed += 1;
    return missed;
  }

  /** Pages follow one another, so a row can come twice only within a page or from before its beginning. */
  #account({ changes, toSeq, chainHash }: Pulled): void {
    const places = new Set<string>();
    while (toSeq >= this.#seen.length) this.#seen = Buffer.concat([this.#seen, new Uint8Array(this.#seen.length)]);
    for (const { e, id, v } of changes) {
      if (v <= this.#cursor || v > toSeq || places.has(`${e}/${id}`)) this.duplicated += 1;
      places.add(`${e}/${id}`);
      this.#seen[v] = 1;
    }
    [this.#cursor, this.#chainHash] = [toSeq, chainHash];
  }

  #pull(limit: number): Promise<Pulled> {
    this.#isWoken = false;
    this.#ref += 1;
    const place = { epoch: null, client: this.#client, lease: null, cursor: this.#cursor, chainHash: this.#chainHash };
    const held = { membershipSeq: 0, scopes: this.#scopes, ackN: 0, limit, after: null };
    return new Promise((resolve, reject) => {
      [this.#answered, this.#failed] = [resolve, reject];
      this.#session.receive({ t: 'pull', ref: this.#ref, ...place, ...held }).catch(reject);
    });
  }

  async #wake(): Promise<void> {
    if (this.#isWoken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#woken = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #hear(message: Down): void {
    if (message.t === 'pulled') this.#answered(message);
    if (message.t === 'refused') this.#failed(new Error(message.code));
    if (message.t !== 'wake') return;
    this.#isWoken = true;
    this.#woken();
  }
}
