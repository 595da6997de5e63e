import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { keptJournal, openJournal, registrars } from '#shared/commands/registration/in-journal.ts';
import { takeNumbers } from '#shared/commands/registration/numbering.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import {
  heardOf,
  type JournalRow,
  mostLeased,
  type NumberBlockRow,
  reclaimAfter,
} from '#shared/domain/registration/journal.ts';
import { periodOf } from '#shared/domain/registration/period.ts';
import { registration } from '#shared/domain/registration/registration.ts';
import { addDays } from '#shared/lib/dates/dates.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';

/** Numbers are given ahead for days near the present one only. */
const nearDays = 40;

/**
 * Numbers of a journal for this workstation, for days without a link. Only the centre grants them: on the workstation nothing happens
 * until the block arrives with the next exchange. What others have given back goes first.
 */
export const leaseNumbers = command({
  name: 'journal.lease',
  version: 1,
  args: z.object({
    journalId: z.string(),
    count: z.number().int().min(1).max(mostLeased),
    /** A day of the period they are for. */
    date: registration.fields.date.schema,
  }),
  roles: registrars,
  about: (args) => ({ entity: 'journal', id: args.journalId }),
  *decide(tx, args, context) {
    const journal = yield* openJournal(tx, context, args.journalId);
    if (context.where !== 'centre') return null;
    if (context.client === null || journal.leaseSize === 0) throw new Refusal('DENIED', { journal: journal.id });
    const today = localDate([], context.receivedAt ?? context.occurredAt);
    if (args.date < addDays(today, -nearDays) || args.date > addDays(today, nearDays))
      throw new Refusal('BAD_PERIOD', { date: args.date });
    const period = periodOf(journal.period, args.date);
    const block = yield* grant(tx, context, journal, period, args.count);
    return { id: block.id, from: block.from, to: block.to };
  },
});

function* grant(
  tx: Transaction,
  context: Context,
  journal: JournalRow,
  period: string,
  count: number,
): Reading<NumberBlockRow> {
  const holder = {
    ...{ client: context.client, userId: context.userId, deviceName: context.deviceName },
    ...{ grantedAt: context.receivedAt ?? context.occurredAt, returnedAt: null },
  };
  const free = yield* tx.byKey('number_block', 'free', `${journal.id}/${period}`);
  const size = free ? free.to - free.from + 1 : 0;
  if (free && size <= count) {
    tx.patch('number_block', free, holder);
    return { ...free, ...holder };
  }
  const from = free ? free.from : yield* takeNumbers(tx, journal, period, count);
  if (free) tx.patch('number_block', free, { from: free.from + count });
  const block = { id: tx.id(), journalId: journal.id, period, from, to: from + count - 1, ...holder };
  tx.put('number_block', block);
  return block;
}

/**
 * Gives back the numbers of a block behind the last one used: for others when its period goes on, for the register of gaps otherwise. By
 * the workstation that holds it, or by an administrator once nothing has come from there for 400 days.
 */
export const returnNumbers = command({
  name: 'journal.return',
  version: 1,
  args: z.object({ blockId: z.string() }),
  roles: registrars,
  *decide(tx, { blockId }, context) {
    const block = yield* tx.existing('number_block', blockId);
    yield* keptJournal(tx, context, block.journalId);
    if (block.client === null || block.returnedAt !== null) return {};
    const at = context.receivedAt ?? context.occurredAt;
    const used = yield* tx.list('registration', 'block', block.id, mostLeased, true);
    const isLost = at - heardOf(block, used) > reclaimAfter && context.actor?.roles.includes('administrator');
    if (block.client !== context.client && !isLost) throw new Refusal('NUMBER_NOT_YOURS', { period: block.period });
    const last = Math.max(block.from - 1, ...used.map((row) => row.seq ?? 0));
    if (last < block.from) tx.patch('number_block', block, { client: null, returnedAt: at });
    else {
      tx.patch('number_block', block, { to: last, returnedAt: at });
      if (last < block.to)
        tx.put('number_block', { ...block, id: tx.id(), from: last + 1, client: null, returnedAt: at });
    }
    return {};
  },
});
