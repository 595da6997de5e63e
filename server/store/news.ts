import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { z } from 'zod';
import { NewsLine } from '#server/store/news-line.ts';
import { inTenant } from '#server/store/tenant.ts';

export interface NewsDeps {
  pool: Pool;
  /** false: nothing is said or heard on the line, and polling alone finds what others have written (behind a pooler, for instance). */
  listen: boolean;
  /** Milliseconds between two looks at the heads. */
  pollEvery: number;
  /** Organizations for which somebody waits here, and the scopes they wait for. */
  organizations(): string[];
  scopesOf(org: string): ReadonlySet<string>;
  /** Another process has committed up to `seq`; scopes null: all may be touched. */
  heard(org: string, scopes: ReadonlySet<string> | null, seq: number): void;
  onTrouble?(error: Error): void;
}

const said = z.tuple([z.string(), z.string(), z.number(), z.number(), z.array(z.string()).nullable()]);
interface Announcement {
  from: number;
  to: number;
  scopes: Set<string> | null;
}

/** PostgreSQL takes less than 8,000 bytes; scopes that do not fit are looked up by whoever hears. */
const longest = 7_000;

/**
 * What several server processes on one PostgreSQL tell each other: who has committed up to which seq. Hints only. Whoever misses one
 * sees at the next poll that the head has moved, and reads from the rows themselves which scopes were touched since.
 */
export class News {
  readonly #deps: NewsDeps;
  readonly #self = randomUUID();
  readonly #line: NewsLine | null;
  /** Per organization: everything up to this seq has been told here. */
  readonly #told = new Map<string, number>();
  /** Per organization: a head that is known to exist and that somebody is looking up to. */
  readonly #looking = new Map<string, number>();
  readonly #ownFrom = new Map<string, number>();
  #toSay = new Map<string, Announcement>();
  #saying: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: NewsDeps) {
    this.#deps = deps;
    const trouble = (error: Error): void => deps.onTrouble?.(error);
    const ears = { heard: (payload: string) => this.#hear(payload), opened: () => void this.poll(), trouble };
    this.#line = deps.listen ? new NewsLine(deps.pool, ears) : null;
  }

  start(): void {
    this.#line?.start();
    this.#timer = setInterval(() => void this.poll(), this.#deps.pollEvery);
    this.#timer.unref();
  }

  /** Says what is still to be said, and ends. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#saying;
    this.#stopped = true;
    await Promise.all([this.#polling, this.#line?.stop()]);
  }

  /** Somebody waits here from now on who knows of everything up to `seen`. */
  watch(org: string, seen: number): void {
    if (!this.#told.has(org)) this.#told.set(org, seen);
  }

  /** This process has moved a head. Called by the store before anybody else learns of the commit. */
  committed(org: string, from: number, to: number): void {
    this.#ownFrom.set(org, from);
    if (this.#told.get(org) === from) this.#told.set(org, to);
    else this.#catchUp(org, to);
  }

  /** Tells the other processes of an own commit. */
  announce(org: string, scopes: ReadonlySet<string>, seq: number): void {
    if (!this.#line || this.#stopped) return;
    const from = this.#ownFrom.get(org) ?? seq - 1;
    const before = this.#toSay.get(org);
    const joined = before?.to === from && before.scopes ? new Set([...before.scopes, ...scopes]) : null;
    this.#toSay.set(
      org,
      before ? { from: before.from, to: seq, scopes: joined } : { from, to: seq, scopes: new Set(scopes) },
    );
    this.#saying ??= this.#say().finally(() => {
      this.#saying = null;
    });
  }

  /** Looks once at the heads of all organizations for which somebody waits here. Never throws. */
  poll(): Promise<void> {
    this.#polling = this.#polling.then(() => this.#pollOnce());
    return this.#polling;
  }

  async #pollOnce(): Promise<void> {
    const { pool, organizations, onTrouble } = this.#deps;
    const orgs = organizations();
    if (orgs.length === 0 || this.#stopped) return;
    const select = 'SELECT org_id, head_seq FROM organization WHERE org_id = ANY ($1::text[])';
    try {
      const heads = await inTenant(pool, { jobs: 'list' }, 'snapshot', (client) =>
        client.query<{ org_id: string; head_seq: number }>(select, [orgs]),
      );
      for (const { org_id: org, head_seq: head } of heads.rows)
        if (head > (this.#told.get(org) ?? -1)) this.#catchUp(org, head);
    } catch (error) {
      onTrouble?.(error as Error);
    }
  }

  async #say(): Promise<void> {
    while (this.#toSay.size > 0) {
      const all = this.#toSay;
      this.#toSay = new Map();
      await this.#line?.say([...all].map(([org, one]) => this.#payload(org, one)));
    }
  }

  #payload(org: string, { from, to, scopes }: Announcement): string {
    const whole = JSON.stringify([this.#self, org, from, to, scopes && [...scopes]]);
    return Buffer.byteLength(whole) <= longest ? whole : JSON.stringify([this.#self, org, from, to, null]);
  }

  #hear(payload: string): void {
    const parsed = said.safeParse(json(payload));
    if (!parsed.success) return;
    const [self, org, from, to, scopes] = parsed.data;
    const told = this.#told.get(org);
    if (self === this.#self || (told !== undefined && to <= told)) return;
    if (told !== from || !scopes) return this.#catchUp(org, to);
    this.#told.set(org, to);
    this.#deps.heard(org, new Set(scopes), to);
  }

  /** Something up to `seq` has not been told here, and nobody has said what. One look at a time per organization. */
  #catchUp(org: string, seq: number): void {
    const isLooking = this.#looking.has(org);
    this.#looking.set(org, Math.max(seq, this.#looking.get(org) ?? 0));
    if (!isLooking) void this.#look(org);
  }

  async #look(org: string): Promise<void> {
    try {
      for (let wanted = -1; !this.#stopped && this.#looking.get(org) !== wanted; ) {
        wanted = this.#looking.get(org) as number;
        const scopes = await this.#touchedSince(org, this.#told.get(org));
        this.#told.set(org, Math.max(wanted, this.#told.get(org) ?? 0));
        this.#deps.heard(org, scopes, wanted);
      }
    } catch (error) {
      // The next poll finds the same difference.
      this.#deps.onTrouble?.(error as Error);
    } finally {
      this.#looking.delete(org);
    }
  }

  /** Of the scopes waited for here, those with rows written after a seq; null when it is not known from where to look. */
  async #touchedSince(org: string, told: number | undefined): Promise<ReadonlySet<string> | null> {
    const waiting = [...this.#deps.scopesOf(org)];
    if (told === undefined) return null;
    if (waiting.length === 0) return new Set();
    const select = `SELECT wanted.scope FROM unnest($2::text[]) AS wanted (scope) WHERE EXISTS (
      SELECT 1 FROM row_scope s WHERE s.org_id = $1 AND s.scope = wanted.scope AND s.seq > $3)`;
    const found = await inTenant(this.#deps.pool, { org }, 'snapshot', (client) =>
      client.query<{ scope: string }>(select, [org, waiting, told]),
    );
    return new Set(found.rows.map((row) => row.scope));
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
