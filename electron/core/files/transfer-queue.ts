import { rmSync } from 'node:fs';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { type Candidate, candidates, nextOf, ranks } from '#electron/core/files/candidates.ts';
import { Delays } from '#electron/core/files/delays.ts';
import {
  attachmentsOf,
  confirmVerified,
  factsOf,
  forgetWanted,
  markFile,
  offerUnconfirmed,
  wantFile,
} from '#electron/core/files/file-table.ts';
import { moveFile } from '#electron/core/files/move-file.ts';
import { Parts } from '#electron/core/files/parts.ts';
import { settleFailure } from '#electron/core/files/settle-failure.ts';
import { filesOnTheWay, transfersOf } from '#electron/core/files/transfers-of.ts';
import { UnseenFiles } from '#electron/core/files/unseen-files.ts';
import { Waiters } from '#electron/core/files/waiters.ts';
import { partOf } from '#electron/core/jobs/fetch-file.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';
import type { Transfer } from '#shared/ipc/file-channels.ts';

export interface QueuePorts {
  profileDir: string;
  workplace(): Workplace | null;
  /** Figures have changed. */
  moved(): void;
  /** Attachments whose bytes have come, gone or stopped: windows read them anew. */
  arrived(ids: string[]): void;
}

interface Running {
  candidate: Candidate;
  workplace: Workplace;
  control: AbortController;
  /** Its place in the order of attempts. */
  since: number;
  done: number;
  told: boolean;
  over: Promise<void>;
}

/** So many transfers at once: one alone leaves the line idle between requests, more of them only share it. */
const together = 2;
/** Arrivals and figures within this time are told once, in milliseconds. */
const pause = 200;
/** Between two looks at what could move, in milliseconds. */
const rest = 40;
/** Where the centre does not say for how long it wants peace, in milliseconds. */
const limitPause = 1_000;

/**
 * Moves files both ways beside the commands and never in their way: what a person waits for, then pinned cases, then what only this
 * computer has, small first, then the rest. Everything it knows is in the database and on the disk, so that it goes on after a kill.
 */
export class TransferQueue {
  readonly #ports: QueuePorts;
  readonly #parts: Parts;
  readonly #running = new Map<string, Running>();
  readonly #waiters = new Waiters();
  readonly #delays = new Delays(() => this.wake());
  readonly #arrived = new Set<string>();
  readonly #unseen = new UnseenFiles();
  #telling: NodeJS.Timeout | null = null;
  #woken = false;
  /** These two by a clock that nobody sets: after a leap of the other back by an hour nothing would move for an hour. */
  #pumpedAt = 0;
  #quietUntil = 0;
  /** Since when the link has stood; null while it does not. */
  #onlineSince: number | null = null;
  /** How often the rows of this workplace had caught up with the centre when what it does not confirm was offered last. */
  #offered: { workplace: Workplace; caughtUp: number } | null = null;
  #stopped = false;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
    this.#parts = new Parts(ports.profileDir);
  }

  /** What is on its way, both directions: files, and bytes that have still to move. */
  get state(): SyncStatus['files'] {
    const db = this.#ports.workplace()?.db;
    if (!db) return { waiting: 0, bytesLeft: 0 };
    const moved = new Map(this.#parts.of(db));
    for (const [sha256, { done }] of this.#running) moved.set(sha256, done || (moved.get(sha256) ?? 0));
    const { waiting, bytes } = filesOnTheWay(db, moved);
    return { waiting: waiting + this.#unseen.waiting, bytesLeft: bytes };
  }

  get busy(): readonly string[] {
    return [...this.#running.keys()];
  }

  list(): Transfer[] {
    const db = this.#ports.workplace()?.db;
    if (!db) return [];
    return transfersOf(db, this.#ports.profileDir, {
      done: (sha256) => this.#running.get(sha256)?.done ?? null,
      sent: (sha256) => this.#parts.get(sha256),
      trouble: (sha256) => this.#delays.codeOf(sha256),
      awaited: (sha256) => this.#waiters.has(sha256),
    });
  }

  /** Rows, the link or the queue itself have changed: whatever may move now begins to move. */
  wake(): void {
    if (this.#woken || this.#stopped) return;
    this.#woken = true;
    // The exchange tells of itself many times a second; looking once in a while is enough for files.
    const wait = Math.max(0, this.#pumpedAt + rest - performance.now());
    setTimeout(() => {
      this.#woken = false;
      this.#pumpedAt = performance.now();
      this.#pump();
    }, wait);
  }

  /** Brings bytes here for a person who waits; they come before everything else. Rejects with Refusal. */
  async need(workplace: Workplace, file: { attachmentId: string; sha256: string; size: number }): Promise<void> {
    wantFile(workplace.db, file.sha256, file.size, Date.now());
    this.#delays.forget(file.sha256);
    const arrival = this.#waiters.add(file);
    this.wake();
    await arrival;
  }

  /** Stops a transfer until somebody asks for it again. A file that only this person asked for is in the centre as before. */
  async cancel(sha256: string): Promise<void> {
    const db = this.#ports.workplace()?.db;
    if (!db) return;
    const running = this.#running.get(sha256);
    markFile(db, sha256, { paused: 1, wanted_at: null });
    running?.control.abort(new Refusal('CANCELLED', {}));
    this.#waiters.fail(sha256, new Refusal('CANCELLED', {}));
    await running?.over;
    if (forgetWanted(db, sha256)) {
      rmSync(partOf(fileOf(this.#ports.profileDir, sha256)), { force: true });
      this.#parts.forget(sha256);
    }
    this.tell(sha256);
  }

  /** Begins a stopped or refused transfer anew. */
  retry(sha256: string): void {
    const db = this.#ports.workplace()?.db;
    const facts = db && factsOf(db, sha256);
    if (!db || !facts) return;
    const again = facts.here === 1 ? { uploaded: 0 } : facts.pinned === 1 ? {} : { wanted_at: Date.now() };
    markFile(db, sha256, { paused: 0, problem: null, why: null, ...again });
    this.#delays.forget(sha256);
    this.tell(sha256);
    this.wake();
  }

  /** Windows read the attachments with these bytes anew, several at once. */
  tell(sha256: string): void {
    const db = this.#ports.workplace()?.db;
    if (!db?.open) return;
    for (const id of attachmentsOf(db, sha256)) this.#arrived.add(id);
    this.#tellSoon();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#delays.clear();
    if (this.#telling) clearTimeout(this.#telling);
    for (const one of this.#running.values()) one.control.abort(new Refusal('OFFLINE', {}));
    await Promise.allSettled([...this.#running.values()].map((one) => one.over));
  }

  #pump(): void {
    if (this.#stopped) return;
    const workplace = this.#ports.workplace();
    const state = workplace?.link?.state;
    const online = state?.link === 'online';
    // The link is back: what failed because of it is tried at once.
    if (online && state.since !== this.#onlineSince) this.#delays.clear();
    this.#onlineSince = online ? state.since : null;
    for (const one of this.#running.values()) {
      if (one.workplace !== workplace || !online) one.control.abort(new Refusal('SERVER_UNREACHABLE', {}));
    }
    if (!workplace || !online) return this.#waiters.failAll(new Refusal('SERVER_UNREACHABLE', {}));
    confirmVerified(workplace.db);
    this.#offerUnconfirmed(workplace);
    const free = this.#free(workplace);
    for (let next = this.#next(free); next && this.#running.size < together; next = this.#next(free)) {
      this.#start(workplace, next);
    }
    this.#makeRoom(free);
  }

  /** What the rows of a centre do not confirm, which may have been restored from a backup, is offered again once they have all come. */
  #offerUnconfirmed(workplace: Workplace): void {
    const caughtUp = workplace.link?.client.caughtUp ?? 0;
    if (caughtUp === 0 || (this.#offered?.workplace === workplace && this.#offered.caughtUp === caughtUp)) return;
    this.#offered = { workplace, caughtUp };
    offerUnconfirmed(workplace.db);
  }

  #free(workplace: Workplace): Candidate[] {
    const awaited = this.#waiters
      .list()
      .map((one): Candidate => ({ ...one, direction: 'down', uploadUrl: null, cause: 'opened', rank: ranks.opened }));
    const others = [...candidates(workplace.db), ...this.#unseen.list(workplace.db)].filter(
      (one) => !this.#waiters.has(one.sha256),
    );
    return [...awaited, ...(performance.now() < this.#quietUntil ? [] : others)].filter(
      (one) => !this.#delays.has(one.sha256),
    );
  }

  #next(free: readonly Candidate[]): Candidate | null {
    const idle = free.filter((one) => !this.#running.has(one.sha256));
    return nextOf(
      idle,
      [...this.#running.values()].map((one) => one.candidate),
    );
  }

  /** A person waits and both places are taken: the least urgent one gives way and goes on later where it stopped. */
  #makeRoom(free: readonly Candidate[]): void {
    const awaited = free.some((one) => one.rank === ranks.opened && !this.#running.has(one.sha256));
    if (!awaited || this.#running.size < together) return;
    const least = [...this.#running.values()].sort((one, other) => other.candidate.rank - one.candidate.rank)[0];
    if (least && least.candidate.rank !== ranks.opened) least.control.abort(new Refusal('CANCELLED', { later: true }));
  }

  #start(workplace: Workplace, candidate: Candidate): void {
    const control = new AbortController();
    const since = this.#delays.order;
    const fresh = { since, done: 0, told: false, over: Promise.resolve() };
    const running: Running = { candidate, workplace, control, ...fresh };
    this.#running.set(candidate.sha256, running);
    const ports = { control, progress: (done: number) => this.#progress(running, done) };
    running.over = moveFile(this.#ports.profileDir, workplace, candidate, ports)
      .then(
        () => this.#finished(running),
        (error: unknown) => this.#failed(running, error),
      )
      .finally(() => {
        this.#running.delete(candidate.sha256);
        if (workplace === this.#ports.workplace()) this.tell(candidate.sha256);
        this.wake();
      });
    this.#tellSoon();
  }

  #progress(running: Running, done: number): void {
    // What is told first is where it goes on.
    if (running.told && done > running.done) this.#linkHolds(running);
    running.told = true;
    running.done = done;
    if (running.workplace !== this.#ports.workplace()) running.control.abort(new Refusal('SERVER_UNREACHABLE', {}));
    this.#tellSoon();
  }

  /** Bytes move: what a broken link had stopped before this transfer began is tried at once. */
  #linkHolds({ since }: Running): void {
    if (this.#delays.forgetBroken(since)) this.wake();
  }

  #finished(running: Running): void {
    const { candidate } = running;
    this.#linkHolds(running);
    this.#parts.forget(candidate.sha256);
    this.#delays.forget(candidate.sha256);
    // Bytes may be sent and waited for at once, when those here were found damaged: only their coming answers who waits.
    if (candidate.direction === 'down') this.#waiters.done(candidate.sha256);
  }

  #failed({ workplace, candidate, control, done }: Running, error: unknown): void {
    this.#parts.stopped(candidate.sha256, candidate.direction, done);
    const told = control.signal.aborted ? control.signal.reason : error;
    const refusal = told instanceof Refusal ? told : new Refusal('INTERNAL', {});
    if (candidate.direction === 'down' && !refusal.details['later']) this.#waiters.fail(candidate.sha256, refusal);
    const { settled, wait } = settleFailure(workplace, candidate, refusal);
    // The centre's limits count for everything this person moves: the others wait with the one that was told.
    if (refusal.code === 'LIMIT') this.#quietUntil = performance.now() + (wait ?? limitPause);
    if (!settled) this.#delays.add(candidate.sha256, refusal.code, wait);
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      const ids = [...this.#arrived];
      this.#arrived.clear();
      if (ids.length > 0) this.#ports.arrived(ids);
      this.#ports.moved();
    }, pause);
  }
}
