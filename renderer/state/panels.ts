import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ColumnSetting } from '#renderer/state/documents-register.ts';

export type Density = 'compact' | 'normal' | 'roomy';

interface Panels {
  railFolded: boolean;
  preview: boolean;
  density: Density;
  /** How columns of tabs that everybody has were arranged, by register; saved views keep their own. */
  columns: Record<string, readonly ColumnSetting[]>;
  /** Single letters act as keys. */
  letters: boolean;
  foldRail: (folded: boolean) => void;
  showPreview: (shown: boolean) => void;
  setDensity: (density: Density) => void;
  setLetters: (letters: boolean) => void;
  arrangeColumns: (register: string, columns: readonly ColumnSetting[] | null) => void;
}

/** How this workstation likes its window; remembered across restarts. */
export const usePanels = create<Panels>()(
  persist(
    (set) => ({
      railFolded: false,
      preview: true,
      density: 'normal',
      columns: {},
      letters: true,
      foldRail: (railFolded) => set({ railFolded }),
      showPreview: (preview) => set({ preview }),
      setDensity: (density) => set({ density }),
      setLetters: (letters) => set({ letters }),
      arrangeColumns: (register, columns) =>
        set(({ columns: { [register]: _former, ...others } }) => ({
          columns: columns === null ? others : { ...others, [register]: columns },
        })),
    }),
    { name: 'opora-panels', version: 1 },
  ),
);
