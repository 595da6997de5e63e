import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { standingParty } from '#shared/commands/counterparty-chain.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { counterpartyCheck } from '#shared/domain/company/counterparty-check.ts';

const fields = counterpartyCheck.fields;

/** Notes what a look at a counterparty outside Opora has shown. */
export const addCounterpartyCheck = command({
  name: 'counterparty_check.add',
  version: 1,
  args: z.object({
    counterpartyId: z.string(),
    source: fields.source.schema.pipe(z.string().trim().min(1)),
    checkedOn: fields.checkedOn.schema,
    validUntil: fields.validUntil.schema,
    result: fields.result.schema,
    comment: fields.comment.schema,
  }),
  about: (args) => ({ entity: 'counterparty', id: args.counterpartyId }),
  *decide(tx, args, context) {
    const party = yield* standingParty(tx, yield* tx.existing('counterparty', args.counterpartyId));
    const id = tx.id();
    tx.put('counterparty_check', {
      ...args,
      counterpartyId: party.id,
      id,
      authorId: context.userId,
      createdAt: context.occurredAt,
    });
    const object = { entity: 'counterparty', id: party.id };
    recordHistory(
      tx,
      context,
      'counterparty_check.add',
      object,
      {},
      { result: args.result, checkedOn: args.checkedOn },
    );
    return { id };
  },
});
