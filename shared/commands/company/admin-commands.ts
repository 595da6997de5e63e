import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { updateRow } from '#shared/commands/update-row.ts';
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
  check?: (tx: Transaction, values: Partial<V>, row: RowOf<K> | null) => Reading<void>;
  /** What every change adds, a raised version number for instance. */
  touched?: (row: RowOf<K>, context: Context) => Partial<RowOf<K>>;
  /** What follows from it in other records; `before` is null for a new one. */
  after?: (tx: Transaction, row: RowOf<K>, before: RowOf<K> | null) => Reading<void>;
}

/** The commands of a kind of record that administrators keep: created, changed field by field, put away and back. */
export function adminCommands<K extends Kept, F extends z.ZodRawShape>(
  form: z.ZodObject<F>,
  { entity, roles, made, check, touched, after }: Keeping<K, z.infer<z.ZodObject<F>>>,
) {
  type Values = z.infer<z.ZodObject<F>>;
  const create = command({
    name: `${entity}.create`,
    version: 1,
    args: form,
    roles,
    *decide(tx, args, context) {
      if (check) yield* check(tx, args as Partial<Values>, null);
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
      if (check) yield* check(tx, args.patch as Partial<Values>, row);
      const edit = { base: args.base, patch: args.patch as Record<string, unknown> };
      const updated = yield* updateRow(tx, context, entity, row, edit, `${entity}.update`);
      if (touched && updated.written.length > 0) {
        const written = yield* tx.existing(entity, args.id);
        tx.patch(entity, written, touched(written, context));
      }
      if (after) yield* after(tx, yield* tx.existing(entity, args.id), row);
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
      const patch = { archivedAt: args.archived ? context.occurredAt : null };
      tx.patch(entity, row, patch as unknown as Partial<RowOf<K>>);
      recordHistory(tx, context, `${entity}.archive`, { entity, id: row.id }, { archivedAt: standing }, patch);
      return {};
    },
  });
  return { create, update, archive };
}
