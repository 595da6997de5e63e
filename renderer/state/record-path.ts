import { create } from 'zustand';
import type { QueryArgs } from '#shared/queries/registry.ts';

/** A record whose path, history and discussion are shown. */
export type RecordObject = QueryArgs<'record.path'>;

interface PathView {
  /** The record whose path is shown, and the receipt it was opened from. */
  shown: (RecordObject & { anchor: HTMLElement }) | null;
  show: (shown: PathView['shown']) => void;
}

/** The one path of a record that is open over the page. */
export const usePathView = create<PathView>()((set) => ({
  shown: null,
  show: (shown) => set({ shown }),
}));
