import { create } from 'zustand';
import { onEvent } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import type { IntakeItem } from '#shared/ipc/intake-channels.ts';

interface Intake {
  /** What waits in the folders of this workstation. They are files, no rows: nothing else of the window knows them. */
  items: readonly IntakeItem[];
  ready: boolean;
  set: (items: readonly IntakeItem[]) => void;
}

export const useIntake = create<Intake>()((set) => ({
  items: [],
  ready: false,
  set: (items) => set({ items, ready: true }),
}));

/** Follows what waits; returns the way to stop. */
export function followIntake(): () => void {
  const read = () => {
    ask('intake.list', {}).then(useIntake.getState().set, () => undefined);
  };
  read();
  return onEvent((event) => {
    const touches = event.type === 'changed' && event.changes.some(({ entity }) => entity === 'intake');
    if (touches || event.type === 'session') read();
  });
}
