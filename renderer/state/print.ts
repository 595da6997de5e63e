import { create } from 'zustand';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';

interface Asked {
  documentIds: readonly string[];
  /** The form to begin with; absent: the one that fits. */
  form?: PrintFormName | undefined;
}

/** What is to be printed, while the room of papers is open. */
export const usePrintRoom = create<{ asked: Asked | null; open: (asked: Asked) => void; close: () => void }>()(
  (set) => ({
    asked: null,
    open: (asked) => set({ asked }),
    close: () => set({ asked: null }),
  }),
);
