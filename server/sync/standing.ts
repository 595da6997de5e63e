import type { PullReply } from '#server/sync/feed.ts';
import type { ScopedPage, TailPlace } from '#server/sync/tail-page.ts';
import type { Pull } from '#shared/sync/up.ts';

/**
 * Where the workstation of one connection stands after the last page that was complete. It holds nothing else, since what it
 * holds is what it was told: so `next` needs to say no more than its cursor.
 */
export interface Standing extends TailPlace {
  scopeList: string[];
  membershipSeq: number;
  lease: string | null;
  ackN: number;
  lastN: number;
}

/** null after a page that others follow: what the workstation holds is not settled then. */
export function standingAfter(reply: PullReply & { ok: true }, asked: Pull, userId: string): Standing | null {
  const { page, scopes, epoch } = reply;
  if (page.more) return null;
  const { client, lease } = asked;
  const said = { ackN: Math.max(asked.ackN, page.inbox.at(-1)?.n ?? 0), lastN: page.lastN };
  const { toSeq: cursor, chainHash, membershipSeq } = page;
  return {
    epoch,
    cursor,
    chainHash,
    userId,
    client,
    scopes: new Set(scopes),
    scopeList: scopes,
    membershipSeq,
    lease,
    ...said,
  };
}

export function standingAfterPage(standing: Standing, { page, lastN }: ScopedPage): Standing {
  return { ...standing, cursor: page.to, chainHash: page.hash, lastN: lastN ?? standing.lastN };
}

/** The pull that somebody who stands there would send in full. */
export function pullFrom(standing: Standing, ref: number, limit: number): Pull {
  const { epoch, client, lease, cursor, chainHash, membershipSeq, scopeList, ackN } = standing;
  const place = { epoch, client, lease, cursor, chainHash, membershipSeq, scopes: scopeList };
  return { t: 'pull', ref, ...place, ackN, limit, after: null };
}
