import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { keptJournal } from '#shared/commands/registration/in-journal.ts';
import { Refusal } from '#shared/domain/error.ts';
import { numberGap } from '#shared/domain/registration/journal.ts';

const { fields } = numberGap;

/** Says why numbers of a journal have no document. A later word on the same numbers is the one that counts; none is taken away. */
export const explainNumbers = command({
  name: 'number.explain',
  version: 1,
  args: z.object({
    journalId: z.string(),
    period: fields.period.schema,
    from: z.number().int().positive(),
    to: z.number().int().positive(),
    reason: fields.reason.schema,
    note: fields.note.schema.pipe(z.string().trim().min(1)),
  }),
  roles: ['administrator', 'clerk'],
  about: (args) => ({ entity: 'journal', id: args.journalId }),
  *decide(tx, args, context) {
    const journal = yield* keptJournal(tx, context, args.journalId);
    if (args.to < args.from) throw new Refusal('BAD_INPUT', { field: 'to' });
    const id = tx.id();
    tx.put('number_gap', {
      ...args,
      ...{ id, journalId: journal.id, authorId: context.userId, explainedAt: context.occurredAt },
    });
    return { id };
  },
});
