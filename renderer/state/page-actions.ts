import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** Something that can be done with what the page shows. */
export interface PageAction {
  id: string;
  label: string;
  keys?: readonly string[];
  run: () => void;
}

interface PageActions {
  /** What it is about; null: the page offers nothing of its own. */
  object: string | null;
  actions: readonly PageAction[];
}

/** What the open page lets one do, for the command palette. */
export const usePageActions = create<PageActions>()(() => ({ object: null, actions: [] }));

/** Offers the actions of this page in the palette while it is open. */
export function useOfferActions(object: string | null, actions: readonly PageAction[]): void {
  const latest = useRef(actions);
  latest.current = actions;
  const shape = JSON.stringify(actions.map(({ id, label, keys }) => ({ id, label, keys })));
  useEffect(() => {
    if (object === null) return;
    const offered = (JSON.parse(shape) as Omit<PageAction, 'run'>[]).map((one) => ({
      ...one,
      run: () => latest.current.find((action) => action.id === one.id)?.run(),
    }));
    usePageActions.setState({ object, actions: offered });
    return () => {
      // Another page may have offered its own by now.
      if (usePageActions.getState().actions === offered) usePageActions.setState({ object: null, actions: [] });
    };
  }, [object, shape]);
}
