import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { issue, type Transaction } from '#shared/commands/transaction.ts';
import { updateRow } from '#shared/commands/update-row.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { Role } from '#shared/domain/employee.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Records of the company itself, kept by its administrators. */
type Kept =
  | 'branch'
  | 'department'
  | 'employee'
  | 'approval_route'
  | 'field_definition'
  | 'document_kind'
  | 'journal'
  | 'case_file'
  | 'clause'
  | 'service'
  | 'queue'
  | 'sla_policy'
  | 'canned_reply'
  | 'article'
  | 'recurring_ticket'
  | 'vacation_grant';

interface Keeping<K extends Kept, V> {
  entity: K;
  roles: readonly Role[];
  /** Fields that nobody fills in. */
  made: (context: Context, values: V) => Partial<RowOf<K>>;
  /** Refuses what does not hold together; `row` is null for a new one. */
  check?: (tx: Transaction, values: Partial<V>, row: RowOf<K> | null, context: Context) => Reading<void>;
  /** The field by which living ones are told apart: checked again when one comes back from the archive. */
  named?: keyof V & keyof RowOf<K>;
  /** What every change adds, a raised version number for instance. */
  touched?: (row: RowOf<K>, context: Context) => Partial<RowOf<K>>;
  /** What follows from it in other records; `before` is null for a new one. */
  after?: (tx: Transaction, row: RowOf<K>, before: RowOf<K> | null) => Reading<void>;
}

/** What holds for every change of a kept record, by whichever command it comes. */
interface Rules {
  roles: readonly Role[];
  /** Refuses values that its own command would refuse. */
  check: (tx: Transaction, patch: Record<string, unknown>, row: AnyRow, context: Context) => Reading<void>;
  /** What follows from a change that has been written; `before` is the row it was made to. */
  settle: (tx: Transaction, context: Context, before: AnyRow, isWritten: boolean) => Reading<void>;
}

const rules = new Map<string, Rules>();

/** The rules of a kind of record that administrators keep; undefined: it is none. */
export const rulesOf = (entity: string): Rules | undefined => rules.get(entity);

/** The commands of a kind of record that administrators keep: created, changed field by field, put away and back. */
export function adminCommands<K extends Kept, F extends z.ZodRawShape>(
  form: z.ZodObject<F>,
  { entity, roles, made, check, named, touched, after }: Keeping<K, z.infer<z.ZodObject<F>>>,
) {
  type Values = z.infer<z.ZodObject<F>>;
  function* settle(tx: Transaction, context: Context, before: RowOf<K>, isWritten: boolean): Reading<void> {
    if (touched && isWritten) {
      const written = yield* tx.existing(entity, before.id);
      tx.patch(entity, written, touched(written, context));
    }
    if (after) yield* after(tx, yield* tx.existing(entity, before.id), before);
  }
  rules.set(entity, {
    roles,
    *check(tx, patch, row, context) {
      const parsed = form.partial().safeParse(patch);
      if (!parsed.success)
        throw new Refusal('BAD_INPUT', { entity, issues: parsed.error.issues.slice(0, 5).map(issue) });
      if (check) yield* check(tx, patch as Partial<Values>, row as RowOf<K>, context);
    },
    settle: (tx, context, before, isWritten) => settle(tx, context, before as RowOf<K>, isWritten),
  });
  const create = command({
    name: `${entity}.create`,
    version: 1,
    args: form,
    roles,
    *decide(tx, args, context) {
      if (check) yield* check(tx, args as Partial<Values>, null, context);
      const id = tx.id();
      tx.put(entity, { ...made(context, args as Values), ...args, id } as unknown as RowOf<K>);
      recordHistory(tx, context, `${entity}.create`, { entity, id }, {}, args as Record<string, unknown>);
      if (after) yield* after(tx, yield* tx.existing(entity, id), null);
      return { id };
    },
  });
  const update = command({
    name: `${entity}.update`,
    version: 1,
    args: z.object({ id: z.string(), patch: form.partial(), base: z.record(z.string(), z.unknown()) }),
    roles,
    about: (args) => ({ entity, id: args.id }),
    *decide(tx, args, context) {
      const row = yield* tx.existing(entity, args.id);
      if (check) yield* check(tx, args.patch as Partial<Values>, row, context);
      const edit = { base: args.base, patch: args.patch as Record<string, unknown> };
      const updated = yield* updateRow(tx, context, entity, row, edit, `${entity}.update`);
      yield* settle(tx, context, row, updated.written.length > 0);
      return updated;
    },
  });
  const archive = command({
    name: `${entity}.archive`,
    version: 1,
    args: z.object({ id: z.string(), archived: z.boolean() }),
    roles,
    about: (args) => ({ entity, id: args.id }),
    *decide(tx, args, context) {
      if (entity === 'employee') throw new Refusal('BAD_INPUT', { field: 'state' });
      const row = yield* tx.existing(entity, args.id);
      const standing = (row as { archivedAt?: number | null }).archivedAt ?? null;
      if ((standing !== null) === args.archived) return {};
      if (check && named && !args.archived)
        yield* check(tx, { [named]: row[named] } as unknown as Partial<Values>, row, context);
      const patch = { archivedAt: args.archived ? context.occurredAt : null };
      tx.patch(entity, row, patch as unknown as Partial<RowOf<K>>);
      recordHistory(tx, context, `${entity}.archive`, { entity, id: row.id }, { archivedAt: standing }, patch);
      return {};
    },
  });
  return { create, update, archive };
}
