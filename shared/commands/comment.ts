import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import { comment } from '#shared/domain/comment.ts';

export const addComment = command({
  name: 'comment.add',
  version: 1,
  args: z.object({
    objectEntity: comment.fields.objectEntity.schema,
    objectId: z.string(),
    text: comment.fields.text.schema.pipe(z.string().trim().min(1)),
  }),
  about: (args) => ({ entity: args.objectEntity, id: args.objectId }),
  *decide(tx, args, context) {
    if (args.objectEntity === 'document') yield* openDocument(tx, context, args.objectId);
    else yield* tx.existing('counterparty', args.objectId);
    const id = tx.id();
    const times = { occurredAt: context.occurredAt, receivedAt: context.receivedAt };
    tx.put('comment', { ...args, ...times, id, authorId: context.userId });
    return { id };
  },
});
