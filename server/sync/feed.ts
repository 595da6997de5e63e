import { hash } from 'node:crypto';
import { personOf } from '#server/sync/people.ts';
import type { Client, Head, ReadTx } from '#server/sync/store-port.ts';
import type { ErrorCode } from '#shared/domain/error.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';
import type { Pulled } from '#shared/sync/down.ts';
import type { Pull } from '#shared/sync/up.ts';

export type PullReply =
  | { ok: true; page: Omit<Pulled, 't' | 'ref'>; scopes: string[]; epoch: string }
  | { ok: false; code: ErrorCode };

/** The place after which only the delta remains to be sent. */
const backfilled = 'done';

/**
 * A place of a filling holds for the scopes that are being filled: where another one joins them in the middle (gained, or its leaves
 * forgotten meanwhile) it begins anew.
 */
const fillingOf = (filled: readonly string[]): string => `${hash('sha256', filled.join()).slice(0, 12)}:`;

/**
 * One page of what happened since the cursor, out of one snapshot. Gained scopes are sent whole first (`after` walks through
 * them), then the delta. Scopes whose leaves are forgotten are sent like gained ones; whoever does not understand that (`refills`)
 * has to begin anew.
 */
export async function readFeed(tx: ReadTx, userId: string, pull: Pull, refills = true): Promise<PullReply> {
  // What does not depend on each other is asked for together: it travels together.
  const [head, chain, client, person, refill] = await Promise.all([
    tx.head(),
    tx.chainAt(pull.cursor),
    tx.client(pull.client),
    personOf(tx, userId),
    tx.forgottenSince(pull.scopes, pull.cursor),
  ]);
  const forked = forkOf(pull, head, chain, client, userId);
  if (forked) return { ok: false, code: forked };
  if (refill.length > 0 && !refills) return { ok: false, code: 'HISTORY_FORK' };
  const scopeAdds = person.scopes.filter((scope) => !pull.scopes.includes(scope) || refill.includes(scope));
  const scopeDrops = pull.scopes.filter((scope) => !person.scopes.includes(scope));
  const lastN = client?.lastN ?? 0;
  const verdicts = client && lastN > pull.ackN ? tx.verdictsAfter(client.id, pull.ackN, 1_000) : [];
  const known = { ok: true, scopes: person.scopes, epoch: head.epoch } as const;
  const common = {
    lastN,
    membershipSeq: person.membershipSeq,
    scopeAdds,
    scopeDrops,
    ...(refill.length > 0 ? { refill } : {}),
  };
  const filling = fillingOf(scopeAdds);
  const place = pull.after?.startsWith(filling) ? pull.after.slice(filling.length) : null;
  if (scopeAdds.length > 0 && place !== backfilled) {
    const [inbox, changes] = await Promise.all([verdicts, tx.backfill(scopeAdds, position(place), pull.limit)]);
    const last = changes.at(-1);
    const after = filling + (changes.length < pull.limit || !last ? backfilled : `${last.e}/${last.id}`);
    const chainHash = chain ?? '';
    const page = { ...common, inbox, toSeq: pull.cursor, chainHash, changes, more: true, after };
    return { ...known, page };
  }
  const [inbox, delta] = await Promise.all([verdicts, readDelta(tx, person.scopes, pull.cursor, pull.limit)]);
  const toSeq = delta.more ? (delta.changes.at(-1)?.v ?? head.seq) : head.seq;
  const chainHash = delta.more ? ((await tx.chainAt(toSeq)) ?? '') : head.chainHash;
  const after = delta.more && scopeAdds.length > 0 ? filling + backfilled : null;
  return { ...known, page: { ...common, inbox, ...delta, toSeq, chainHash, after } };
}

/** Whether the workstation comes from another history, or has a double. */
function forkOf(
  pull: Pull,
  head: Head,
  chain: string | null,
  client: Client | null,
  userId: string,
): 'HISTORY_FORK' | 'CLIENT_FORKED' | null {
  if (pull.epoch !== null && pull.epoch !== head.epoch) return 'HISTORY_FORK';
  if (pull.cursor > head.seq) return 'HISTORY_FORK';
  if (pull.chainHash !== null && pull.chainHash !== chain) return 'HISTORY_FORK';
  if (!client) return null;
  if (client.userId !== userId) return 'CLIENT_FORKED';
  const leases = [client.lease, client.previousLease];
  return pull.lease !== null && !leases.includes(pull.lease) ? 'CLIENT_FORKED' : null;
}

/** A page never ends in the middle of what one command wrote. */
async function readDelta(
  tx: ReadTx,
  scopes: readonly string[],
  cursor: number,
  limit: number,
): Promise<{ changes: RowChange[]; more: boolean }> {
  const changes = await tx.changesSince(scopes, cursor, limit + 1);
  if (changes.length <= limit) return { changes, more: false };
  const cut = changes.at(-1)?.v;
  const whole = changes.filter((change) => change.v !== cut);
  return whole.length > 0 ? { changes: whole, more: true } : readDelta(tx, scopes, cursor, limit * 2);
}

function position(after: string | null): { entity: EntityName; id: string } | null {
  const [entity, id] = after?.split('/') ?? [];
  return entity && id ? { entity: entity as EntityName, id } : null;
}
