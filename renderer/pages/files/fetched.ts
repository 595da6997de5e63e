import { create } from 'zustand';

/** Files that came from the centre while the window is open, by the id of the attachment: rows read before still say where they were. */
export const useFetched = create<{ ids: ReadonlySet<string>; add: (id: string) => void }>()((set) => ({
  ids: new Set(),
  add: (id) => set(({ ids }) => (ids.has(id) ? { ids } : { ids: new Set([...ids, id]) })),
}));
