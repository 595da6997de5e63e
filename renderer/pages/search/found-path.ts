import type { FoundRow } from '#shared/queries/search.ts';

/** Where a result opens: at the words, where they stand in a file or in the discussion. */
export function pathOf({ entity, id, fragments }: FoundRow): string {
  if (entity === 'counterparty') return `/counterparties/${id}`;
  if (entity === 'ticket') return `/tickets/${id}`;
  const [hit] = fragments.filter(({ from }) => from !== 'note' && from !== 'field');
  if (hit?.from === 'comment') return `/documents/${id}?tab=discussion`;
  if (hit?.file)
    return `/documents/${id}?${new URLSearchParams({ tab: 'files', file: hit.file.id, find: hit.file.find })}`;
  return `/documents/${id}`;
}
