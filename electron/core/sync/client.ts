import { commitTaken, commitVerdicts } from '#electron/core/store/commit-page.ts';
import { startOver, takeNewName } from '#electron/core/store/fork.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { commandAt, countUndecided, undecided } from '#electron/core/store/outbox.ts';
import { beginAgain } from '#electron/core/store/refill.ts';
import { AgainAfter } from '#electron/core/sync/again-after.ts';
import { type BatchSize, grown, shrunk, startingBatch } from '#electron/core/sync/batch-size.ts';
import { OnTheWire, type Sent } from '#electron/core/sync/on-the-wire.ts';
import { PageCourse } from '#electron/core/sync/page-course.ts';
import { PageSlices } from '#electron/core/sync/page-slices.ts';
import { PullTimes } from '#electron/core/sync/pull-times.ts';
import { helloOf, pullOf, pushOf } from '#electron/core/sync/questions.ts';
import { ScopeCheck } from '#electron/core/sync/scope-check.ts';
import { pageInFull, verdictsInFull } from '#electron/core/sync/short-answers.ts';
import type { SyncPorts } from '#electron/core/sync/sync-ports.ts';
import { welcomed } from '#electron/core/sync/welcomed.ts';
import type { Verdict } from '#shared/sync/command-wire.ts';
import type { Down, Page, Pulled, Refused, ShortPage, Taken, Welcome } from '#shared/sync/down.ts';
import type { ScopeSum } from '#shared/sync/scope-digest.ts';
import type { Up } from '#shared/sync/up.ts';

/** After the disk has taken nothing, in milliseconds. */
const diskPause = 3_000;
const pageLimit = 5_000;
/** An answer to a push of no more commands than this may bring the page with it. */
const ridden = 20;

/** The exchange of one workstation with the centre: messages and events in, messages and committed pages out. */
export class SyncClient {
  readonly #ports: SyncPorts;
  #ready = false;
  #ref = 0;
  readonly #wire = new OnTheWire();
  readonly #pages: PageSlices;
  readonly #check: ScopeCheck;
  #pulling: { ref: number } | null = null;
  readonly #course = new PageCourse();
  /** A place of the history that is to be reached by another pull; infinite when it is wanted whatever has come. */
  #wanted = 0;
  /** The last page of this connection has told everything that is held here: a cursor says where we stand. */
  #told = false;
  /** How often everything there was has been read, since a connection or a history began. */
  #caughtUp = 0;
  #behind = true;
  /** The question whether the history still goes where a page given up half-way came from, and that it has been answered. */
  #proving = 0;
  #proved = false;
  /** How far the centre has consumed our commands, as it said last. */
  #saidN = 0;
  readonly #times: PullTimes;
  #batch: BatchSize;
  #filled = 0;
  readonly #againAfter = new AgainAfter();
  /** Which connection this is: another one begins by itself whatever the one before had put off. */
  #connection = 0;
  /** Neither the centre nor the disk takes anything for a moment: nothing is pushed, whoever comes. */
  #resting = false;
  problem: { code: string; details?: Record<string, unknown> | undefined } | null = null;

  constructor(ports: SyncPorts) {
    const schedule: SyncPorts['schedule'] = (wait, action) => ports.schedule(wait, () => this.#writing(action));
    this.#ports = Object.assign(Object.create(ports) as SyncPorts, { schedule });
    this.#batch = ports.firstBatch ?? startingBatch;
    this.#times = new PullTimes(this.#ports);
    this.#pages = new PageSlices(this.#ports, () => this.#draining());
    this.#check = new ScopeCheck(this.#ports, {
      ask: (cursor, sums) => this.#askWhetherSame(cursor, sums),
      refetch: (scopes) => this.#refetch(scopes),
    });
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

  /** Grows whenever the rows here have become what the centre has: after a connection was made, and after a history was begun anew. */
  get caughtUp(): number {
    return this.#caughtUp;
  }

  connected(): void {
    const token = this.#ports.token();
    if (token === null) return this.#ports.sessionEnded();
    this.#send(helloOf(this.#ports.db, token, this.#ports.here.deviceName));
  }

  disconnected(): void {
    this.#connection += 1;
    this.#resting = false;
    this.#ready = false;
    this.#told = false;
    this.#behind = true;
    this.#proved = false;
    if (!this.#wire.empty) this.#batch = shrunk(this.#batch);
    this.#forgetAnswers();
    this.#filled = 0;
    this.#check.stop();
    this.#times.stop();
    this.#ports.moved();
  }

  received(message: Down): void {
    this.#writing(() => this.#answered(message));
  }

  #answered(message: Down): void {
    if (message.t === 'welcome') this.#welcome(message);
    else if (message.t === 'taken') this.#taken(message);
    else if (message.t === 'page') this.#shortPage(message);
    else if (message.t === 'pulled') this.#pulled(message);
    else if (message.t === 'again') this.#again(message.ref);
    else if (message.t === 'checked') this.#check.heard(message);
    else if (message.t === 'refused') this.#refused(message);
    else if (message.t === 'wake') this.#woken(message.seq);
  }

  /** A command has been entered: it leaves at once when nothing is on the wire. */
  entered(): void {
    this.#writing(() => this.#push());
    this.#ports.moved();
  }

  /** A disk that takes nothing ends neither the exchange nor the program: what was not written is asked for again. */
  #writing(work: () => void): void {
    try {
      work();
    } catch (error) {
      const code = String((error as { code?: string }).code);
      if (code !== 'SQLITE_FULL' && !code.startsWith('SQLITE_IOERR')) throw error;
      this.#forgetAnswers();
      this.problem = { code: 'DISK_FULL' };
      this.#tryAgain(diskPause);
      this.#ports.moved();
    }
  }

  /** Asks for what has happened; at most once a second while the outbox drains. */
  pull(): void {
    this.#wanted = Number.POSITIVE_INFINITY;
    if (!this.#ready || this.#pulling || this.#times.waits) return;
    this.#times.ask(this.#draining(), () => {
      if (this.#ready && !this.#pulling) this.#sendPull(null);
    });
  }

  /** Something has happened that concerns us; what our own last push has done is asked for once, after its verdicts. */
  #woken(seq: number): void {
    if (seq <= (readMeta(this.#ports.db, 'cursor') ?? 0)) return;
    if (!this.#wire.empty && !this.#draining()) this.#wanted = Math.max(this.#wanted, seq);
    else this.pull();
  }

  #welcome(message: Welcome): void {
    const { db, now, newName } = this.#ports;
    welcomed(db, message, now(), newName);
    this.#ready = true;
    this.problem = null;
    this.#push();
    this.pull();
    this.#poll();
    this.#check.start();
    this.#ports.moved();
  }

  /** Sends what waits, oldest first. A second push leaves behind the first only when it is a whole one: a person's next save waits. */
  #push(): void {
    if (!this.#ready || this.#resting || this.#wire.full) return;
    const { db, now } = this.#ports;
    const waiting = undecided(db, (this.#wire.range?.to ?? 0) + 1, this.#batch.commands);
    const [first, last] = [waiting[0], waiting.at(-1)];
    if (!first || !last) return;
    if (!this.#wire.empty && waiting.length < this.#batch.commands) return;
    if (last.n > (readMeta(db, 'leftN') ?? 0)) writeMeta(db, 'leftN', last.n);
    const ref = this.#nextRef();
    const rides = this.#rides(waiting.length);
    this.#wire.add({ ref, from: first.n, to: last.n, ids: waiting.map((command) => command.id), at: now() });
    if (rides) this.#pulling = { ref };
    this.#send(pushOf(db, ref, waiting, rides ? (readMeta(db, 'cursor') ?? 0) : null));
    this.#push();
  }

  /** Whether the answer to this push may bring what is new: when it carries all there is, and nothing else is asked for. */
  #rides(commands: number): boolean {
    const alone = this.#wire.empty && !this.#pulling && !this.#pages.busy;
    return this.#told && alone && commands <= ridden && commands < this.#batch.commands;
  }

  #taken(message: Taken): void {
    const { db, now } = this.#ports;
    const sent = this.#wire.answered(message.ref, now());
    if (!sent) return;
    this.#againAfter.answered();
    const rode = this.#pulling?.ref === message.ref;
    if (rode) this.#pulling = null;
    this.#saidN = message.lastN;
    const verdicts = verdictsInFull(message, sent);
    // What is still on the wire shows the lease that we hold: it stays good until its answer, the new ones in between do not.
    const lease = this.#wire.empty ? message.lease : null;
    // The centre has other commands under our numbers: a copy of this workstation entered them.
    const doubled = verdicts.some((verdict) => commandAt(db, verdict.n)?.id !== verdict.id);
    const page = rode && !doubled && message.page ? this.#inFull(message.page) : null;
    this.#written(verdicts, lease, page);
    if (verdicts.length === 0 && message.lastN < sent.from - 1) return this.#missing(sent.behind);
    if (doubled) return this.#rename();
    this.#goOn(sent, verdicts, page !== null);
  }

  /** Receipts, and with them the page when the answer brought it. */
  #written(verdicts: readonly Verdict[], lease: string | null, page: Pulled | null): void {
    const { db, here, now, changed } = this.#ports;
    const shown = page ? commitTaken(db, { verdicts, lease, page }, here, now()) : commitVerdicts(db, verdicts, lease);
    if (!shown.empty) changed(shown);
  }

  #goOn(sent: Sent, verdicts: readonly Verdict[], paged: boolean): void {
    const { now } = this.#ports;
    this.#batch = grown(this.#batch, now() - sent.at);
    if (!paged && verdicts.some((verdict) => verdict.status === 'rejected')) this.pull();
    this.#push();
    if (paged) this.#pageDone();
    else if (this.#wire.empty) this.pull();
    this.#ports.moved();
  }

  /** The centre misses commands before these: those of the push ahead, which are sent again, or some that it had confirmed once. */
  #missing(ahead: boolean): void {
    if (!ahead) return this.#startOver();
    this.#wire.forget();
    this.#pulling = null;
    this.#push();
  }

  #sendPull(after: string | null): void {
    const { db } = this.#ports;
    this.#wanted = 0;
    this.#times.asked();
    const ref = this.#nextRef();
    this.#pulling = { ref };
    const cursor = readMeta(db, 'cursor') ?? 0;
    if (after === null && this.#told) return this.#send({ t: 'next', ref, cursor });
    this.#told = false;
    const halfway = after === null && !this.#proved ? readMeta(db, 'halfway') : undefined;
    if (halfway) {
      this.#proving = ref;
      return this.#send({ ...pullOf(db, ref, null, 1), cursor: halfway.toSeq, chainHash: halfway.chainHash });
    }
    if (after === null) {
      this.#course.begin();
      beginAgain(db);
    }
    this.#send(pullOf(db, ref, after, this.#ports.pageLimit ?? pageLimit));
  }

  #pulled(page: Pulled): void {
    if (this.#pulling?.ref !== page.ref || this.#pages.busy) return;
    // That pages come says nothing of a push that is refused again and again.
    if (countUndecided(this.#ports.db) === 0) this.#againAfter.answered();
    this.#told = false;
    if (this.#proving === page.ref) {
      this.#proved = true;
      return this.#sendPull(null);
    }
    this.#saidN = page.lastN;
    this.#pages.apply(page, () => {
      this.#pulling = null;
      this.#told = !page.more;
      this.#filled = page.more ? this.#filled + page.changes.length : 0;
      if (page.more) this.#sendPull(this.#course.holds(page) ? page.after : null);
      else this.#pageDone();
      this.#push();
      this.#ports.moved();
    });
  }

  #shortPage(page: Page): void {
    if (this.#pulling?.ref !== page.ref || this.#pages.busy) return;
    if (page.lastN !== undefined) this.#saidN = page.lastN;
    const full = this.#inFull(page);
    if (full) return this.#pulled({ ...full, ref: page.ref });
    this.#pulling = null;
    this.pull();
  }

  /** null when the page was made for other rows than are here: everything is asked for in full next. */
  #inFull(page: ShortPage): Pulled | null {
    const full = pageInFull(this.#ports.db, page, this.#saidN);
    if (!full) this.#told = false;
    return full;
  }

  #again(ref: number): void {
    if (this.#pulling?.ref !== ref) return;
    this.#told = false;
    this.#sendPull(null);
  }

  /** Asks the centre now whether the rows here are the ones it has; otherwise that happens once an hour. */
  check(): void {
    if (this.#ready) this.#check.run();
  }

  #askWhetherSame(cursor: number, scopes: ScopeSum[]): number {
    const ref = this.#nextRef();
    this.#send({ t: 'check', ref, cursor, scopes });
    return ref;
  }

  /** Pages of what was held before say nothing of what is fetched anew: they are given up. */
  #refetch(scopes: readonly string[]): void {
    this.#pages.stop();
    this.#pulling = null;
    this.#told = false;
    this.#behind = true;
    this.problem = { code: 'SCOPE_DIVERGED', details: { scopes: scopes.length } };
    this.pull();
    this.#ports.moved();
  }

  /** Asks again when something has happened that the page did not reach. */
  #pageDone(): void {
    if (this.#behind && this.#told) {
      this.#behind = false;
      this.#caughtUp += 1;
    }
    if (this.problem?.code === 'SCOPE_DIVERGED') this.problem = null;
    if (this.#wanted > (readMeta(this.#ports.db, 'cursor') ?? 0)) this.pull();
    else this.#wanted = 0;
  }

  #refused(message: Refused): void {
    // What was sent before an earlier refusal has been sent again: its own refusal says nothing new.
    if (message.ref !== null && !this.#wire.has(message.ref) && this.#pulling?.ref !== message.ref) return;
    this.#forgetAnswers();
    if (message.code === 'HISTORY_FORK') return this.#startOver();
    if (message.code === 'CLIENT_FORKED') return this.#rename();
    this.problem = { code: message.code, details: message.details };
    const wait = this.#againAfter.wait(message);
    if (wait !== null) this.#tryAgain(wait);
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
    this.#behind = true;
    changed(startOver(db, now(), newName()));
    this.#push();
    this.pull();
  }

  #tryAgain(wait: number): void {
    this.#batch = shrunk(this.#batch);
    if (this.#resting) return;
    this.#resting = true;
    const connection = this.#connection;
    this.#ports.schedule(wait, () => {
      if (connection !== this.#connection) return;
      this.#resting = false;
      if (!this.#ready) return this.connected();
      this.problem = null;
      this.#push();
      this.pull();
      this.#ports.moved();
    });
  }

  #poll(): void {
    this.#times.poll(() => {
      // Now and then everything is said in full, so that nothing hangs on what a connection remembers.
      this.#told = false;
      this.pull();
      return this.#ready;
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
    this.#told = false;
  }

  #nextRef(): number {
    this.#ref += 1;
    return this.#ref;
  }

  #send(message: Up): void {
    if (!this.#ports.send(message)) this.disconnected();
  }
}
