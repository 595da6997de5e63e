import { commitVerdicts } from '#electron/core/store/commit-page.ts';
import { startOver, takeNewName } from '#electron/core/store/fork.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { commandAt, countUndecided, firstUndecided, undecided } from '#electron/core/store/outbox.ts';
import { type BatchSize, grown, shrunk, startingBatch } from '#electron/core/sync/batch-size.ts';
import { OnTheWire } from '#electron/core/sync/on-the-wire.ts';
import { PageSlices, type SlicePorts } from '#electron/core/sync/page-slices.ts';
import type { Down, Pulled, Pushed, Refused, Welcome } from '#shared/sync/down.ts';
import type { Up } from '#shared/sync/up.ts';
import { protocolVersion, schemaVersion } from '#shared/sync/version.ts';

export interface SyncPorts extends SlicePorts {
  /** Hands a message to the connection; false when there is none. */
  send(message: Up): boolean;
  token(): string | null;
  newName(): string;
  /** Something that the status bar shows has changed. */
  moved(): void;
  /** Rows of one page at most. */
  pageLimit?: number;
  /** How many commands the first push carries. */
  firstBatch?: BatchSize;
  /** The centre does not know the session any more. */
  sessionEnded(): void;
}

/** Between two pulls while the outbox drains, in milliseconds. */
const drainPause = 1_000;
/** Without a wake the centre is asked this often. */
const pollEvery = 15_000;
const pageLimit = 5_000;
/** Pushes of no more commands than this go without the versions of what they read. */
const few = 3;

/** The exchange of one workstation with the centre: messages and events in, messages and committed pages out. */
export class SyncClient {
  readonly #ports: SyncPorts;
  #ready = false;
  #ref = 0;
  readonly #wire = new OnTheWire();
  readonly #pages: PageSlices;
  #pulling: { ref: number } | null = null;
  #pullWanted = false;
  #lastPullAt = Number.NEGATIVE_INFINITY;
  #pullTimer: (() => void) | null = null;
  #pollTimer: (() => void) | null = null;
  #batch: BatchSize;
  #filled = 0;
  problem: { code: string; details?: Record<string, unknown> | undefined } | null = null;

  constructor(ports: SyncPorts) {
    this.#ports = ports;
    this.#batch = ports.firstBatch ?? startingBatch;
    this.#pages = new PageSlices(ports, () => this.#draining());
  }

  get online(): boolean {
    return this.#ready;
  }

  /** Commands on the wire now, by n. */
  get sending(): { from: number; to: number } | null {
    return this.#wire.range;
  }

  /** Rows received of a filling that is under way; 0 when none is. */
  get filling(): number {
    return this.#filled;
  }

  connected(): void {
    const { db, here } = this.#ports;
    const token = this.#ports.token();
    if (token === null) return this.#ports.sessionEnded();
    this.#send({
      t: 'hello',
      proto: protocolVersion,
      schema: schemaVersion,
      org: readMeta(db, 'org') ?? null,
      token,
      device: readMeta(db, 'device') ?? '',
      deviceName: here.deviceName,
      ...this.#place(),
    });
  }

  disconnected(): void {
    this.#ready = false;
    if (!this.#wire.empty) this.#batch = shrunk(this.#batch);
    this.#forgetAnswers();
    this.#filled = 0;
    this.#pullTimer?.();
    this.#pollTimer?.();
    this.#pullTimer = null;
    this.#pollTimer = null;
    this.#ports.moved();
  }

  received(message: Down): void {
    if (message.t === 'welcome') this.#welcome(message);
    else if (message.t === 'pushed') this.#pushed(message);
    else if (message.t === 'pulled') this.#pulled(message);
    else if (message.t === 'refused') this.#refused(message);
    else if (message.t === 'wake') this.#woken(message.seq);
  }

  /** A command has been entered: it leaves at once when nothing is on the wire. */
  entered(): void {
    this.#push();
    this.#ports.moved();
  }

  /** Asks for what has happened; at most once a second while the outbox drains. */
  pull(): void {
    this.#pullWanted = true;
    if (!this.#ready || this.#pulling || this.#pullTimer) return;
    const wait = this.#draining() ? this.#lastPullAt + drainPause - this.#ports.now() : 0;
    if (wait <= 0) return this.#sendPull(null);
    this.#pullTimer = this.#ports.schedule(wait, () => {
      this.#pullTimer = null;
      if (this.#ready && !this.#pulling) this.#sendPull(null);
    });
  }

  /** Something has happened that concerns us; what our own last push has done is asked for once, after its verdicts. */
  #woken(seq: number): void {
    if (seq <= (readMeta(this.#ports.db, 'cursor') ?? 0)) return;
    if (!this.#wire.empty && !this.#draining()) this.#pullWanted = true;
    else this.pull();
  }

  #welcome(message: Welcome): void {
    const { db, now } = this.#ports;
    writeMeta(db, 'clockAhead', now() - message.now);
    const epoch = readMeta(db, 'epoch');
    if (epoch === undefined) writeMeta(db, 'epoch', message.epoch);
    this.#ready = true;
    this.problem = null;
    this.#push();
    this.pull();
    this.#poll();
    this.#ports.moved();
  }

  /** Sends what waits, oldest first. A second push leaves behind the first only when it is a whole one: a person's next save waits. */
  #push(): void {
    if (!this.#ready || this.#wire.full) return;
    const { db, now } = this.#ports;
    const waiting = undecided(db, (this.#wire.range?.to ?? 0) + 1, this.#batch.commands);
    const [first, last] = [waiting[0], waiting.at(-1)];
    if (!first || !last) return;
    if (!this.#wire.empty && waiting.length < this.#batch.commands) return;
    if (last.n > (readMeta(db, 'leftN') ?? 0)) writeMeta(db, 'leftN', last.n);
    const ref = this.#nextRef();
    this.#wire.add({ ref, from: first.n, to: last.n, at: now() });
    // Few commands read few rows: naming them for a prefetch costs more bytes than it spares the centre.
    const commands = waiting.length > few ? waiting : waiting.map((command) => ({ ...command, baseVersions: {} }));
    this.#send({ t: 'push', ref, commands, ...this.#place() });
    this.#push();
  }

  #pushed(message: Pushed): void {
    const { db, now } = this.#ports;
    const sent = this.#wire.answered(message.ref, now());
    if (!sent) return;
    // What is still on the wire shows the lease that we hold: it stays good until its answer, the new ones in between do not.
    const shown = commitVerdicts(db, message.verdicts, this.#wire.empty ? message.lease : null);
    if (!shown.empty) this.#ports.changed(shown);
    if (message.verdicts.length === 0 && message.lastN < sent.from - 1) return this.#missing(sent.behind);
    // The centre has other commands under our numbers: a copy of this workstation entered them.
    if (message.verdicts.some((verdict) => commandAt(db, verdict.n)?.id !== verdict.id)) return this.#rename();
    this.#batch = grown(this.#batch, now() - sent.at);
    if (message.verdicts.some((verdict) => verdict.status === 'rejected')) this.pull();
    this.#push();
    if (this.#wire.empty) this.pull();
    this.#ports.moved();
  }

  /** The centre misses commands before these: those of the push ahead, which are sent again, or some that it had confirmed once. */
  #missing(ahead: boolean): void {
    if (!ahead) return this.#startOver();
    this.#wire.forget();
    this.#push();
  }

  #sendPull(after: string | null): void {
    const { db, now } = this.#ports;
    this.#pullWanted = false;
    this.#lastPullAt = now();
    const ref = this.#nextRef();
    this.#pulling = { ref };
    this.#send({
      t: 'pull',
      ref,
      cursor: readMeta(db, 'cursor') ?? 0,
      chainHash: readMeta(db, 'chainHash') ?? null,
      membershipSeq: readMeta(db, 'membershipSeq') ?? 0,
      scopes: readMeta(db, 'scopes') ?? [],
      ackN: (firstUndecided(db) ?? (readMeta(db, 'issuedN') ?? 0) + 1) - 1,
      limit: this.#ports.pageLimit ?? pageLimit,
      after,
      ...this.#place(),
    });
  }

  #pulled(page: Pulled): void {
    if (this.#pulling?.ref !== page.ref || this.#pages.busy) return;
    this.#pages.apply(page, () => {
      this.#pulling = null;
      this.#filled = page.more ? this.#filled + page.changes.length : 0;
      if (page.more) this.#sendPull(page.after);
      else if (this.#pullWanted) this.pull();
      this.#push();
      this.#ports.moved();
    });
  }

  #refused(message: Refused): void {
    // What was sent before an earlier refusal has been sent again: its own refusal says nothing new.
    if (message.ref !== null && !this.#wire.has(message.ref) && this.#pulling?.ref !== message.ref) return;
    this.#forgetAnswers();
    if (message.code === 'HISTORY_FORK') return this.#startOver();
    if (message.code === 'CLIENT_FORKED') return this.#rename();
    this.problem = { code: message.code, details: message.details };
    if (message.code === 'LIMIT') this.#tryAgain(Number(message.details?.['retryAfterMs'] ?? drainPause));
    if (message.code === 'UNAUTHENTICATED' || message.code === 'BLOCKED') this.#ports.sessionEnded();
    this.#ports.moved();
  }

  /** Goes on under a new name with the same commands; those the centre knows already it answers as duplicates. */
  #rename(): void {
    this.#forgetAnswers();
    takeNewName(this.#ports.db, this.#ports.newName());
    this.#push();
    this.pull();
  }

  #startOver(): void {
    const { db, now, newName, changed } = this.#ports;
    this.#forgetAnswers();
    changed(startOver(db, now(), newName()));
    this.#push();
    this.pull();
  }

  /** The centre has had enough of us for a moment. */
  #tryAgain(wait: number): void {
    this.#batch = shrunk(this.#batch);
    this.#ports.schedule(wait, () => {
      this.problem = null;
      this.#push();
      this.pull();
      this.#ports.moved();
    });
  }

  #poll(): void {
    this.#pollTimer?.();
    this.#pollTimer = this.#ports.schedule(pollEvery, () => {
      this.pull();
      if (this.#ready) this.#poll();
    });
  }

  #draining(): boolean {
    return countUndecided(this.#ports.db) > this.#wire.commands;
  }

  /** Whatever is answered from now on to what has been sent so far is ignored. */
  #forgetAnswers(): void {
    this.#wire.forget();
    this.#pages.stop();
    this.#pulling = null;
  }

  #place(): { epoch: string | null; client: string; lease: string | null } {
    const { db } = this.#ports;
    const [epoch, lease] = [readMeta(db, 'epoch') ?? null, readMeta(db, 'lease') ?? null];
    return { epoch, client: readMeta(db, 'client') ?? '', lease };
  }

  #nextRef(): number {
    this.#ref += 1;
    return this.#ref;
  }

  #send(message: Up): void {
    if (!this.#ports.send(message)) this.disconnected();
  }
}
