import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { mergers } from '#shared/commands/counterparty-merge.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Counterparty = RowOf<'counterparty'>;

const distinguish = 'counterparty.distinguish';

/** Says that two records are different companies, or takes that back: they are offered as duplicates no more, here and everywhere. */
export const distinguishCounterparties = command({
  name: distinguish,
  version: 1,
  args: z.object({ id: z.string(), otherId: z.string(), distinct: z.boolean() }),
  roles: mergers,
  about: (args) => ({ entity: 'counterparty', id: args.id }),
  *decide(tx, { id, otherId, distinct }, context) {
    if (id === otherId) throw new Refusal('BAD_INPUT', { fields: ['otherId'] });
    const pair = [yield* tx.existing('counterparty', id), yield* tx.existing('counterparty', otherId)] as const;
    for (const [own, other] of [pair, pair.toReversed() as unknown as typeof pair]) {
      const last = yield* wordAbout(tx, own.id, other.id);
      const mark = markAfter(own, other.id, distinct, last);
      // Two who say the same say it once.
      if (!mark && (last?.told ?? false) === distinct) continue;
      const [before, after] = distinct ? [null, other.id] : [other.id, null];
      recordHistory(
        tx,
        context,
        distinguish,
        { entity: 'counterparty', id: own.id },
        { ...own, distinctFromId: before },
        { distinctFromId: after, ...mark },
      );
      if (mark) tx.patch('counterparty', own, mark);
    }
    return {};
  },
});

/** The last word about a pair in the history of one of them: whether it tells them apart, and whether a mark went with it. */
interface Word {
  told: boolean;
  unmarked: boolean;
}

function* wordAbout(tx: Transaction, id: string, otherId: string): Reading<Word | null> {
  const lines = yield* tx.list('history', 'object', id, 500, true);
  for (const { changes } of lines.filter((line) => line.action === distinguish).toReversed()) {
    const apart = changes.find((one) => one.field === 'distinctFromId');
    const unmarked = changes.some((one) => one.field === 'possibleDuplicateOf' && one.from === otherId);
    if (apart?.to === otherId) return { told: true, unmarked };
    if (apart?.from === otherId) return { told: false, unmarked };
  }
  return null;
}

/** The mark of a possible duplicate goes when the two are told apart, and comes back with them; null: it stays as it is. */
function markAfter(
  own: Counterparty,
  otherId: string,
  distinct: boolean,
  last: Word | null,
): Pick<Counterparty, 'possibleDuplicateOf'> | null {
  if (distinct) return own.possibleDuplicateOf === otherId ? { possibleDuplicateOf: null } : null;
  return last?.told && last.unmarked && own.possibleDuplicateOf === null ? { possibleDuplicateOf: otherId } : null;
}
