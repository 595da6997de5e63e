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
