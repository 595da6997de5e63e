import { create } from 'zustand';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useSession } from '#renderer/state/session.ts';

interface SignIn {
  busy: boolean;
  /** Why the last try was refused. */
  error: CoreError | null;
  run: (login: string, password: string) => Promise<void>;
}

/** Signing in, kept outside of its page: the page of the first exchange takes its place meanwhile, and what broke that off must be told. */
export const useSignIn = create<SignIn>()((set, get) => ({
  busy: false,
  error: null,
  run: async (login, password) => {
    if (get().busy) return;
    set({ busy: true, error: null });
    try {
      useSession.getState().take(await ask('session.login', { login, password }));
      set({ busy: false });
    } catch (fault) {
      set({ busy: false, error: asCoreError(fault) });
    }
  },
}));
