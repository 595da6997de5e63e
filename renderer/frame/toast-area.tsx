import { ToastView } from '#renderer/components/toast-view.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import css from '#renderer/frame/toast-area.module.css';
import { useWords } from '#renderer/i18n/words.ts';
import type { Toast } from '#renderer/state/toasts.ts';

/** Bottom centre over the sheet; announced politely. */
export function ToastArea({ toasts, onClose }: { toasts: readonly Toast[]; onClose: (id: string) => void }) {
  const t = useWords('common');
  const words = useErrorWords();
  return (
    <div className={css['area']} role="status" aria-live="polite">
      {toasts.map(({ refused, sent, ...toast }) => (
        <ToastView
          key={toast.id}
          toast={
            refused
              ? { ...toast, title: toast.title || t('undoRefused'), object: undefined, note: words(refused) }
              : { ...toast, title: sent ? t('sent') : toast.title }
          }
          onClose={() => onClose(toast.id)}
        />
      ))}
    </div>
  );
}
