import { z } from 'zod';
import { checkSigning, policiesOf } from '#shared/commands/approval/signing.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { livingDocument } from '#shared/commands/contract/parts.ts';
import { addKeyDates, settleEffective } from '#shared/commands/contract/planned-key-dates.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { document, isContract } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

export const contractSteps = ['signed', 'registered', 'performing', 'completed', 'terminated'] as const;
export type ContractStep = (typeof contractSteps)[number];

const args = z.object({
  id: z.string(),
  to: z.enum(contractSteps),
  /** The day of signing, completion or termination. */
  date: document.fields.date.schema,
  /** For registration. */
  number: document.fields.number.schema,
  comment: z.string().max(2_000).nullable(),
});

/** The stages of a contract after its approval: signed, registered, performed, ended. Each follows the one before. */
export const advanceContract = command({
  name: 'contract.advance',
  version: 1,
  args,
  about: (given) => ({ entity: 'document', id: given.id }),
  *decide(tx, given, context) {
    const row = yield* livingDocument(tx, context, given.id);
    if (!isContract(row.kind)) throw new Refusal('WRONG_STAGE', { state: row.state, to: given.to });
    const patch = yield* patchFor(tx, context, row, given);
    tx.patch('document', row, patch);
    recordHistory(tx, context, 'contract.advance', { entity: 'document', id: row.id }, row, {
      ...patch,
      comment: given.comment,
    });
    if (given.to === 'performing') yield* settleEffective(tx, context, row.id);
    if (given.to === 'registered') yield* addKeyDates(tx, context, { ...row, ...patch });
    return {};
  },
});

function* patchFor(
  tx: Transaction,
  context: Context,
  row: RowOf<'document'>,
  given: z.infer<typeof args>,
): Reading<Partial<RowOf<'document'>>> {
  const wrong = new Refusal('WRONG_STAGE', { state: row.state, to: given.to });
  if (given.to === 'signed') {
    if (row.signedOn || row.registeredAt) throw wrong;
    yield* checkApproved(tx, row);
    yield* checkSigning(tx, context, row);
    return { signedOn: given.date, state: 'sign' };
  }
  if (given.to === 'registered') {
    if (!row.signedOn || row.registeredAt) throw wrong;
    if (!given.number?.trim()) throw new Refusal('BAD_INPUT', { field: 'number' });
    return { number: given.number.trim(), registeredAt: context.receivedAt ?? context.occurredAt, state: 'reg' };
  }
  if (!row.registeredAt || row.state === 'done' || row.state === 'void') throw wrong;
  if (given.to === 'performing') return { state: 'perform' };
  return given.to === 'completed' ? { state: 'done', doneOn: given.date } : { state: 'void' };
}

/** A round under way has the word; without one the company's policy decides. */
function* checkApproved(tx: Transaction, row: RowOf<'document'>): Reading<void> {
  const round = row.approvalId ? yield* tx.existing('approval', row.approvalId) : null;
  if (round?.state === 'approved') return;
  if (round?.state === 'running') throw new Refusal('NOT_APPROVED', { id: row.id });
  const { approvalBeforeSigning } = yield* policiesOf(tx);
  if (approvalBeforeSigning) throw new Refusal('NOT_APPROVED', { id: row.id });
}
