import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import css from '#renderer/components/progress-line.module.css';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** Long work: what runs, how far it is, what may be done meanwhile, and the way to stop it. */
export function ProgressLine(props: {
  title: string;
  done: number;
  total: number;
  hint?: string;
  icon?: ReactNode;
  onCancel?: () => void;
}) {
  const t = useWords('common');
  const share = props.total > 0 ? Math.min(1, props.done / props.total) : 0;
  return (
    <div className={css['box']}>
      <div className={css['head']}>
        {props.icon}
        <span className={css['title']}>{props.title}</span>
        {props.total > 0 && (
          <b className="op-figures">
            {t('stepOf', { done: formatCount(props.done), total: formatCount(props.total) })}
          </b>
        )}
        {props.onCancel && (
          <ActionButton size="xs" onClick={props.onCancel}>
            {t('cancel')}
          </ActionButton>
        )}
      </div>
      <div
        className={css['track']}
        role="progressbar"
        aria-label={props.title}
        aria-valuemin={0}
        aria-valuemax={props.total}
        aria-valuenow={props.done}
      >
        <div className={css['bar']} style={{ transform: `scaleX(${share})` }} />
      </div>
      {props.hint && <p className={css['hint']}>{props.hint}</p>}
    </div>
  );
}
