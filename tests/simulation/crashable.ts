import type { Statement } from 'better-sqlite3';
import type { Writable } from '#electron/core/store/handle.ts';

/** Thrown in the middle of a transaction, as a kill would end it: SQLite rolls it back. */
export class Killed extends Error {}

/** What the disk answers: no room, or a sync that failed. SQLite has taken the transaction back by then. */
export class DiskTrouble extends Error {
  readonly code: 'SQLITE_FULL' | 'SQLITE_IOERR_FSYNC';

  constructor(code: 'SQLITE_FULL' | 'SQLITE_IOERR_FSYNC') {
    super(code);
    this.code = code;
  }
}

type Run = (...given: unknown[]) => unknown;

export interface Crashable {
  db: Writable;
  /** Ends the process at a statement, right before a commit or right after one. */
  killAfter(statements: number): void;
  /** From the commit after so many statements on the disk takes nothing, until told otherwise (null). */
  disk(trouble: { after: number; code: DiskTrouble['code'] } | null): void;
}

/** A handle that dies after a given number of statements, or whose disk takes nothing. Everything else is the real database. */
export function crashable(real: Writable): Crashable {
  let left = Number.POSITIVE_INFINITY;
  let disk: { after: number; code: DiskTrouble['code'] } | null = null;
  const step = (): void => {
    left -= 1;
    if (disk) disk.after -= 1;
    if (left > 0) return;
    left = Number.POSITIVE_INFINITY;
    throw new Killed('killed');
  };
  const sync = (): void => {
    if (disk && disk.after <= 0) throw new DiskTrouble(disk.code);
  };
  const watched = (statement: Statement): Statement => {
    const run = statement.run.bind(statement);
    statement.run = (...parameters: unknown[]) => {
      step();
      // A statement outside of a transaction is one of its own.
      if (disk && !real.inTransaction) sync();
      return run(...parameters);
    };
    return statement;
  };
  const transaction = (work: Run): Run => {
    const inner = real.transaction((...given: unknown[]) => {
      const result = work(...given);
      step();
      sync();
      return result;
    });
    const whole =
      (run: Run): Run =>
      (...given) => {
        const isOutermost = !real.inTransaction;
        const result = run(...given);
        if (isOutermost) step();
        return result;
      };
    return Object.assign(whole(inner as Run), { immediate: whole(inner.immediate as Run) });
  };
  const db = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => watched(target.prepare(sql));
      if (name === 'transaction') return transaction;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    db,
    killAfter(statements) {
      left = statements;
    },
    disk(trouble) {
      disk = trouble;
    },
  };
}
