import { useMemo } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { askedFilter, registers } from '#renderer/pages/documents/register.ts';
import { useShownRegister } from '#renderer/state/documents-register.ts';

export interface Neighbours {
  /** 1-based place in the list the card was opened from; 0 when it is not in it. */
  place: number;
  total: number;
  previous: string | null;
  next: string | null;
}

/**
 * The documents before and after this one in the list as it is filtered and ordered now. A card that was opened from elsewhere
 * (work, search, a link) has none: the cursor of the list stands on another row.
 */
export function useNeighbours(id: string): Neighbours {
  const register = registers[useShownRegister((shown) => shown.page)];
  const { useStore } = register;
  const { filter, sort, text, cursorId } = useStore();
  const view = useMemo(() => ({ filter: askedFilter(register, filter, text), sort }), [register, filter, sort, text]);
  const index = useQuery('document.position', cursorId === id ? { ...view, id } : null).data?.index ?? -1;
  const start = Math.max(0, index - 1);
  const window = useQuery('document.list', index < 0 ? null : { ...view, start, end: index + 2 }).data;
  const rows = window?.rows ?? [];
  const at = index < 0 ? -1 : rows.findIndex((row) => row.id === id);
  if (at < 0) return { place: 0, total: 0, previous: null, next: null };
  return {
    place: index + 1,
    total: window?.total ?? 0,
    previous: rows[at - 1]?.id ?? null,
    next: rows[at + 1]?.id ?? null,
  };
}
