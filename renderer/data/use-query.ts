import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { onEvent } from '#renderer/api.ts';
import { runQuery } from '#renderer/data/core.ts';
import { type Answer, createObserver } from '#renderer/data/observer.ts';
import { type QueryArgs, type QueryName, type QueryResult, queries } from '#shared/queries/registry.ts';

export type QueryAnswer<N extends QueryName> = Answer<QueryResult<N>> & {
  refresh: () => void;
  /** Whether `data` answers what is asked now, not what was asked before. */
  current: boolean;
};

/**
 * The answer of a query, read again whenever rows it depends on change. The previous answer stays until the new one is there,
 * also when the arguments change. `null` asks nothing yet.
 */
export function useQuery<N extends QueryName>(name: N, args: QueryArgs<N> | null): QueryAnswer<N> {
  const observer = useMemo(() => createObserver<QueryResult<N>>(queries[name].entities, null), [name]);
  const key = args === null ? null : JSON.stringify(args);
  const latest = useRef(args);
  latest.current = args;

  useEffect(() => onEvent(observer.hear), [observer]);
  useEffect(() => {
    const asked = latest.current;
    // The key stands for the arguments: equal questions are not asked twice.
    if (key !== null && asked !== null) observer.ask(() => runQuery(name, asked), key);
  }, [observer, name, key]);

  const answer = useSyncExternalStore(observer.subscribe, observer.get);
  return { ...answer, refresh: observer.refresh, current: answer.of === key };
}
