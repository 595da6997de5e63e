import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { partCommands, partOf } from '#shared/commands/contract/parts.ts';
import { openDocument } from '#shared/commands/document.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { obligation } from '#shared/domain/contract/obligation.ts';

const fields = obligation.fields;
const form = z.object({
  kind: fields.kind.schema,
  side: fields.side.schema,
  title: fields.title.schema.pipe(z.string().trim().min(1)),
  dueDate: fields.dueDate.schema,
  amount: fields.amount.schema,
  note: fields.note.schema,
});

export const obligationCommands = partCommands('obligation', form, (context) => ({
  createdAt: context.occurredAt,
  state: 'planned' as const,
  doneOn: null,
  doneDocumentId: null,
}));

/** Fulfilled on a day, called off, or open again. */
export const settleObligation = command({
  name: 'obligation.settle',
  version: 1,
  args: z.object({
    documentId: z.string(),
    id: z.string(),
    state: fields.state.schema,
    doneOn: fields.doneOn.schema,
    doneDocumentId: fields.doneDocumentId.schema,
  }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    yield* openDocument(tx, context, args.documentId);
    const row = yield* partOf(tx, 'obligation', args);
    const done = args.state === 'done';
    const patch = {
      state: args.state,
      doneOn: done ? args.doneOn : null,
      doneDocumentId: done ? args.doneDocumentId : null,
    };
    tx.patch('obligation', row, patch);
    const object = { entity: 'document', id: args.documentId };
    const before = { state: row.state, doneOn: row.doneOn, doneDocumentId: row.doneDocumentId };
    // The line has to say which one: its title stands there as if it were new.
    recordHistory(tx, context, 'obligation.settle', object, before, { title: row.title, ...patch });
    return {};
  },
});
