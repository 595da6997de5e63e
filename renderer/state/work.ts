import { create } from 'zustand';
import type { WorkTab } from '#shared/queries/work.ts';

interface WorkDesk {
  tab: WorkTab;
  /** Whose work is shown: everybody's (null), the person's own, or what they do for one colleague; an employee's id. */
  insteadOf: string | null;
  text: string;
  /** Selected items with the hash of what each said when it was selected; null for what is not decided. */
  selection: ReadonlyMap<string, string | null>;
  cursor: string | null;
  choose: (tab: WorkTab) => void;
  standFor: (insteadOf: string | null) => void;
  find: (text: string) => void;
  select: (selection: ReadonlyMap<string, string | null>) => void;
  stand: (cursor: string | null) => void;
}

const none: ReadonlyMap<string, string | null> = new Map();

/** What the person has chosen in «Мои дела». Items are never kept here. */
export const useWorkDesk = create<WorkDesk>()((set) => ({
  tab: 'all',
  insteadOf: null,
  text: '',
  selection: none,
  cursor: null,
  choose: (tab) => set({ tab, selection: none, cursor: null }),
  standFor: (insteadOf) => set({ insteadOf, selection: none, cursor: null }),
  find: (text) => set({ text, selection: none }),
  select: (selection) => set({ selection }),
  stand: (cursor) => set({ cursor }),
}));
