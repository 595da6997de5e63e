import type { Random } from '#build/company/random.ts';
import { commandId, derivedId, type Id } from '#shared/lib/ids.ts';

/** Ids of the rows that one command would have made at this instant: the first call gives n = 0, as `tx.id()` does. */
export function idsAt(random: Random, at: number): () => Id {
  const command = commandId(at, random.bytes(10));
  let n = 0;
  return () => derivedId(command, n++);
}
