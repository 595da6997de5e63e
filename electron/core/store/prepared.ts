import type { Statement } from 'better-sqlite3';
import type { Readable } from '#electron/core/store/handle.ts';

const statements = new WeakMap<Readable, Map<string, Statement>>();

/** The statement for this text, prepared once per connection. */
export function prepared(db: Readable, sql: string): Statement {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  // A statement whose iteration was abandoned half-way stays busy: it is not shared.
  if (!statement || statement.busy) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}
