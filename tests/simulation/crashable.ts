import type { Statement } from 'better-sqlite3';
import type { Writable } from '#electron/core/store/handle.ts';

/** Thrown in the middle of a transaction, as a kill would end it: SQLite rolls it back. */
export class Killed extends Error {}

/** A handle that dies after a given number of statements. Everything else is the real database. */
export function crashable(real: Writable): { db: Writable; killAfter(statements: number): void } {
  let left = Number.POSITIVE_INFINITY;
  const step = (): void => {
    left -= 1;
    if (left > 0) return;
    left = Number.POSITIVE_INFINITY;
    throw new Killed('killed');
  };
  const watched = (statement: Statement): Statement => {
    const run = statement.run.bind(statement);
    statement.run = (...parameters: unknown[]) => {
      step();
      return run(...parameters);
    };
    return statement;
  };
  const db = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => watched(target.prepare(sql));
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    db,
    killAfter(statements) {
      left = statements;
    },
  };
}
