import { IconAlertTriangle, IconCircleCheck, IconUpload, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import css from '#renderer/components/toast-view.module.css';
import { useWords } from '#renderer/i18n/words.ts';

/** How long an action can be taken back, in milliseconds. */
export const UNDO_TIME = 10_000;

export interface ToastContent {
  id: string;
  /** done: a tick; offline: saved here, waits for a link; failed: it could not be taken back; plain: nothing was done. */
  tone: 'done' | 'offline' | 'failed' | 'plain';
  title: string;
  object?: string | undefined;
  /** What is always read to its end, beside the object: «сохранено без связи». */
  note?: string | undefined;
  /** A promise that is refused is told in a toast of its own. */
  undo?: (() => Promise<unknown>) | undefined;
  link?: { label: string; onClick: () => void } | undefined;
}

/** The result of an action with ten seconds to take it back; the line stops while the toast is hovered or focused. */
export function ToastView({ toast, onClose }: { toast: ToastContent; onClose: () => void }) {
  const t = useWords('common');
  const [left, setLeft] = useState(UNDO_TIME);
  const [held, setHeld] = useState(false);
  const closing = useRef(onClose);
  closing.current = onClose;

  useEffect(() => {
    if (held) return;
    const timer = setInterval(() => setLeft((before) => before - 250), 250);
    return () => clearInterval(timer);
  }, [held]);
  useEffect(() => {
    if (left <= 0) closing.current();
  }, [left]);

  const hold = {
    onMouseEnter: () => setHeld(true),
    onMouseLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
  return (
    <div className={css['toast']} data-tone={toast.tone} {...hold}>
      <ToneIcon tone={toast.tone} />
      <div className={css['words']}>
        <p className={css['title']}>{toast.title}</p>
        <p className={css['about']}>
          {toast.object && <span className={css['object']}>{toast.object}</span>}
          {toast.note && (
            <span className={css['rest']}>
              {toast.object ? ', ' : ''}
              {toast.note}
            </span>
          )}
          {toast.undo && (
            <span className={css['rest']} aria-hidden="true">
              {toast.object || toast.note ? ', ' : ''}
              {t('undoSeconds', { count: Math.max(1, Math.ceil(left / 1000)) })}
            </span>
          )}
        </p>
      </div>
      {toast.undo && (
        <button
          type="button"
          className={css['action']}
          aria-keyshortcuts="z"
          onClick={() => {
            void toast.undo?.();
            onClose();
          }}
        >
          {t('undo')} <KeyCaps keys={['Z']} on="inverse" />
        </button>
      )}
      {toast.link && (
        <button
          type="button"
          className={css['action']}
          onClick={() => {
            toast.link?.onClick();
            onClose();
          }}
        >
          {toast.link.label}
        </button>
      )}
      <button type="button" className={css['cross']} aria-label={t('close')} onClick={onClose}>
        <IconX size={14} stroke={1.6} />
      </button>
      {toast.undo && <span className={css['line']} style={{ transform: `scaleX(${left / UNDO_TIME})` }} />}
    </div>
  );
}

function ToneIcon({ tone }: Pick<ToastContent, 'tone'>) {
  const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;
  switch (tone) {
    case 'done':
      return <IconCircleCheck {...icon} className={css['done']} />;
    case 'failed':
      return <IconAlertTriangle {...icon} className={css['failed']} />;
    case 'offline':
      return <IconUpload {...icon} className={css['offline']} />;
    case 'plain':
      return null;
  }
}
