import { create } from 'zustand';
import type { ToastContent } from '#renderer/components/toast-view.tsx';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';

/** A toast; `refused`: why, of taking an action back where there is no title; `sent`: it waited for a link. The frame words both. */
export type Toast = ToastContent & { refused?: CoreError | undefined; sent?: true };

interface Toasts {
  toasts: readonly Toast[];
  show: (toast: Omit<Toast, 'id'>) => void;
  close: (id: string) => void;
  /** Nothing waits for a link any more. */
  settle: () => void;
}

const MOST = 3;
let last = 0;

/** Results of actions, at most three at a time; the oldest gives way. Of errors only the refusal of a way back comes here. */
export const useToasts = create<Toasts>()((set) => ({
  toasts: [],
  show: (toast) => {
    last += 1;
    const id = String(last);
    const { undo } = toast;
    const shown = { ...toast, id, ...(undo ? { undo: () => takeBack(undo, toast.object) } : {}) };
    set((before) => ({ toasts: [...before.toasts, shown].slice(-MOST) }));
  },
  close: (id) => set((before) => ({ toasts: before.toasts.filter((toast) => toast.id !== id) })),
  settle: () => set((before) => ({ toasts: before.toasts.flatMap(settled) })),
}));

/** What was saved without a link leaves when it is sent; its way back stays, without names: they may not be for this person any more. */
function settled(toast: Toast): Toast[] {
  const { id, tone, undo } = toast;
  if (tone !== 'offline') return [toast];
  return undo ? [{ id, tone: 'done', title: '', sent: true, undo }] : [];
}

/** The place of the action may be gone by now, so that a refusal of its way back is told where the action was. */
async function takeBack(undo: () => Promise<unknown>, object: string | undefined): Promise<void> {
  try {
    await undo();
  } catch (fault) {
    useToasts.getState().show({ tone: 'failed', title: '', object, refused: asCoreError(fault) });
  }
}

/** Takes back the newest action that can be taken back; false when there is none. */
export function undoLast(): boolean {
  const { toasts, close } = useToasts.getState();
  const newest = toasts.findLast((toast) => toast.undo);
  if (!newest) return false;
  void newest.undo?.();
  close(newest.id);
  return true;
}
