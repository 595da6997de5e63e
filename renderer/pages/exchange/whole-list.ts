import { runQuery } from '#renderer/data/core.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';

/** As many as the core gives at once. */
const MOST = 500;

/** Every line of lists of any length, page by page: for paper and for files. */
export async function wholeList(
  lists: readonly Pick<QueryArgs<'outbox.list'>, 'states' | 'filter' | 'oldestFirst'>[],
): Promise<OutboxLine[]> {
  const all: OutboxLine[] = [];
  for (const list of lists) {
    for (let skip = 0; ; skip += MOST) {
      const { lines, found } = await runQuery('outbox.list', { ...list, before: null, limit: MOST, skip });
      all.push(...lines);
      if (skip + lines.length >= found || lines.length === 0) break;
    }
  }
  return all;
}
