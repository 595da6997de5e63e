import { create } from 'zustand';
import { onEvent } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { CoreError } from '#renderer/data/core-error.ts';
import type { SessionState } from '#shared/ipc/contract.ts';

interface Session {
  /** null until the core has told. */
  state: SessionState | null;
  /** Why the core did not start; nothing else can be shown then. */
  refusal: CoreError | null;
  take: (state: SessionState) => void;
  refuse: (refusal: unknown) => void;
}

/** Who is at the window, as the core says. */
export const useSession = create<Session>()((set) => ({
  state: null,
  refusal: null,
  take: (state) => set({ state, refusal: null }),
  refuse: (error) => set({ refusal: error instanceof CoreError ? error : new CoreError({ code: 'INTERNAL' }) }),
}));

/** Reads the session and follows it; returns the way to stop. */
export function followSession(): () => void {
  const read = () => ask('session.state', {}).then(useSession.getState().take, useSession.getState().refuse);
  void read();
  return onEvent((event) => {
    if (event.type === 'session' || (event.type === 'progress' && event.job === 'download')) void read();
  });
}
