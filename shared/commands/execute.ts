import type { Command, Context } from '#shared/commands/command.ts';
import type { Overlay } from '#shared/commands/overlay.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { commandOf } from '#shared/commands/registry.ts';
import { issue, Transaction } from '#shared/commands/transaction.ts';
import type { Change } from '#shared/domain/change.ts';
import { type ErrorCode, Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

export interface Order {
  id: string;
  name: string;
  v: number;
  args: unknown;
}

export type Outcome =
  | { ok: true; changes: Change[]; reads: string[]; writes: string[]; result: unknown }
  | { ok: false; code: ErrorCode; details: Record<string, unknown>; reads: string[] };

/** Runs one command over a store: the same on the workstation and in the centre, where alone its outcome has authority. */
export function* execute(order: Order, context: Omit<Context, 'actor'>, overlay?: Overlay): Reading<Outcome> {
  const tx = new Transaction(order.id, context.where, overlay);
  try {
    const found = commandOf(order.name, order.v);
    if (!found) throw new Refusal('UNKNOWN_COMMAND', { name: order.name, version: order.v });
    const parsed = found.args.safeParse(order.args);
    if (!parsed.success) {
      const issues = parsed.error.issues.slice(0, 5).map(issue);
      const long = parsed.error.issues.find(isTooLong);
      throw long
        ? new Refusal('TOO_LONG', { field: issue(long).path, maximum: issue(long).maximum })
        : new Refusal('BAD_INPUT', { command: order.name, issues });
    }
    const actor = yield* actorOf(tx, found, context);
    const result = yield* found.decide(tx, parsed.data, { ...context, actor });
    return { ok: true, changes: tx.changes, reads: [...tx.reads], writes: [...tx.writes], result: result ?? null };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, details: error.details, reads: [...tx.reads] };
    throw error;
  }
}

/** Texts and lists have a length; a number out of its range is a fault of another kind. */
const isTooLong = (found: { code: string; origin?: unknown }): boolean =>
  found.code === 'too_big' && (found.origin === 'string' || found.origin === 'array');

function* actorOf(
  tx: Transaction,
  wanted: Command,
  context: Omit<Context, 'actor'>,
): Reading<RowOf<'employee'> | null> {
  if (context.userId === centreUser) return null;
  if (wanted.roles === 'centre') throw new Refusal('DENIED', { command: wanted.name });
  const actor = yield* tx.existing('employee', context.userId);
  if (actor.state !== 'active') throw new Refusal('BLOCKED', {});
  const allowed = wanted.roles === 'any' || actor.roles.some((role) => wanted.roles.includes(role));
  if (!allowed) throw new Refusal('DENIED', { command: wanted.name, roles: [...wanted.roles] });
  return actor;
}

/** Acts for the centre's own jobs (a file verified, a reminder due). No person can be it: it is not the id of a row. */
export const centreUser = 'centre';
