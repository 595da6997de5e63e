import { countWithdrawn } from '#electron/core/app/queries/outbox-counts.ts';
import { refusedRule } from '#electron/core/app/queries/outbox-records.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { countUndecided } from '#electron/core/store/outbox.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';

/** Several movements within this time are told once, in milliseconds. */
const pause = 50;
/** A clock that differs by less is nobody's business. */
const clockTolerance = 120_000;

/** What the status bar says; told again when it has changed, never more often than a person can read. */
export class StatusBoard {
  readonly #workplace: () => Workplace | null;
  readonly #files: () => SyncStatus['files'];
  readonly #tell: (status: SyncStatus) => void;
  readonly #care: () => string | null;
  #timer: NodeJS.Timeout | null = null;
  #said = '';

  /** `care`: code of what keeps copies of the data from being made. */
  constructor(
    workplace: () => Workplace | null,
    files: () => SyncStatus['files'],
    tell: (status: SyncStatus) => void,
    care: () => string | null = () => null,
  ) {
    this.#care = care;
    this.#workplace = workplace;
    this.#files = files;
    this.#tell = tell;
  }

  moved(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const status = this.read();
      const text = JSON.stringify(status);
      if (text === this.#said) return;
      this.#said = text;
      this.#tell(status);
    }, pause);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  read(): SyncStatus {
    const workplace = this.#workplace();
    if (!workplace) return { ...nothing, files: this.#files() };
    const { db, link } = workplace;
    const range = link?.client.sending;
    const ahead = readMeta(db, 'clockAhead') ?? 0;
    const care = this.#care();
    const problem = link?.client.problem ?? (care === null ? null : { code: care });
    return {
      link: link?.state.link ?? 'offline',
      since: link?.state.since ?? 0,
      waiting: countUndecided(db) - countWithdrawn(db),
      sending: range ? range.to - range.from + 1 : 0,
      filling: link?.client.filling ?? 0,
      lastExchangeAt: readMeta(db, 'lastExchangeAt') ?? null,
      problem: problem && { code: problem.code, ...(problem.details ? { details: problem.details } : {}) },
      clockAhead: Math.abs(ahead) > clockTolerance ? ahead : 0,
      conflicts: count(`SELECT count(*) FROM conflict WHERE state = 'open'`),
      rejected: count(`SELECT count(*) FROM outbox WHERE ${refusedRule}`),
      files: this.#files(),
    };

    function count(sql: string): number {
      return prepared(db, sql).pluck().get() as number;
    }
  }
}

const nothing: Omit<SyncStatus, 'files'> = {
  link: 'offline',
  since: 0,
  waiting: 0,
  sending: 0,
  filling: 0,
  lastExchangeAt: null,
  problem: null,
  clockAhead: 0,
  conflicts: 0,
  rejected: 0,
};
