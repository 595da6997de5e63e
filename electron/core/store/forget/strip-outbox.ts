import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { readStored } from '#electron/core/store/rows/read.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { entityOf } from '#shared/domain/registry.ts';
import { derivedId } from '#shared/lib/ids.ts';

interface Command {
  n: number;
  name: string;
  args: string;
  about_entity: string | null;
  about_id: string | null;
}

/**
 * Takes out of the outbox what its author had seen of rows that are not here any more: `base` and the details of verdicts. What the
 * person typed stays. Looks at the commands from `from` on, `limit` of them; returns the next n, or null at the end.
 */
export function stripOutbox(db: Writable, from: number, limit: number): number | null {
  return db
    .transaction(() => {
      const sql = 'SELECT n, name, args, about_entity, about_id FROM outbox WHERE n >= ? ORDER BY n LIMIT ?';
      const commands = prepared(db, sql).all(from, limit) as Command[];
      for (const command of commands) {
        if (command.args.includes('"base":') && isGone(db, command)) strip(db, command);
      }
      return commands.length < limit ? null : (commands.at(-1)?.n ?? 0) + 1;
    })
    .immediate();
}

/**
 * A field keeps its place in `base` with nothing in it: the centre then sees that its author saw something else and asks, instead of
 * overwriting. The hash stays that of the whole command: the centre may know it by that.
 */
function strip(db: Writable, { n, args: text }: Command): void {
  prepared(db, 'UPDATE outbox SET details = NULL WHERE n = ? AND details IS NOT NULL').run(n);
  const args = JSON.parse(text) as Record<string, unknown>;
  const base = args['base'];
  if (typeof base !== 'object' || base === null) return;
  if (Object.values(base).every((value) => value === null)) return;
  const blank = { ...args, base: Object.fromEntries(Object.keys(base).map((field) => [field, null])) };
  prepared(db, 'UPDATE outbox SET args = ?, stripped = 1 WHERE n = ?').run(JSON.stringify(blank), n);
}

/** The row that a command changes is not here. One that only this outbox knows of is its author's own. */
function isGone(db: Readable, command: Command): boolean {
  const entity = command.name.slice(0, command.name.indexOf('.'));
  const { id } = JSON.parse(command.args) as { id?: unknown };
  const target =
    entityOf(entity) && typeof id === 'string'
      ? { entity, id }
      : { entity: command.about_entity, id: command.about_id };
  if (target.entity === null || target.id === null || !entityOf(target.entity)) return false;
  if (prepared(db, `SELECT 1 FROM "${target.entity}" WHERE id = ?`).get(target.id)) return false;
  return !isOwn(db, target.id, command.n);
}

/** Rows of one command at most among which the one is looked for that it is about. */
const rowsOfCommand = 40;

/** A row that a command before this one makes, and the centre has not taken yet: all that was seen of it is its author's. */
function isOwn(db: Readable, id: string, n: number): boolean {
  const before = prepared(db, `SELECT id FROM outbox WHERE about_id = ? AND state = 'waiting' AND n < ?`).pluck();
  const made = (command: string): string[] => Array.from({ length: rowsOfCommand }, (_, at) => derivedId(command, at));
  return (before.all(id, n) as string[]).some((command) => made(command).includes(id));
}

/** A conflict stays with its author when the record is gone: what they entered is theirs, what stood against it is not. */
export function blankConflicts(db: Writable, changed: ChangedRows): void {
  db.transaction(() => {
    const all = db.prepare('SELECT id, objectEntity, objectId FROM conflict').all() as {
      id: string;
      objectEntity: string;
      objectId: string;
    }[];
    for (const { id, objectEntity, objectId } of all) {
      if (!entityOf(objectEntity) || prepared(db, `SELECT 1 FROM "${objectEntity}" WHERE id = ?`).get(objectId))
        continue;
      const stored = readStored(db, 'conflict', id);
      if (stored) writeRow(db, 'conflict', blanked(stored.row), stored.v, stored.at);
      const kept = prepared(db, `SELECT row FROM undo WHERE entity = 'conflict' AND id = ?`).pluck().get(id);
      if (typeof kept === 'string') {
        const row = JSON.stringify(blanked(JSON.parse(kept) as AnyRow));
        prepared(db, `UPDATE undo SET row = ? WHERE entity = 'conflict' AND id = ?`).run(row, id);
      }
      changed.add(db, 'conflict', id);
    }
  }).immediate();
}

function blanked(row: AnyRow): AnyRow {
  const fields = (row['fields'] as { field: string; mine: unknown }[] | null) ?? [];
  return { ...row, fields: fields.map(({ field, mine }) => ({ field, base: null, mine, theirs: null })), merged: [] };
}
