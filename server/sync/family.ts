import type { WorkingSet } from '#server/sync/working-set.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** Changes and disputes of a part of a document: they stand under the part, which stands under the document. */
const ofPart: readonly [EntityName, string][] = [
  ['history', 'object'],
  ['conflict', 'object'],
];

/** Which rows follow a row wherever it goes, and by which key they are found. */
const followers: Partial<Record<EntityName, readonly [EntityName, string][]>> = {
  ticket: [
    ['document', 'ticket'],
    ['ticket_event', 'ticket'],
    ['ticket_task', 'ticket'],
    ['ticket_link', 'ticket'],
    ['history', 'object'],
    ['conflict', 'object'],
  ],
  document: [
    ['document_line', 'document'],
    ['registration', 'document'],
    ['attachment', 'document'],
    ['document_version', 'document'],
    ['document_link', 'document'],
    ['key_date', 'document'],
    ['obligation', 'document'],
    ['protocol_item', 'document'],
    ['approval', 'document'],
    ['approval_task', 'document'],
    ['decision', 'document'],
    ['comment', 'object'],
    ['history', 'object'],
    ['conflict', 'object'],
  ],
  counterparty: [
    ['counterparty_check', 'counterparty'],
    ['comment', 'object'],
    ['history', 'object'],
    ['conflict', 'object'],
  ],
  document_link: ofPart,
  key_date: ofPart,
  obligation: ofPart,
  protocol_item: ofPart,
};

export const canBeFollowed = (entity: EntityName): boolean => followers[entity] !== undefined;

/** Rows that must move to other scopes together with their owner, and those that follow them in turn. */
export async function rowsFollowing(
  set: WorkingSet,
  entity: EntityName,
  id: string,
): Promise<{ entity: EntityName; row: AnyRow }[]> {
  const rows: { entity: EntityName; row: AnyRow }[] = [];
  for (const [follower, index] of followers[entity] ?? []) {
    const found = await set.answer({ op: 'key', entity: follower, index, key: id, limit: 100_000, last: false });
    for (const row of found) {
      if (!row) continue;
      rows.push({ entity: follower, row });
      if (canBeFollowed(follower)) rows.push(...(await rowsFollowing(set, follower, row.id)));
    }
  }
  return rows;
}
