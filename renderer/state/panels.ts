import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Density = 'compact' | 'normal' | 'roomy';

interface Panels {
  railFolded: boolean;
  preview: boolean;
  density: Density;
  /** Columns a person has hidden, by register. */
  hiddenColumns: Record<string, readonly string[]>;
  foldRail: (folded: boolean) => void;
  showPreview: (shown: boolean) => void;
  setDensity: (density: Density) => void;
  hideColumns: (register: string, columns: readonly string[]) => void;
}

/** How this workstation likes its window; remembered across restarts. */
export const usePanels = create<Panels>()(
  persist(
    (set) => ({
      railFolded: false,
      preview: true,
      density: 'normal',
      hiddenColumns: {},
      foldRail: (railFolded) => set({ railFolded }),
      showPreview: (preview) => set({ preview }),
      setDensity: (density) => set({ density }),
      hideColumns: (register, columns) =>
        set((before) => ({ hiddenColumns: { ...before.hiddenColumns, [register]: columns } })),
    }),
    { name: 'opora-panels', version: 1 },
  ),
);
