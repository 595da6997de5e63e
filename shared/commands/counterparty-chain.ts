import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Counterparty = RowOf<'counterparty'>;

/** More records than anybody merges one into another; a longer way is not followed. */
const longest = 100;

/**
 * The record itself, then whoever took it in, up to the one that stands for all of them. References are never moved at a merge: whoever
 * reads one follows it here.
 */
export function* mergeChain(tx: Transaction, row: Counterparty): Reading<Counterparty[]> {
  const chain = [row];
  const seen = new Set([row.id]);
  let above = row.mergedIntoId ?? null;
  while (above !== null && !seen.has(above) && chain.length < longest) {
    const next = yield* tx.get('counterparty', above);
    if (typeof next === 'string') break;
    seen.add(next.id);
    chain.push(next);
    above = next.mergedIntoId ?? null;
  }
  return chain;
}

/** The record that stands for this one today: itself unless it was merged. */
export function* standingParty(tx: Transaction, row: Counterparty): Reading<Counterparty> {
  return (yield* mergeChain(tx, row)).at(-1) ?? row;
}

/**
 * All the records that are one company with this one, the one that stands first. Whom a record has taken in is told by its history; of
 * those count the ones that are in it still.
 */
export function* familyOf(tx: Transaction, row: Counterparty): Reading<Counterparty[]> {
  const family = new Map((yield* mergeChain(tx, row)).toReversed().map((one) => [one.id, one]));
  // Those found on the way are asked in their turn.
  for (const one of family.values()) {
    const lines = yield* tx.list('history', 'object', one.id, 1_000, true);
    const taken = new Set(lines.map(takenBy).filter((id) => id !== null && !family.has(id)));
    for (const found of (yield* tx.rows('counterparty', [...taken] as string[])) as (Counterparty | null)[])
      if (found?.mergedIntoId === one.id && family.size < longest) family.set(found.id, found);
  }
  return [...family.values()];
}

/** The record that was taken in, by a line of the history of the one that took it; null: it tells of something else. */
export function takenBy(line: RowOf<'history'>): string | null {
  if (line.action !== mergeAction) return null;
  const to = line.changes.find((change) => change.field === 'mergedFromId')?.to;
  return typeof to === 'string' ? to : null;
}

/** Name of the command that takes one record into another, under which their histories tell of it. */
export const mergeAction = 'counterparty.merge';
