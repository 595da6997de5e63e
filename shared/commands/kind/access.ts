import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import { mayCreateOf, mayEditOf } from '#shared/domain/kind/kind-access.ts';

type OfKind = Pick<DocumentRow, 'kindId'>;

/** What its kind makes of a document that becomes one of it; refuses a kind of which the actor makes none: DENIED {ownKind, right}. */
export function* beginOf(
  tx: Transaction,
  { actor }: Context,
  given: OfKind,
): Reading<Partial<Pick<DocumentRow, 'isConfidential'>>> {
  if (!given.kindId) return {};
  const kind = yield* tx.existing('document_kind', given.kindId);
  if (actor && !mayCreateOf(kind, actor)) throw new Refusal('DENIED', { ownKind: kind.label, right: 'create' });
  return kind.isConfidential ? { isConfidential: true } : {};
}

/** Who may see a document is decided by those who answer for it, whoever may change what it says. */
const apart = ['isConfidential', 'readers'];

/** Refuses a change of a document whose kind the actor may not edit: DENIED {ownKind, right}. */
export function* checkMayEdit(
  tx: Transaction,
  { actor }: Context,
  row: OfKind,
  patch: Readonly<Record<string, unknown>> | null = null,
): Reading<void> {
  if (!row.kindId || actor === null) return;
  const touched = patch && Object.keys(patch);
  if (touched && touched.length > 0 && touched.every((field) => apart.includes(field))) return;
  const kind = yield* tx.get('document_kind', row.kindId);
  if (typeof kind !== 'string' && !mayEditOf(kind, actor))
    throw new Refusal('DENIED', { ownKind: kind.label, right: 'edit' });
}

/** As `checkMayEdit`; whoever made a document may put its files to it: that is a part of making it. */
export function* checkMayFile(tx: Transaction, context: Context, row: DocumentRow): Reading<void> {
  if (row.authorId !== context.userId) yield* checkMayEdit(tx, context, row);
}
