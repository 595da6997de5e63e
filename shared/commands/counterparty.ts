import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import { familyOf, standingParty } from '#shared/commands/counterparty-chain.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { updateRow } from '#shared/commands/update-row.ts';
import { counterparty, counterpartyKey } from '#shared/domain/counterparty.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { firstBadRequisite } from '#shared/domain/requisite-rules.ts';

const fields = counterparty.fields;
export const counterpartyForm = z.object({
  kind: fields.kind.schema,
  name: fields.name.schema.pipe(z.string().trim().min(1)),
  legalForm: fields.legalForm.schema,
  fullName: fields.fullName.schema,
  inn: fields.inn.schema,
  kpp: fields.kpp.schema,
  ogrn: fields.ogrn.schema,
  address: fields.address.schema,
  phone: fields.phone.schema,
  email: fields.email.schema,
  note: fields.note.schema,
  limitAmount: fields.limitAmount.schema.optional(),
  stopReason: fields.stopReason.schema.optional(),
});
export type CounterpartyForm = z.infer<typeof counterpartyForm>;

export const createCounterparty = command({
  name: 'counterparty.create',
  version: 1,
  args: counterpartyForm,
  *decide(tx, args, context) {
    checkRequisites(args);
    return { id: yield* putCounterparty(tx, context, args) };
  },
});

export const updateCounterparty = command({
  name: 'counterparty.update',
  version: 1,
  args: z.object({ id: z.string(), patch: counterpartyForm.partial(), base: z.record(z.string(), z.unknown()) }),
  about: (args) => ({ entity: 'counterparty', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('counterparty', args.id);
    notMerged(row);
    if (row.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'counterparty', id: row.id });
    checkRequisites({ kind: row.kind, ...args.patch });
    const updated = yield* updateRow(tx, context, 'counterparty', row, args, 'counterparty.update');
    if (updated.written.includes('stopReason')) yield* liftStop(tx, context, row, args.patch);
    return updated;
  },
});

const idArgs = z.object({ id: z.string() });

export const archiveCounterparty = command({
  name: 'counterparty.archive',
  version: 1,
  args: idArgs,
  about: (args) => ({ entity: 'counterparty', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('counterparty', args.id);
    if (row.archivedAt !== null) return {};
    const patch = { archivedAt: context.occurredAt };
    tx.patch('counterparty', row, patch);
    recordHistory(tx, context, 'counterparty.archive', { entity: 'counterparty', id: row.id }, row, patch);
    return {};
  },
});

export const restoreCounterparty = command({
  name: 'counterparty.restore',
  version: 1,
  args: idArgs,
  about: (args) => ({ entity: 'counterparty', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('counterparty', args.id);
    notMerged(row);
    if (row.archivedAt === null) return {};
    tx.patch('counterparty', row, { archivedAt: null });
    const object = { entity: 'counterparty', id: row.id };
    recordHistory(tx, context, 'counterparty.restore', object, row, { archivedAt: null });
    return {};
  },
});

/** A new record; one with the same ИНН+КПП is accepted and marked as a possible duplicate of the oldest, never refused. */
export function* putCounterparty(tx: Transaction, context: Context, form: CounterpartyForm): Reading<string> {
  const key = counterpartyKey(form.inn, form.kpp);
  const same = key === null ? undefined : yield* tx.byKey('counterparty', 'innKpp', key);
  const older = same && (yield* standingParty(tx, same));
  const id = tx.id();
  tx.put('counterparty', {
    ...form,
    id,
    possibleDuplicateOf: older?.id ?? null,
    authorId: context.userId,
    createdAt: context.occurredAt,
    archivedAt: null,
  });
  return id;
}

/** A reason to stop that is lifted from a record is lifted from all it has taken in: they are one company, and cannot be changed themselves. */
export function* liftStop(
  tx: Transaction,
  context: Context,
  row: RowOf<'counterparty'>,
  written: Partial<CounterpartyForm>,
): Reading<void> {
  if (written.stopReason !== null) return;
  const lifted = { stopReason: null };
  for (const one of yield* familyOf(tx, row)) {
    if (one.id === row.id || !one.mergedIntoId || !one.stopReason) continue;
    tx.patch('counterparty', one, lifted);
    recordHistory(tx, context, 'counterparty.update', { entity: 'counterparty', id: one.id }, one, lifted);
  }
}

/** A merged record lives on in the one that took it in: that one is changed, and only a merge taken back brings it out again. */
function notMerged(row: RowOf<'counterparty'>): void {
  if (row.mergedIntoId) throw new Refusal('MERGED', { entity: 'counterparty', id: row.id, intoId: row.mergedIntoId });
}

/** Refuses the first ИНН, КПП or ОГРН that does not pass its check. */
export function checkRequisites(form: Partial<CounterpartyForm>): void {
  const bad = firstBadRequisite(form);
  if (bad) throw new Refusal('BAD_REQUISITE', { ...bad });
}
