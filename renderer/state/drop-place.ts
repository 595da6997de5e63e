import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { GivenFile } from '#renderer/bridge/given-file.ts';

/** Who takes files that a person drops anywhere on the window; without one they are imported. */
export interface DropPlace {
  /** card: attaches to an open document; form: keeps them until the document is saved. */
  kind: 'card' | 'form';
  /** How the place calls itself when the person is asked what to do. */
  title: string;
  take: (files: readonly GivenFile[]) => void;
}

interface DropState {
  place: DropPlace | null;
  set: (place: DropPlace | null) => void;
}

export const useDrop = create<DropState>()((set) => ({ place: null, set: (place) => set({ place }) }));

/** Makes this page take dropped files while it is open; `null` leaves them to the import. */
export function useDropPlace(place: DropPlace | null): void {
  const latest = useRef(place);
  latest.current = place;
  const kind = place?.kind;
  const title = place?.title ?? '';
  useEffect(() => {
    if (!kind) return;
    useDrop.getState().set({ kind, title, take: (files) => latest.current?.take(files) });
    return () => useDrop.getState().set(null);
  }, [kind, title]);
}

/** A part of the page takes the drop that is under way, in place of the page: called while the drop climbs to the window. */
export function dropOn(take: DropPlace['take']): void {
  const { place, set } = useDrop.getState();
  if (!place) return;
  set({ ...place, take });
  setTimeout(() => {
    if (useDrop.getState().place?.take === take) set(place);
  });
}
