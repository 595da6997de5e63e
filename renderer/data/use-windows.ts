import { useMemo } from 'react';
import { runQuery } from '#renderer/data/core.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type ListName = 'document.list' | 'counterparty.list' | 'registration.list' | 'discipline.list';
type RowOf<N extends ListName> = NonNullable<QueryResult<N>> extends { rows: (infer Row)[] } ? Row : never;
type View<N extends ListName> = Omit<QueryArgs<N>, 'start' | 'end'>;

/**
 * A register as the grid reads it: its length and totals followed by change, and any window of it on demand.
 * `getWindow` is a new function only for another view; `version` grows when the same view may have changed.
 */
export function useWindows<N extends ListName>(name: N, view: View<N>) {
  const key = JSON.stringify(view);
  const head = useQuery(name, { ...view, start: 0, end: 0 } as QueryArgs<N>);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the view
  const getWindow = useMemo(
    () => async (start: number, end: number) => {
      const answer = await runQuery(name, { ...view, start, end } as QueryArgs<N>);
      return answer as { rows: RowOf<N>[]; total: number };
    },
    [name, key],
  );
  return { ...head, getWindow };
}
