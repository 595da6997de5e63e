import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { partCommands, partOf } from '#shared/commands/contract/parts.ts';
import { openDocument } from '#shared/commands/document.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { keyDate } from '#shared/domain/contract/key-date.ts';

const fields = keyDate.fields;
const form = z.object({
  kind: fields.kind.schema,
  title: fields.title.schema,
  date: fields.date.schema,
  remindDays: fields.remindDays.schema,
  responsibleId: fields.responsibleId.schema,
});

export const keyDateCommands = partCommands('key_date', form, (context) => ({
  createdAt: context.occurredAt,
  doneAt: null,
  doneById: null,
}));

/** The day has been dealt with (or, with `done` false, has not after all): nobody is reminded any more. */
export const settleKeyDate = command({
  name: 'key_date.settle',
  version: 1,
  args: z.object({ documentId: z.string(), id: z.string(), done: z.boolean() }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    yield* openDocument(tx, context, args.documentId);
    const row = yield* partOf(tx, 'key_date', args);
    if ((row.doneAt !== null) === args.done) return {};
    const patch = args.done
      ? { doneAt: context.occurredAt, doneById: context.userId }
      : { doneAt: null, doneById: null };
    tx.patch('key_date', row, patch);
    const object = { entity: 'document', id: args.documentId };
    recordHistory(tx, context, 'key_date.settle', object, {}, { keyDate: row.title || row.kind, done: args.done });
    return {};
  },
});
