import { useMemo, useRef } from 'react';
import type { GetWindow } from '#renderer/components/data-grid/types.ts';

/**
 * A list that is here as a whole, as the grid reads it. `rows` must be the same array as long as it says the same; another `key` is
 * another list, which the grid begins from the top.
 */
export function useRowWindows<Row>(rows: readonly Row[], key: string) {
  const latest = useRef({ rows, version: 0 });
  if (latest.current.rows !== rows) latest.current = { rows, version: latest.current.version + 1 };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the list
  const getWindow = useMemo<GetWindow<Row>>(
    () => async (start, end) => ({ rows: latest.current.rows.slice(start, end), total: latest.current.rows.length }),
    [key],
  );
  return { getWindow, total: rows.length, version: latest.current.version };
}
