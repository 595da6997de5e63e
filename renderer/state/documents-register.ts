import { create } from 'zustand';
import type { DocumentFilter, DocumentSort } from '#shared/queries/document.ts';

/** A way to look at the register: its conditions and order. */
export interface RegisterView {
  filter: DocumentFilter;
  sort: DocumentSort;
}

export interface RegisterState extends RegisterView {
  /** The view whose tab is chosen; its own conditions may have been changed since. */
  view: string;
  text: string;
  selection: ReadonlySet<string>;
  /** The row the cursor stood on, so that coming back from a card finds it again. */
  cursorId: string | null;
  open: (view: string, settings: RegisterView) => void;
  change: (filter: DocumentFilter) => void;
  order: (sort: DocumentSort) => void;
  find: (text: string) => void;
  select: (selection: ReadonlySet<string>) => void;
  stand: (cursorId: string) => void;
}

export const newestFirst: DocumentSort = { column: 'date', direction: 'desc' };

const createRegister = () =>
  create<RegisterState>()((set) => ({
    view: '',
    filter: {},
    sort: newestFirst,
    text: '',
    selection: new Set(),
    cursorId: null,
    open: (view, { filter, sort }) => set({ view, filter, sort, text: '', selection: new Set(), cursorId: null }),
    change: (filter) => set({ filter, selection: new Set(), cursorId: null }),
    order: (sort) => set({ sort }),
    find: (text) => set({ text, selection: new Set(), cursorId: null }),
    select: (selection) => set({ selection }),
    stand: (cursorId) => set({ cursorId }),
  }));

/** What the person has chosen in the register of documents. Rows are never kept here. */
export const useDocumentsRegister = createRegister();
/** The same in the register of contracts. */
export const useContractsRegister = createRegister();

export const registerPages = ['documents', 'contracts'] as const;
export type RegisterPage = (typeof registerPages)[number];

/** The register that was shown last: a card goes to the neighbours of the list it was opened from. */
export const useShownRegister = create<{ page: RegisterPage; show: (page: RegisterPage) => void }>()((set) => ({
  page: 'documents',
  show: (page) => set({ page }),
}));
