import { create } from 'zustand';
import type { CounterpartyFilter, CounterpartySort } from '#shared/queries/counterparty.ts';

export const partyViews = ['all', 'duplicates', 'archive'] as const;
export type PartyView = (typeof partyViews)[number];
export type PartyKind = NonNullable<CounterpartyFilter['kinds']>[number];

interface CounterpartiesRegister {
  view: PartyView;
  kind: PartyKind | null;
  text: string;
  sort: CounterpartySort;
  /** The row the cursor stood on, so that coming back from a card finds it again. */
  cursorIndex: number;
  open: (view: PartyView) => void;
  narrow: (kind: PartyKind | null) => void;
  find: (text: string) => void;
  order: (sort: CounterpartySort) => void;
  stand: (cursorIndex: number) => void;
  reset: () => void;
}

/** What the person has chosen in the register of counterparties. Rows are never kept here. */
export const useCounterpartiesRegister = create<CounterpartiesRegister>()((set) => ({
  view: 'all',
  kind: null,
  text: '',
  sort: { column: 'name', direction: 'asc' },
  cursorIndex: 0,
  open: (view) => set({ view, text: '', kind: null, cursorIndex: 0 }),
  narrow: (kind) => set({ kind, cursorIndex: 0 }),
  find: (text) => set({ text, cursorIndex: 0 }),
  order: (sort) => set({ sort, cursorIndex: 0 }),
  stand: (cursorIndex) => set({ cursorIndex }),
  reset: () => set({ view: 'all', kind: null, text: '', cursorIndex: 0 }),
}));

/** The conditions in the terms of the query. */
export function filterOf(chosen: { view: PartyView; kind: PartyKind | null; text: string }): CounterpartyFilter {
  return {
    ...(chosen.text ? { text: chosen.text } : {}),
    ...(chosen.kind ? { kinds: [chosen.kind] } : {}),
    ...(chosen.view === 'duplicates' ? { duplicates: true } : {}),
    ...(chosen.view === 'archive' ? { archived: true } : {}),
  };
}
