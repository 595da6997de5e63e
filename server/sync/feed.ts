import { personOf } from '#server/sync/people.ts';
import type { ReadTx } from '#server/sync/store-port.ts';
import type { ErrorCode } from '#shared/domain/error.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';
import type { Pulled } from '#shared/sync/down.ts';
import type { Pull } from '#shared/sync/up.ts';

export type PullReply =
  | { ok: true; page: Omit<Pulled, 't' | 'ref'>; scopes: string[] }
  | { ok: false; code: ErrorCode };

/** The place after which only the delta remains to be sent. */
const backfilled = 'done';

/**
 * One page of what happened since the cursor, out of one snapshot. Gained scopes are sent whole first (`after` walks through
 * them), then the delta; the workstation applies nothing before the last page.
 */
export async function readFeed(tx: ReadTx, userId: string, pull: Pull): Promise<PullReply> {
  const head = await tx.head();
  if (pull.epoch !== null && pull.epoch !== head.epoch) return { ok: false, code: 'HISTORY_FORK' };
  if (pull.cursor > head.seq) return { ok: false, code: 'HISTORY_FORK' };
  if (pull.chainHash !== null && (await tx.chainAt(pull.cursor)) !== pull.chainHash) {
    return { ok: false, code: 'HISTORY_FORK' };
  }
  const client = await tx.client(pull.client);
  if (client && client.userId !== userId) return { ok: false, code: 'CLIENT_FORKED' };
  const leases = client ? [client.lease, client.previousLease] : [];
  if (client && pull.lease !== null && !leases.includes(pull.lease)) return { ok: false, code: 'CLIENT_FORKED' };

  const person = await personOf(tx, userId);
  const scopeAdds = person.scopes.filter((scope) => !pull.scopes.includes(scope));
  const scopeDrops = pull.scopes.filter((scope) => !person.scopes.includes(scope));
  const common = {
    lastN: client?.lastN ?? 0,
    membershipSeq: person.membershipSeq,
    scopeAdds,
    scopeDrops,
    inbox: client ? await tx.verdictsAfter(client.id, pull.ackN, 1_000) : [],
  };
  if (scopeAdds.length > 0 && pull.after !== backfilled) {
    const changes = await tx.backfill(scopeAdds, position(pull.after), pull.limit);
    const last = changes.at(-1);
    const after = changes.length < pull.limit || !last ? backfilled : `${last.e}/${last.id}`;
    const place = { toSeq: pull.cursor, chainHash: pull.chainHash ?? (await tx.chainAt(pull.cursor)) ?? '' };
    return { ok: true, scopes: person.scopes, page: { ...common, ...place, changes, more: true, after } };
  }
  const delta = await readDelta(tx, person.scopes, pull.cursor, pull.limit);
  const toSeq = delta.more ? (delta.changes.at(-1)?.v ?? head.seq) : head.seq;
  const chainHash = delta.more ? ((await tx.chainAt(toSeq)) ?? '') : head.chainHash;
  const after = delta.more && scopeAdds.length > 0 ? backfilled : null;
  return { ok: true, scopes: person.scopes, page: { ...common, ...delta, toSeq, chainHash, after } };
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
