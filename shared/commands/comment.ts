import { z } from 'zod';
import { letIn } from '#shared/commands/approval/acting.ts';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { comment } from '#shared/domain/comment.ts';
import { Refusal } from '#shared/domain/error.ts';

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
    const about =
      args.objectEntity === 'document'
        ? yield* openDocument(tx, context, args.objectId)
        : yield* tx.existing('counterparty', args.objectId);
    if (about.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: args.objectEntity, id: about.id });
    const mentions = yield* mentioned(tx, args.text);
    if (args.objectEntity === 'document') yield* letIn(tx, args.objectId, mentions);
    const id = tx.id();
    const times = { occurredAt: context.occurredAt, receivedAt: context.receivedAt };
    tx.put('comment', { ...args, ...times, id, authorId: context.userId, mentions });
    return { id };
  },
});

/** Employees called in a text by @login; each of them is shown the record and told. */
export function* mentioned(tx: Transaction, text: string): Reading<string[]> {
  const logins = [...text.matchAll(/(?:^|[\s(])@([a-z0-9._-]{2,60})/giu)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
  const ids: string[] = [];
  for (const login of [...new Set(logins)].slice(0, 50)) {
    const found = yield* tx.byKey('employee', 'login', login.replace(/[.-]+$/, ''));
    if (found && found.state === 'active') ids.push(found.id);
  }
  return ids;
}
