import { create } from 'zustand';
import { onEvent } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';

interface Link {
  /** null until the core has told. */
  status: SyncStatus | null;
  take: (status: SyncStatus) => void;
}

/** The exchange with the centre, as the core says. */
export const useLink = create<Link>()((set) => ({
  status: null,
  take: (status) => set({ status }),
}));

/** Reads the status and follows it; returns the way to stop. */
export function followLink(): () => void {
  const { take } = useLink.getState();
  ask('sync.status', {}).then(take, console.error);
  return onEvent((event) => {
    if (event.type === 'status') take(event.status as SyncStatus);
    if (event.type === 'session') ask('sync.status', {}).then(take, console.error);
  });
}

/** Whether what is saved now has to wait for a link. */
export const isAway = (): boolean => {
  const link = useLink.getState().status?.link;
  return link !== undefined && link !== 'online';
};
