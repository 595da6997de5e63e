import { Forgetting } from '#electron/core/app/desks/forgetting.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { isDamage } from '#electron/core/recovery/trouble.ts';
import { type Backup, backupIsDue, listBackups } from '#electron/core/store/backups.ts';
import { journalOf } from '#electron/core/store/journal/append-to-journal.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { Refusal } from '#shared/domain/error.ts';

/** After a database was opened: the window and the exchange come first, in milliseconds. */
const firstAfter = 60_000;
/** How often it is looked whether something is due. */
const lookEvery = 30 * 60_000;
/** After a failure: who makes room is believed soon. Without room nothing is written, so looking costs next to nothing. */
const failedAgainAfter = 60_000;
const checkEvery = 24 * 60 * 60_000;
/** Lost access is cleared out soon after the rows have gone. */
const forgetAfter = 1_000;
/** A query in the middle of the log, a search index that is behind: both are over soon. */
const forgetAgainAfter = 10_000;

export interface SafekeepingEvents {
  /** The database does not hold together: nothing may go on over it. */
  damaged(): void;
  /** `problem` has changed. */
  moved(): void;
}

/** Looks after the open database while the person works: checks it, keeps backups and the journal, and clears out what may not be seen any more. */
export class SafekeepingDesk {
  readonly #workplace: () => Workplace | null;
  readonly #jobs: JobRunner;
  readonly #key: Uint8Array;
  readonly #events: SafekeepingEvents;
  readonly #forgetting: Forgetting;
  #path: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #wake: NodeJS.Timeout | null = null;
  #busy: Promise<void> | null = null;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #problem: string | null = null;

  constructor(
    settings: { profileDir: string; key: Uint8Array },
    workplace: () => Workplace | null,
    jobs: JobRunner,
    events: SafekeepingEvents,
  ) {
    this.#workplace = workplace;
    this.#jobs = jobs;
    this.#key = settings.key;
    this.#events = events;
    this.#forgetting = new Forgetting(settings, jobs);
  }

  /** Code of what keeps copies from being made (DISK_FULL, INTERNAL); null while all is well. */
  get problem(): string | null {
    const db = this.#workplace()?.db;
    const journal = db && journalOf(db)?.problem;
    if (journal) return journal === 'ENOSPC' || journal === 'EDQUOT' ? 'DISK_FULL' : 'INTERNAL';
    return this.#problem;
  }

  /** Backups of the open database that count, newest first. */
  get backups(): Backup[] {
    return this.#path === null ? [] : listBackups(this.#path);
  }

  /** Another database is open now, or none. */
  opened(path: string | null): void {
    this.#path = path;
    this.#checkedAt = Number.NEGATIVE_INFINITY;
    this.#problem = null;
    this.#later(path === null ? null : firstAfter);
  }

  /** Rows have changed: when access was lost, the traces go. */
  changed(): void {
    const db = this.#workplace()?.db;
    if (!db?.open || this.#wake || !readMeta(db, 'forget')?.now) return;
    this.#wake = setTimeout(() => {
      this.#wake = null;
      void this.look();
    }, forgetAfter).unref();
  }

  /** Does everything that is due. Never rejects. */
  look(): Promise<void> {
    this.#busy ??= this.#look().finally(() => {
      this.#busy = null;
    });
    return this.#busy;
  }

  async stop(): Promise<void> {
    this.#path = null;
    this.#later(null);
    if (this.#wake) clearTimeout(this.#wake);
    await this.#busy;
  }

  async #look(): Promise<void> {
    const path = this.#path;
    if (path === null) return;
    try {
      if (performance.now() - this.#checkedAt >= checkEvery && !(await this.#isWhole(path))) return;
      if (backupIsDue(path, Date.now()) && this.#path === path) await this.#backUp(path);
      if (this.#path !== path) return;
      await this.#jobs.call('journal.prune', { path, key: this.#key, now: Date.now() });
      const workplace = this.#workplace();
      if (workplace && this.#path === path) await this.#forgetting.run(workplace.db, path);
      // Whatever had failed before is done now, also where no backup was due.
      if (this.#path === path) this.#become(null);
    } catch (error) {
      this.#failed(error);
    } finally {
      const db = this.#workplace()?.db;
      const left = db?.open && readMeta(db, 'forget')?.now;
      const usual = this.#problem === null ? lookEvery : failedAgainAfter;
      if (this.#path !== null) this.#later(left ? forgetAgainAfter : usual);
    }
  }

  #failed(error: unknown): void {
    if (isDamage(error)) return this.#events.damaged();
    const code = error instanceof Refusal ? error.code : 'INTERNAL';
    // The thread of jobs was stopped: at the next look it is there again.
    if (code === 'CANCELLED') return;
    this.#become(code === 'DISK_FULL' ? code : 'INTERNAL');
    if (code !== 'DISK_FULL') console.error('safekeeping', error);
  }

  async #isWhole(path: string): Promise<boolean> {
    const whole = await this.#jobs.call('store.check', { path, key: this.#key });
    if (this.#path !== path) return false;
    if (whole) this.#checkedAt = performance.now();
    else this.#events.damaged();
    return whole;
  }

  async #backUp(path: string): Promise<void> {
    const order = { path, key: this.#key, now: Date.now(), reason: 'daily', alone: false };
    await this.#jobs.call('store.backup', order);
    this.#become(null);
  }

  #become(problem: string | null): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#events.moved();
  }

  #later(wait: number | null): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = wait === null ? null : setTimeout(() => void this.look(), wait).unref();
  }
}
