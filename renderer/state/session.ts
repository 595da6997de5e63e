import { create } from 'zustand';
import { onEvent } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import type { SessionState } from '#shared/ipc/contract.ts';

interface Session {
  /** null until the core has told. */
  state: SessionState | null;
  take: (state: SessionState) => void;
}

/** Who is at the window, as the core says. */
export const useSession = create<Session>()((set) => ({
  state: null,
  take: (state) => set({ state }),
}));

/** Reads the session and follows it; returns the way to stop. */
export function followSession(): () => void {
  const read = () => ask('session.state', {}).then(useSession.getState().take, console.error);
  void read();
  return onEvent((event) => {
    if (event.type === 'session' || (event.type === 'progress' && event.job === 'download')) void read();
  });
}
