import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { updateRow } from '#shared/commands/update-row.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Records that belong to a document and are edited one by one beside it. */
type Part = 'key_date' | 'obligation' | 'protocol_item' | 'document_link';

/**
 * The three commands of a part: added, changed field by field, put away. `made` gives the fields that no person fills in.
 */
export function partCommands<P extends Part, F extends z.ZodRawShape>(
  part: P,
  form: z.ZodObject<F>,
  made: (context: Context) => Partial<RowOf<P>>,
) {
  const about = (args: { documentId: string }) => ({ entity: 'document', id: args.documentId });
  const add = command({
    name: `${part}.add`,
    version: 1,
    args: z.object({ documentId: z.string(), values: form }),
    about,
    *decide(tx, args, context) {
      yield* livingDocument(tx, context, args.documentId);
      const id = tx.id();
      const row = { ...made(context), ...args.values, id, documentId: args.documentId, archivedAt: null };
      tx.put(part, row as unknown as RowOf<P>);
      recordHistory(tx, context, `${part}.add`, about(args), {}, args.values as Record<string, unknown>);
      return { id };
    },
  });
  const update = command({
    name: `${part}.update`,
    version: 1,
    args: z.object({
      documentId: z.string(),
      id: z.string(),
      patch: form.partial(),
      base: z.record(z.string(), z.unknown()),
    }),
    about,
    *decide(tx, args, context) {
      yield* livingDocument(tx, context, args.documentId);
      const row = yield* partOf(tx, part, args);
      const edit = { base: args.base, patch: args.patch as Record<string, unknown> };
      const updated = yield* updateRow(tx, context, part, row, edit, `${part}.update`);
      const written = Object.fromEntries(updated.written.map((field) => [field, edit.patch[field]]));
      // Its own history serves the conflict desk; people read that of the document.
      if (updated.written.length > 0)
        recordHistory(tx, context, `${part}.update`, about(args), row as Record<string, unknown>, written);
      return updated;
    },
  });
  const archive = command({
    name: `${part}.archive`,
    version: 1,
    args: z.object({ documentId: z.string(), id: z.string() }),
    about,
    *decide(tx, args, context) {
      yield* livingDocument(tx, context, args.documentId);
      const row = yield* partOf(tx, part, args);
      if (row.archivedAt !== null) return {};
      tx.patch(part, row, { archivedAt: context.occurredAt } as unknown as Partial<RowOf<P>>);
      recordHistory(tx, context, `${part}.archive`, about(args), { [part]: row.id }, { [part]: null });
      return {};
    },
  });
  return { add, update, archive };
}

export function* livingDocument(tx: Transaction, context: Context, id: string): Reading<RowOf<'document'>> {
  const document = yield* openDocument(tx, context, id);
  if (document.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id });
  return document;
}

/** The part, if it belongs to the document it was named with. */
export function* partOf<P extends Part>(
  tx: Transaction,
  part: P,
  args: { documentId: string; id: string },
): Reading<RowOf<P>> {
  const row = yield* tx.existing(part, args.id);
  if (row.documentId !== args.documentId) throw new Refusal('NOT_FOUND', { entity: part, id: args.id });
  return row;
}
