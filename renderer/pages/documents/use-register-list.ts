import { useMemo, useRef } from 'react';
import type { GetWindow } from '#renderer/components/data-grid/types.ts';
import { useWindows } from '#renderer/data/use-windows.ts';
import type {
  DocumentFilter,
  DocumentGroup,
  DocumentListRow,
  DocumentSort,
  GroupBand,
  GroupColumn,
} from '#shared/queries/document.ts';

export type RegisterLine = DocumentListRow | GroupBand;

/** The list as the grid reads it, with bands of groups when it is put into any. Folding changes what it holds, not which list it is. */
export function useRegisterList(
  asked: { filter: DocumentFilter; sort: DocumentSort },
  by: GroupColumn | null,
  folded: DocumentGroup['folded'],
) {
  const view = by === null ? asked : { ...asked, group: { by, folded } };
  // Both answers have their total, their sum and their rows; only the kinds of rows differ.
  const list = useWindows((by === null ? 'document.list' : 'document.grouped') as 'document.list', view);
  const latest = useRef(list.getWindow);
  latest.current = list.getWindow;
  const key = JSON.stringify([asked, by]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the list, folding is read when windows are
  const getWindow = useMemo<GetWindow<RegisterLine>>(() => (start, end) => latest.current(start, end), [key]);
  const turns = useRef({ folded, count: 0 });
  if (list.current && turns.current.folded !== folded) turns.current = { folded, count: turns.current.count + 1 };
  const data = list.data as { total: number; documents?: number } | undefined;
  return {
    ...list,
    getWindow,
    // Far above what changes of rows can count up to.
    version: list.version + turns.current.count * 1_000_000_000,
    lines: data?.total ?? 0,
    documents: data?.documents ?? data?.total ?? 0,
  };
}
