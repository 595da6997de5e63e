import type { z } from 'zod';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { Role } from '#shared/domain/employee.ts';
import type { Reference } from '#shared/domain/entity.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Who acts, where and when. Nothing else from outside reaches `decide`: no clock, no chance, no settings. */
export interface Context {
  commandId: Id;
  userId: Id;
  /** The actor's row; null for the centre's own jobs. */
  actor: RowOf<'employee'> | null;
  deviceName: string | null;
  /** The workstation's name with the centre, which no two copies of it share; null for the centre's own jobs. */
  client: string | null;
  /** By the workstation's clock; it may be wrong. */
  occurredAt: number;
  /** By the centre's clock; null while the command has run only here. */
  receivedAt: number | null;
  where: 'device' | 'centre';
  /** Whether the actor may see a row; on a workstation everything that is there may be seen. */
  sees<E extends EntityName>(entity: E, row: RowOf<E>): boolean;
}

export interface Command<Args = unknown, Result = unknown> {
  readonly name: string;
  readonly version: number;
  readonly args: z.ZodType<Args>;
  /** Roles that may issue it; `any` employee, or only the centre's own jobs. */
  readonly roles: 'any' | 'centre' | readonly Role[];
  /** The record that the outbox shows for it. */
  readonly about: (args: Args) => Reference | undefined;
  /** Pure: reads through `tx`, writes through `tx`, refuses by throwing Refusal. A changed meaning is a new version. */
  readonly decide: (tx: Transaction, args: Args, context: Context) => Reading<Result>;
}

interface Definition<Args, Result> {
  name: string;
  version: number;
  args: z.ZodType<Args>;
  roles?: Command['roles'];
  about?: (args: Args) => Reference | undefined;
  decide: (tx: Transaction, args: Args, context: Context) => Reading<Result>;
}

/** Declares a command. */
export function command<Args, Result>(definition: Definition<Args, Result>): Command<Args, Result> {
  return { roles: 'any', about: () => undefined, ...definition };
}
