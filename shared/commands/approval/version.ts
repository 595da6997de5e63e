import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { type Content, contentOf, hashSpec } from '#shared/domain/approval/content-hash.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** What a document says now: its content fields and the files that decisions cover. */
export function* contentNow(tx: Transaction, document: RowOf<'document'>): Reading<Content> {
  return contentOf(document, yield* tx.list('attachment', 'document', document.id, 1_000));
}

/** The number of the version that says exactly this; a new version is written when none does. A text that comes back keeps its number. */
export function* versionFor(
  tx: Transaction,
  context: Context,
  document: RowOf<'document'>,
  content: Content,
  note: string | null,
): Reading<number> {
  const versions = yield* tx.list('document_version', 'document', document.id, 2_000);
  const known = versions.find((one) => one.hash === content.hash);
  if (known) return known.number;
  const number = versions.reduce((highest, one) => Math.max(highest, one.number), 0) + 1;
  tx.put('document_version', {
    id: tx.id(),
    documentId: document.id,
    number,
    hash: content.hash,
    hashSpec,
    content: content.content,
    files: content.files,
    note,
    authorId: context.userId,
    occurredAt: context.occurredAt,
    receivedAt: context.receivedAt,
  });
  return number;
}
