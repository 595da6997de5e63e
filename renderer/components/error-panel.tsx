import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import css from '#renderer/components/error-panel.module.css';
import { useWords } from '#renderer/i18n/words.ts';

/** What happened, what stayed untouched, what to do, and a short code that a press copies. */
export function ErrorPanel(props: { title?: string; text?: string; code: string; onRetry?: () => void }) {
  const t = useWords('common');
  return (
    <div className={css['panel']} role="alert">
      <IconFileOff size={20} stroke={1.6} className={css['icon']} aria-hidden="true" />
      <div>
        <p className={css['title']}>{props.title ?? t('panelFailed')}</p>
        <p className={css['text']}>{props.text ?? t('panelFailedSafe')}</p>
        <div className={css['actions']}>
          {props.onRetry && (
            <ActionButton size="xs" onClick={props.onRetry}>
              {t('retry')}
            </ActionButton>
          )}
          <CopyCode code={props.code} />
        </div>
      </div>
    </div>
  );
}

/** A code that can be copied with a press. */
export function CopyCode({ code }: { code: string }) {
  const t = useWords('common');
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <button type="button" className={css['code']} onClick={copy} aria-live="polite">
      {copied ? t('codeCopied') : t('code', { code })}
    </button>
  );
}
