import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { checkRequisites, counterpartyForm } from '#shared/commands/counterparty.ts';
import { mergeChain, standingParty } from '#shared/commands/counterparty-chain.ts';
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
const action = 'counterparty.merge';

/**
 * Takes a duplicate into another record: `id` is put away, `intoId` (or whoever has taken that one in) gets the values of `patch` that were
 * chosen out of the duplicate. What pointed at the duplicate is read as pointing at the record that stands.
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
    const patch = into.id === args.intoId ? args.patch : {};
    checkRequisites({ kind: into.kind, ...patch });
    const edit = { patch, base: args.base };
    const { conflict } = yield* updateRow(tx, context, 'counterparty', { ...into, ...unmarked }, edit, action);
    return { id: into.id, conflict };
  },
});

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
    tx.patch('counterparty', row, { mergedIntoId: null, archivedAt: null, possibleDuplicateOf: into.id });
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

/** Values that the standing record had before it took some of the duplicate's, as far as they still are what was taken. */
function* takenFrom(tx: Transaction, row: Counterparty, into: Counterparty): Reading<Partial<Counterparty>> {
  const lines = (yield* tx.list('history', 'object', into.id, 500, true)).filter((line) => line.action === action);
  const from = (line: RowOf<'history'>) => line.changes.find((change) => change.field === 'mergedFromId')?.to;
  const merge = lines.findLast((line) => from(line) === row.id);
  const current = into as Record<string, unknown>;
  const changes = lines
    .filter(
      (line) => from(line) === undefined && line.occurredAt === merge?.occurredAt && line.actorId === merge.actorId,
    )
    .flatMap((line) => line.changes)
    .filter((change) => sameValue(current[change.field] ?? null, change.to ?? null));
  return Object.fromEntries(changes.map((change) => [change.field, change.from]));
}

/** Says that two records are different companies, or takes that back: they are offered as duplicates no more, here and everywhere. */
export const distinguishCounterparties = command({
  name: 'counterparty.distinguish',
  version: 1,
  args: z.object({ id: z.string(), otherId: z.string(), distinct: z.boolean() }),
  roles: mergers,
  about: aboutParty,
  *decide(tx, { id, otherId, distinct }, context) {
    if (id === otherId) throw new Refusal('BAD_INPUT', { fields: ['otherId'] });
    const pair = [yield* tx.existing('counterparty', id), yield* tx.existing('counterparty', otherId)] as const;
    for (const [own, other] of [pair, pair.toReversed() as unknown as typeof pair]) {
      const [before, after] = distinct ? [null, other.id] : [other.id, null];
      recordHistory(
        tx,
        context,
        'counterparty.distinguish',
        aboutParty(own),
        { distinctFromId: before },
        { distinctFromId: after },
      );
      if (distinct && own.possibleDuplicateOf === other.id)
        tx.patch('counterparty', own, { possibleDuplicateOf: null });
    }
    return {};
  },
});
