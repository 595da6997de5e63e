import { create } from 'zustand';
import type { GivenFile } from '#renderer/bridge/given-file.ts';

interface TableFile {
  /** The table that is being taken in; kept while the person looks at other pages. */
  file: GivenFile | null;
  set: (file: GivenFile | null) => void;
}

export const useTableFile = create<TableFile>()((set) => ({ file: null, set: (file) => set({ file }) }));
