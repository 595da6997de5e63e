import type { ReadTx } from '#server/sync/store-port.ts';

/** A command that the centre gives itself. */
export interface Order {
  name: string;
  v: number;
  args: unknown;
}

/**
 * What the clock looks for in one organization, in one snapshot: what is due by now. Says true once an hour for a key: a row that stays
 * due whatever is ordered (nobody to escalate to) must not be ordered about at every tick.
 */
export type Job = (tx: ReadTx, now: number, isNew: (key: string) => boolean) => Promise<Order[]>;
