import { z } from 'zod';
import { attachedFile } from '#shared/commands/attachment.ts';
import { bankAccountForm } from '#shared/commands/bank-account.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { counterpartyForm, putCounterparty } from '#shared/commands/counterparty.ts';
import { standingParty } from '#shared/commands/counterparty-chain.ts';
import { checkOwnPaper, checkReferences, origin } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { counterpartyKey } from '#shared/domain/counterparty.ts';
import { document } from '#shared/domain/document.ts';
import { documentLine } from '#shared/domain/document-line.ts';

const fields = document.fields;
const line = documentLine.fields;

export const importedDocument = z.object({
  /** The same paper from any file, on any workstation, has the same key. */
  key: z.string().min(1).max(200),
  format: z.string().max(60),
  kind: fields.kind.schema,
  number: fields.number.schema,
  date: fields.date.schema,
  subject: fields.subject.schema,
  amount: fields.amount.schema,
  vatAmount: fields.vatAmount.schema,
  currency: fields.currency.schema,
  note: fields.note.schema,
  branchId: z.string(),
  responsibleId: fields.responsibleId.schema,
  counterparty: counterpartyForm.nullable(),
  /** Accounts of the counterparty named in the file, and our own under `own`. */
  accounts: z.array(bankAccountForm.extend({ own: z.boolean() })).max(10),
  lines: z
    .array(
      z.object({
        name: line.name.schema,
        unit: line.unit.schema,
        quantity: line.quantity.schema,
        price: line.price.schema,
        vatRate: line.vatRate.schema,
        sumWithoutVat: line.sumWithoutVat.schema,
        vatSum: line.vatSum.schema,
        sum: line.sum.schema,
      }),
    )
    .max(10_000),
  file: attachedFile.nullable(),
});
export type ImportedDocument = z.infer<typeof importedDocument>;

/**
 * One paper out of a file: finds or creates its counterparty by ИНН+КПП and its accounts, then the document with its lines.
 * A paper with a known key creates nothing; fields that differ from the stored ones are told, never overwritten.
 */
export const importDocument = command({
  name: 'document.import',
  version: 1,
  args: importedDocument,
  *decide(tx, args, context) {
    const known = yield* tx.byKey('document', 'sourceKey', args.key);
    if (known) {
      const compared = ['number', 'date', 'amount', 'vatAmount', 'currency'] as const;
      // Of a paper that the person may not see only its existence is told.
      const seen = context.sees('document', known) ? compared : [];
      const differs = seen.filter((field) => known[field] !== args[field]);
      const values = differs.map((field) => ({ field, stored: known[field], file: args[field] }));
      return {
        id: known.id,
        created: false,
        counterparty: null,
        counterpartyCreated: false,
        accounts: 0,
        differs: values,
      };
    }
    yield* checkReferences(tx, context, { branchId: args.branchId, responsibleId: args.responsibleId });
    checkOwnPaper('document.import', args);
    const owner = args.counterparty ? yield* matchCounterparty(tx, context, args.counterparty) : null;
    let accounts = 0;
    for (const account of args.accounts) accounts += yield* addAccount(tx, context, account, owner?.id ?? null);

    const { key, format, counterparty: _party, accounts: _accounts, lines, file, ...card } = args;
    const id = tx.id();
    tx.put('document', {
      ...card,
      ...origin(context),
      id,
      counterpartyId: owner?.id ?? null,
      state: 'reg',
      dueDate: null,
      labels: [],
      sourceKey: key,
      sourceFormat: format,
    });
    for (const [n, one] of lines.entries())
      tx.put('document_line', { ...one, id: tx.id(), documentId: id, position: n + 1 });
    if (file) {
      const origin = { authorId: context.userId, createdAt: context.occurredAt, verifiedAt: null, archivedAt: null };
      tx.put('attachment', { ...file, ...origin, id: tx.id(), documentId: id });
    }
    return {
      id,
      created: true,
      counterparty: owner?.id ?? null,
      counterpartyCreated: owner?.created ?? false,
      accounts,
      differs: [],
    };
  },
});

function* matchCounterparty(
  tx: Transaction,
  context: Context,
  form: z.infer<typeof counterpartyForm>,
): Reading<{ id: string; created: boolean }> {
  const key = counterpartyKey(form.inn, form.kpp);
  const same = key === null ? undefined : yield* tx.byKey('counterparty', 'innKpp', key);
  if (same) return { id: (yield* standingParty(tx, same)).id, created: false };
  if (form.inn && !form.kpp) {
    const byInn = yield* tx.byKey('counterparty', 'inn', form.inn);
    if (byInn) return { id: (yield* standingParty(tx, byInn)).id, created: false };
  }
  return { id: yield* putCounterparty(tx, context, form), created: true };
}

function* addAccount(
  tx: Transaction,
  context: Context,
  given: z.infer<typeof bankAccountForm> & { own: boolean },
  owner: string | null,
): Reading<number> {
  const { own, ...account } = given;
  if (!own && owner === null) return 0;
  const known = yield* tx.byKey('bank_account', 'account', `${account.account}/${account.bik ?? ''}`);
  if (known) return 0;
  const counterpartyId = own ? null : owner;
  tx.put('bank_account', { ...account, id: tx.id(), counterpartyId, createdAt: context.occurredAt, archivedAt: null });
  return 1;
}
