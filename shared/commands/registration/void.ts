import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { keptJournal, registrars, toEnter } from '#shared/commands/registration/in-journal.ts';
import { Refusal } from '#shared/domain/error.ts';

const reason = z.string().trim().min(1).max(2_000);

/** Takes a registration back: the number stays with it and is never given again, the document is as it was before. */
export const voidRegistration = command({
  name: 'registration.void',
  version: 1,
  args: z.object({ id: z.string(), documentId: z.string(), reason }),
  roles: registrars,
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    const row = yield* tx.existing('registration', args.id);
    if (row.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'registration', id: args.id });
    if (row.voidedAt !== null) throw new Refusal('ALREADY_DECIDED', { id: row.id });
    yield* keptJournal(tx, context, row.journalId);
    tx.patch('registration', row, {
      ...{ voidedAt: context.occurredAt, voidedById: context.userId, voidReason: args.reason },
    });
    // What has been done with the paper since stays done.
    const isEntered = document.state === 'reg' && toEnter.includes(row.stateBefore);
    const state = isEntered ? row.stateBefore : document.state;
    const patch = { number: row.numberBefore, registeredAt: null, state };
    tx.patch('document', document, patch);
    const told = { ...patch, comment: args.reason };
    recordHistory(tx, context, 'registration.void', { entity: 'document', id: document.id }, document, told);
    return {};
  },
});
