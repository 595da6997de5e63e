import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { type CounterpartyForm, checkRequisites, counterpartyForm, liftStop } from '#shared/commands/counterparty.ts';
import { mergeAction as action, mergeChain, standingParty, takenBy } from '#shared/commands/counterparty-chain.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { updateRow } from '#shared/commands/update-row.ts';
import type { Role } from '#shared/domain/employee.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';

type Counterparty = RowOf<'counterparty'>;

/** A merge shows at once in everybody's papers: those who keep the register do it. */
export const mergers = ['administrator', 'manager', 'accountant', 'lawyer', 'clerk'] as const satisfies readonly Role[];

const aboutParty = (args: { id: string }) => ({ entity: 'counterparty', id: args.id });

/**
 * Takes a duplicate into another record: `id` is put away, `intoId` (or whoever has taken that one in) gets the values of `patch` that were
 * chosen out of the duplicate, and its reason to stop whatever was chosen. What pointed at the duplicate is read as pointing at the record
 * that stands.
 */
export const mergeCounterparty = command({
  name: action,
  version: 1,
  args: z.object({
    id: z.string(),
    intoId: z.string(),
    patch: counterpartyForm.partial(),
    base: z.record(z.string(), z.unknown()),
  }),
  roles: mergers,
  // What a person looks at afterwards is the record that stays.
  about: (args) => aboutParty({ id: args.intoId }),
  *decide(tx, args, context) {
    const loser = yield* tx.existing('counterparty', args.id);
    const named = yield* tx.existing('counterparty', args.intoId);
    const into = yield* standingParty(tx, named);
    const taken = yield* standingParty(tx, loser);
    // The other way round, or into a third one: somebody was first, and there is never a ring.
    if (into.id === loser.id || (taken.id !== loser.id && taken.id !== into.id))
      throw new Refusal('MERGED', { entity: 'counterparty', id: loser.id, intoId: taken.id, name: taken.name });
    if (into.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'counterparty', id: into.id });
    if (taken.id === loser.id)
      tx.patch('counterparty', loser, { mergedIntoId: into.id, archivedAt: loser.archivedAt ?? context.occurredAt });
    const unmarked = into.possibleDuplicateOf === loser.id ? { possibleDuplicateOf: null } : {};
    tx.patch('counterparty', into, unmarked);
    recordHistory(tx, context, action, aboutParty(loser), loser, { mergedIntoId: into.id });
    recordHistory(tx, context, action, aboutParty(into), {}, { mergedFromId: loser.id });
    // Values were chosen beside the record that was seen; one that has taken it in since keeps its own.
    const chosen = into.id === args.intoId ? args.patch : {};
    const stop = stopFor(into, chosen, args.patch.stopReason ?? loser.stopReason ?? null);
    const patch = { ...chosen, ...stop };
    checkRequisites({ kind: into.kind, ...patch });
    const edit = { patch, base: stop ? { ...args.base, stopReason: null } : args.base };
    const { conflict, written } = yield* updateRow(tx, context, 'counterparty', { ...into, ...unmarked }, edit, action);
    if (written.includes('stopReason')) yield* liftStop(tx, context, into, patch);
    return { id: into.id, conflict };
  },
});

/** The reason that the record gets although nobody has chosen it: whoever takes a stopped company in is stopped. */
const stopFor = (
  into: Counterparty,
  chosen: Partial<CounterpartyForm>,
  reason: string | null,
): { stopReason: string } | null =>
  reason && !into.stopReason && chosen.stopReason === undefined ? { stopReason: reason } : null;

/** Takes a merge back: the record stands by itself again; values the other one had taken go back where nobody has changed them since. */
export const unmergeCounterparty = command({
  name: 'counterparty.unmerge',
  version: 1,
  args: z.object({ id: z.string() }),
  roles: mergers,
  about: aboutParty,
  *decide(tx, args, context) {
    const row = yield* tx.existing('counterparty', args.id);
    const [, into] = yield* mergeChain(tx, row);
    if (!row.mergedIntoId || !into) return {};
    const { archivedAt } = row;
    const lines = yield* tx.list('history', 'object', row.id, 500, true);
    const isPutAway = lines.some((line) => line.action === action && line.occurredAt === archivedAt);
    tx.patch('counterparty', row, {
      mergedIntoId: null,
      // What was in the archive before it was merged stays there.
      archivedAt: isPutAway ? null : archivedAt,
      possibleDuplicateOf: row.possibleDuplicateOf ?? into.id,
    });
    recordHistory(tx, context, 'counterparty.unmerge', aboutParty(row), row, { mergedIntoId: null });
    const former = into.archivedAt === null ? yield* takenFrom(tx, row, into) : {};
    tx.patch('counterparty', into, former);
    const mark = { mergedFromId: row.id };
    recordHistory(
      tx,
      context,
      'counterparty.unmerge',
      aboutParty(into),
      { ...into, ...mark },
      { ...former, mergedFromId: null },
    );
    return {};
  },
});

/**
 * Values that the standing record had before it took some of the duplicate's, as far as they still are what was taken. Several people may
 * have merged the two alike, each with values of their own.
 */
function* takenFrom(tx: Transaction, row: Counterparty, into: Counterparty): Reading<Partial<Counterparty>> {
  // In the order in which the centre took them: clocks of workstations differ.
  const all = (yield* tx.list('history', 'object', into.id, 500, true)).toSorted(
    (one, other) => arrival(one) - arrival(other),
  );
  const parted = all.findLastIndex((line) => line.changes.some((one) => isParting(one, row.id)));
  const lines = all.slice(parted + 1).filter((line) => line.action === action);
  const merges = lines.filter((line) => takenBy(line) === row.id);
  const ofMerge = (line: RowOf<'history'>) =>
    takenBy(line) === null && merges.some((one) => one.occurredAt === line.occurredAt && one.actorId === line.actorId);
  const current = into as Record<string, unknown>;
  const former: Record<string, unknown> = {};
  for (const { field, from, to } of lines
    .filter(ofMerge)
    .toReversed()
    .flatMap((line) => line.changes)) {
    const standing = Object.hasOwn(former, field) ? former[field] : current[field];
    if (sameValue(standing ?? null, to ?? null)) former[field] = from;
  }
  return former;
}

const arrival = (line: RowOf<'history'>): number => line.receivedAt ?? Number.MAX_SAFE_INTEGER;

const isParting = (change: { field: string; from?: unknown }, id: string): boolean =>
  change.field === 'mergedFromId' && change.from === id;
