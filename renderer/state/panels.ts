import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Density = 'compact' | 'normal' | 'roomy';

interface Panels {
  railFolded: boolean;
  preview: boolean;
  density: Density;
  /** Columns a person has hidden, by register. */
  hiddenColumns: Record<string, readonly string[]>;
  /** The company's own fields that a person wants to see as columns, by register. */
  ownColumns: Record<string, readonly string[]>;
  /** Single letters act as keys. */
  letters: boolean;
  foldRail: (folded: boolean) => void;
  showPreview: (shown: boolean) => void;
  setDensity: (density: Density) => void;
  setLetters: (letters: boolean) => void;
  hideColumns: (register: string, columns: readonly string[]) => void;
  showOwnColumns: (register: string, fields: readonly string[]) => void;
}

/** How this workstation likes its window; remembered across restarts. */
export const usePanels = create<Panels>()(
  persist(
    (set) => ({
      railFolded: false,
      preview: true,
      density: 'normal',
      hiddenColumns: {},
      ownColumns: {},
      letters: true,
      foldRail: (railFolded) => set({ railFolded }),
      showPreview: (preview) => set({ preview }),
      setDensity: (density) => set({ density }),
      setLetters: (letters) => set({ letters }),
      hideColumns: (register, columns) =>
        set((before) => ({ hiddenColumns: { ...before.hiddenColumns, [register]: columns } })),
      showOwnColumns: (register, fields) =>
        set((before) => ({ ownColumns: { ...before.ownColumns, [register]: fields } })),
    }),
    { name: 'opora-panels', version: 1 },
  ),
);
