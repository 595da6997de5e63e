import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import { livingDocument } from '#shared/commands/contract/parts.ts';
import { checkOwnPaper, openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { document } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** Shelf, binder or person. */
const place = z.string().max(200).nullable();
const comment = z.string().max(2_000).nullable();
const about = (args: { id: string }) => ({ entity: 'document', id: args.id });
type Papers = Partial<Pick<RowOf<'document'>, 'originals' | 'originalsDueOn' | 'originalsPlace'>>;

/** The paper leaves the house: with whom it is, and by which day it has to be back. Sent again it has another day. */
export const sendOriginals = command({
  name: 'originals.send',
  version: 1,
  args: z.object({ id: z.string(), place, dueOn: document.fields.date.schema.nullable(), comment }),
  about,
  *decide(tx, args, context) {
    const row = yield* livingDocument(tx, context, args.id);
    const patch = { originals: 'sent' as const, originalsDueOn: args.dueOn, originalsPlace: args.place };
    return yield* note(tx, context, row, 'originals.send', patch, args.comment);
  },
});

/** The paper is back, and where it is kept. Of a document in the archive as well: papers come late. */
export const receiveOriginals = command({
  name: 'originals.receive',
  version: 1,
  args: z.object({ id: z.string(), place, comment }),
  about,
  *decide(tx, args, context) {
    const row = yield* openDocument(tx, context, args.id);
    // Two who receive the same paper say the same; a shelf that one of them names stays.
    const kept = row.originals === 'returned' && args.place === null ? (row.originalsPlace ?? null) : args.place;
    const patch = { originals: 'returned' as const, originalsDueOn: null, originalsPlace: kept };
    return yield* note(tx, context, row, 'originals.receive', patch, args.comment);
  },
});

/** The paper cannot be found; why, or what is done about it, is said. */
export const loseOriginals = command({
  name: 'originals.lose',
  version: 1,
  args: z.object({ id: z.string(), reason: z.string().trim().min(1).max(2_000) }),
  about,
  *decide(tx, args, context) {
    const row = yield* openDocument(tx, context, args.id);
    const patch = { originals: 'lost' as const, originalsDueOn: null };
    return yield* note(tx, context, row, 'originals.lose', patch, null, args.reason);
  },
});

/** Where the paper is kept, without its having been anywhere. */
export const keepOriginals = command({
  name: 'originals.keep',
  version: 1,
  args: z.object({ id: z.string(), place }),
  about,
  *decide(tx, args, context) {
    const row = yield* livingDocument(tx, context, args.id);
    if (row.originals === 'sent') throw new Refusal('ORIGINALS_OUT', { id: row.id });
    return yield* note(tx, context, row, 'originals.keep', { originalsPlace: args.place }, null);
  },
});

/** Writes what has changed with its line of history; nothing when it stands so already. */
function* note(
  tx: Transaction,
  context: Context,
  row: RowOf<'document'>,
  action: string,
  papers: Papers,
  words: string | null,
  reason?: string,
): Reading<{ changed: boolean }> {
  checkOwnPaper(action, row);
  if (row.kind === 'template') throw new Refusal('DENIED', { command: action, kind: row.kind });
  const standing: Record<string, unknown> = row;
  const patch = Object.fromEntries(
    Object.entries(papers).filter(([field, value]) => !sameValue(standing[field] ?? null, value)),
  ) as Papers;
  if (Object.keys(patch).length === 0 && !words && !reason) return { changed: false };
  tx.patch('document', row, patch);
  const told = { ...patch, comment: words, ...(reason ? { reason } : {}) };
  recordHistory(tx, context, action, { entity: 'document', id: row.id }, row, told);
  return { changed: true };
}
