import { type ToastContent, ToastView } from '#renderer/components/toast-view.tsx';
import css from '#renderer/frame/toast-area.module.css';

/** Bottom centre over the sheet; announced politely. */
export function ToastArea({ toasts, onClose }: { toasts: readonly ToastContent[]; onClose: (id: string) => void }) {
  return (
    <div className={css['area']} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} onClose={() => onClose(toast.id)} />
      ))}
    </div>
  );
}
