import { z } from 'zod';
import { create } from 'zustand';
import type { DocumentFilter, DocumentGroup, DocumentSort, GroupColumn } from '#shared/queries/document.ts';

/** How one column stands: its place is that in the list; pixels where it was given a width. */
export const columnSetting = z.object({
  id: z.string(),
  hidden: z.boolean(),
  width: z.number().int().min(24).max(2_000).optional(),
});
export type ColumnSetting = z.infer<typeof columnSetting>;

/** A way to look at the register: its conditions, order, columns and groups. */
export interface RegisterView {
  filter: DocumentFilter;
  sort: DocumentSort;
  /** null: the columns of this workstation. */
  columns?: readonly ColumnSetting[] | null;
  group?: GroupColumn | null;
}

export interface RegisterState extends RegisterView {
  /** The view whose tab is chosen; its own conditions may have been changed since. */
  view: string;
  text: string;
  columns: readonly ColumnSetting[] | null;
  group: GroupColumn | null;
  folded: DocumentGroup['folded'];
  selection: ReadonlySet<string>;
  /** The row the cursor stood on, so that coming back from a card finds it again. */
  cursorId: string | null;
  open: (view: string, settings: RegisterView) => void;
  change: (filter: DocumentFilter) => void;
  order: (sort: DocumentSort) => void;
  find: (text: string) => void;
  arrange: (columns: readonly ColumnSetting[] | null) => void;
  groupBy: (group: GroupColumn | null) => void;
  fold: (folded: DocumentGroup['folded']) => void;
  select: (selection: ReadonlySet<string>) => void;
  stand: (cursorId: string) => void;
}

export const newestFirst: DocumentSort = { column: 'date', direction: 'desc' };

/** Groups are seen as a whole first, and opened one by one. */
export const allFolded: DocumentGroup['folded'] = { all: true, but: [] };

const createRegister = () =>
  create<RegisterState>()((set) => ({
    view: '',
    filter: {},
    sort: newestFirst,
    text: '',
    columns: null,
    group: null,
    folded: allFolded,
    selection: new Set(),
    cursorId: null,
    open: (view, { filter, sort, columns = null, group = null }) =>
      set({
        ...{ view, filter, sort, columns, group, folded: allFolded },
        ...{ text: '', selection: new Set(), cursorId: null },
      }),
    change: (filter) => set({ filter, selection: new Set(), cursorId: null }),
    order: (sort) => set({ sort }),
    find: (text) => set({ text, selection: new Set(), cursorId: null }),
    arrange: (columns) => set({ columns }),
    groupBy: (group) => set({ group, folded: allFolded, cursorId: null }),
    fold: (folded) => set({ folded }),
    select: (selection) => set({ selection }),
    stand: (cursorId) => set({ cursorId }),
  }));

/** What the person has chosen in the register of documents. Rows are never kept here. */
export const useDocumentsRegister = createRegister();
/** The same in the register of contracts. */
export const useContractsRegister = createRegister();

const registerPages = ['documents', 'contracts'] as const;
export type RegisterPage = (typeof registerPages)[number];

/** The register that was shown last: a card goes to the neighbours of the list it was opened from. */
export const useShownRegister = create<{ page: RegisterPage; show: (page: RegisterPage) => void }>()((set) => ({
  page: 'documents',
  show: (page) => set({ page }),
}));
