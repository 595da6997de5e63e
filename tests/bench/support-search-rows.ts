import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import type { SearchRow } from '#electron/core/store/search/index-document.ts';

const searched = ['document', 'counterparty', 'comment', 'attachment'] as const;

/** Everything that is found by its words, in the order of the ids. */
export function* searchRows(db: Writable): Iterable<SearchRow> {
  const { loadText } = searchSource(db);
  const ids = searched.flatMap((entity) => {
    const all = db.prepare(`SELECT id FROM "${entity}"`).pluck().all() as string[];
    return all.map((id) => ({ entity, id }));
  });
  ids.sort((left, right) => (left.id < right.id ? -1 : 1));
  for (const { entity, id } of ids) {
    const text = loadText(entity, id);
    if (text) yield { entity, id, ...text };
  }
}
