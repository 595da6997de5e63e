import { z } from 'zod';
import { settle } from '#shared/commands/approval/settle.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { rulesOf } from '#shared/commands/company/admin-commands.ts';
import { companyKeepers } from '#shared/commands/company/company.ts';
import { doneDay } from '#shared/commands/control/done-day.ts';
import { type CounterpartyForm, checkRequisites, liftStop } from '#shared/commands/counterparty.ts';
import {
  checkMayChange,
  checkReferences,
  checkSound,
  checkUnregistered,
  type DocumentForm,
  openDocument,
  withKind,
} from '#shared/commands/document.ts';
import { checkMayEdit } from '#shared/commands/kind/access.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { LOST, recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { Edited } from '#shared/commands/update-row.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import { badAccount } from '#shared/domain/requisite-rules.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** `choices` holds the value a person chose for each disputed field: mine, theirs or their own wording. */
export const resolveConflict = command({
  name: 'conflict.resolve',
  version: 1,
  args: z.object({ id: z.string(), choices: z.record(z.string(), z.unknown()) }),
  about: (args) => ({ entity: 'conflict', id: args.id }),
  *decide(tx, args, context) {
    const conflict = yield* tx.existing('conflict', args.id);
    if (conflict.state === 'resolved') throw new Refusal('ALREADY_RESOLVED', { by: conflict.resolvedById });
    const entity = conflict.objectEntity as Edited;
    const row = yield* openObject(tx, context, entity, conflict.objectId);
    const rules = rulesOf(entity);
    const missing = conflict.fields.filter((one) => !Object.hasOwn(args.choices, one.field));
    if (missing.length) throw new Refusal('BAD_INPUT', { fields: missing.map((one) => one.field) });

    const patch: Record<string, unknown> = {};
    for (const { field } of conflict.fields) {
      const standing = row[field] ?? null;
      if (!sameValue(standing, args.choices[field])) patch[field] = args.choices[field];
    }
    if (rules) yield* rules.check(tx, patch, row, context);
    if (entity === 'document') {
      yield* checkMayEdit(tx, context, row as RowOf<'document'>, patch);
      yield* checkMayChange(tx, row as RowOf<'document'>, patch);
      if (Object.hasOwn(patch, 'state'))
        Object.assign(patch, yield* doneDay(tx, context, row as RowOf<'document'>, patch));
    }
    // Shapes first: what follows looks the chosen values up in the store.
    tx.patch(entity, row as never, patch as never);
    yield* checkChosen(tx, context, entity, row, patch);
    tx.patch('conflict', conflict, {
      state: 'resolved',
      resolvedById: context.userId,
      resolvedAt: context.occurredAt,
      fields: conflict.fields.map((one) => ({ ...one, chosen: args.choices[one.field] })),
    });
    const [seen, lost] = notTaken(conflict, args.choices);
    const object = { entity, id: row.id };
    recordHistory(tx, context, 'conflict.resolve', object, { ...row, ...seen }, { ...patch, ...lost });
    if (entity === 'document') yield* settle(tx, context, row.id);
    if (rules) yield* rules.settle(tx, context, row, Object.keys(patch).length > 0);
    return {};
  },
});

/** The record of a conflict, if the actor may see it, and change records like it at all. */
function* openObject(tx: Transaction, context: Context, entity: Edited, id: string): Reading<AnyRow> {
  if (entity === 'document') return yield* openDocument(tx, context, id);
  const row: AnyRow = yield* tx.existing(entity as EntityName, id);
  // A part of a document is seen by whoever sees that.
  const { documentId } = row;
  if (typeof documentId === 'string') yield* openDocument(tx, context, documentId);
  const roles: readonly string[] | undefined = entity === 'organization' ? companyKeepers : rulesOf(entity)?.roles;
  if (roles && context.actor && !context.actor.roles.some((role) => roles.includes(role)))
    throw new Refusal('DENIED', { command: `${entity}.update`, roles: [...roles] });
  return row;
}

/** The author's values that were not chosen, and what they had seen, under names of their own: the loser stays in the history. */
function notTaken(conflict: RowOf<'conflict'>, choices: Record<string, unknown>): Record<string, unknown>[] {
  const losers = conflict.fields.filter((one) => !sameValue(one.mine, choices[one.field]));
  const named = (of: 'base' | 'mine') => Object.fromEntries(losers.map((one) => [LOST + one.field, one[of] ?? null]));
  return [named('base'), named('mine')];
}

/** A value chosen on the desk has to pass what an edit of the card would have to. */
function* checkChosen(
  tx: Transaction,
  context: Context,
  entity: Edited,
  row: { id: string },
  patch: Record<string, unknown>,
): Reading<void> {
  if (entity === 'document') yield* checkPaper(tx, context, row as RowOf<'document'>, patch);
  if (entity === 'counterparty') {
    checkRequisites(patch as Partial<CounterpartyForm>);
    yield* liftStop(tx, context, row as RowOf<'counterparty'>, patch);
  }
  if (entity !== 'bank_account') return;
  const { account, bik } = { ...row, ...patch } as RowOf<'bank_account'>;
  const bad = badAccount(account, bik);
  if (bad) throw new Refusal('BAD_REQUISITE', { ...bad });
}

/** The same for a document; its values are kept as its kind keeps them. */
function* checkPaper(
  tx: Transaction,
  context: Context,
  row: RowOf<'document'>,
  patch: Partial<DocumentForm>,
): Reading<void> {
  yield* checkReferences(tx, context, { ...patch, kindId: row.kindId });
  if (patch.number !== undefined) yield* checkUnregistered(tx, row);
  checkSound({ ...row, ...patch }, patch);
  const kept = yield* withKind(tx, context, row, patch);
  if (kept === patch) return;
  Object.assign(patch, kept);
  tx.patch('document', row, patch);
}
