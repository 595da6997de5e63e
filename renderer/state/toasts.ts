import { create } from 'zustand';
import type { ToastContent } from '#renderer/components/toast-view.tsx';

interface Toasts {
  toasts: readonly ToastContent[];
  show: (toast: Omit<ToastContent, 'id'>) => void;
  close: (id: string) => void;
}

const MOST = 3;
let last = 0;

/** Results of actions, at most three at a time; the oldest gives way. Errors never come here. */
export const useToasts = create<Toasts>()((set) => ({
  toasts: [],
  show: (toast) => {
    last += 1;
    const id = String(last);
    set((before) => ({ toasts: [...before.toasts, { ...toast, id }].slice(-MOST) }));
  },
  close: (id) => set((before) => ({ toasts: before.toasts.filter((toast) => toast.id !== id) })),
}));

/** Takes back the newest action that can be taken back; false when there is none. */
export function undoLast(): boolean {
  const { toasts, close } = useToasts.getState();
  const newest = toasts.findLast((toast) => toast.undo);
  if (!newest) return false;
  newest.undo?.();
  close(newest.id);
  return true;
}
