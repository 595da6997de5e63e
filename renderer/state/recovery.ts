import { create } from 'zustand';
import { ask } from '#renderer/data/core.ts';
import { useSession } from '#renderer/state/session.ts';
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
  /** `reports`: what it comes to is a report, which a window that is loaded again meanwhile has to show all the same. */
  begin: (reports?: boolean) => void;
  end: (outcome: Outcome | null) => void;
}

/** Set while a rescue runs or its report is shown: outlives the window's own memory when the page is loaded again. */
const mark = 'opora-rescue';

/** The rescue as this window sees it; the data is in the core. */
export const useRecovery = create<Recovery>()((set) => ({
  running: false,
  outcome: null,
  begin: (reports = false) => {
    if (reports) sessionStorage.setItem(mark, '1');
    set({ running: true });
  },
  end: (outcome) => {
    if (outcome === null) sessionStorage.removeItem(mark);
    set({ running: false, outcome });
  },
}));

/** Takes up a rescue whose beginning this window does not remember; returns the way to stop. */
export function followRescue(): () => void {
  let isAsked = false;
  const look = async (): Promise<void> => {
    const state = useSession.getState().state;
    const { running, outcome, end } = useRecovery.getState();
    if (!state || running || outcome || isAsked) return;
    if (state.trouble?.rescuing) return sessionStorage.setItem(mark, '1');
    if (sessionStorage.getItem(mark) === null) return;
    // Broken off or refused: the page of the trouble says what there is.
    if (state.stage === 'trouble') return sessionStorage.removeItem(mark);
    isAsked = true;
    const [report] = await ask('recovery.reports', {}).catch(() => []);
    isAsked = false;
    end(report ? { kind: 'report', report } : null);
  };
  void look();
  return useSession.subscribe(() => void look());
}
