import type { WorkingSet } from '#server/sync/working-set.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** Which rows follow a row wherever it goes, and by which key they are found. */
const followers: Partial<Record<EntityName, readonly [EntityName, string][]>> = {
  document: [
    ['document_line', 'document'],
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
};

export const canBeFollowed = (entity: EntityName): boolean => followers[entity] !== undefined;

/** Rows that must move to other scopes together with their owner. */
export async function rowsFollowing(
  set: WorkingSet,
  entity: EntityName,
  id: string,
): Promise<{ entity: EntityName; row: AnyRow }[]> {
  const rows: { entity: EntityName; row: AnyRow }[] = [];
  for (const [follower, index] of followers[entity] ?? []) {
    const found = await set.answer({ op: 'key', entity: follower, index, key: id, limit: 100_000, last: false });
    for (const row of found) if (row) rows.push({ entity: follower, row });
  }
  return rows;
}
