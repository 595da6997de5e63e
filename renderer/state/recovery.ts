import { create } from 'zustand';
import type { RecoveryReplies, RecoveryReport } from '#shared/ipc/recovery-channels.ts';

export type Outcome =
  | { kind: 'report'; report: RecoveryReport }
  | { kind: 'settings'; done: RecoveryReplies['recovery.settings'] }
  | { kind: 'anew'; aside: string };

interface Recovery {
  /** A rescue runs: the page of the rescue stays, whatever the session says meanwhile. */
  running: boolean;
  /** What a rescue has come to, until the person has seen it. */
  outcome: Outcome | null;
  begin: () => void;
  end: (outcome: Outcome | null) => void;
}

/** The rescue as this window sees it; the data is in the core. */
export const useRecovery = create<Recovery>()((set) => ({
  running: false,
  outcome: null,
  begin: () => set({ running: true }),
  end: (outcome) => set({ running: false, outcome }),
}));
