import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import { livingDocument, partCommands } from '#shared/commands/contract/parts.ts';
import { openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { documentLink } from '#shared/domain/contract/document-link.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const fields = documentLink.fields;
const form = z.object({ otherId: fields.otherId.schema, kind: fields.kind.schema });

const links = partCommands('document_link', form, (context) => ({
  authorId: context.userId,
  createdAt: context.occurredAt,
}));

/** Links of documents that their author sees. What two people say of the same two papers is said once. */
export const documentLinkCommands = {
  ...links,
  add: command({
    ...links.add,
    *decide(tx, args, context) {
      yield* livingDocument(tx, context, args.documentId);
      yield* checkOther(tx, context, args.documentId, args.values.otherId);
      const standing = yield* livingLink(tx, args.documentId, args.values);
      return standing ? { id: standing.id } : yield* links.add.decide(tx, args, context);
    },
  }),
  update: command({
    ...links.update,
    *decide(tx, args, context) {
      yield* livingDocument(tx, context, args.documentId);
      if (args.patch.otherId !== undefined) yield* checkOther(tx, context, args.documentId, args.patch.otherId);
      return yield* links.update.decide(tx, args, context);
    },
  }),
};

/** The link of this kind from one document to another that stands. */
export function* livingLink(
  tx: Transaction,
  documentId: string,
  { otherId, kind }: z.infer<typeof form>,
): Reading<RowOf<'document_link'> | undefined> {
  const all = yield* tx.list('document_link', 'document', documentId, 1_000);
  return all.find((one) => one.otherId === otherId && one.kind === kind && one.archivedAt === null);
}

function* checkOther(tx: Transaction, context: Context, documentId: string, otherId: string): Reading<void> {
  if (otherId === documentId) throw new Refusal('BAD_INPUT', { field: 'otherId' });
  yield* openDocument(tx, context, otherId);
}
