import { create } from 'zustand';

/** The one overlay of the window that is open, if any. */
export type Overlay = 'palette' | 'keys' | 'create' | 'import' | null;

interface Overlays {
  open: Overlay;
  show: (overlay: Overlay) => void;
}

export const useOverlays = create<Overlays>()((set) => ({
  open: null,
  show: (open) => set({ open }),
}));
