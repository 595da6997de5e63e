import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from '#renderer/components/bulk-bar.module.css';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { useWords } from '#renderer/i18n/words.ts';

export interface BulkAction {
  label: string;
  onClick: () => void;
  keys?: readonly string[];
  primary?: boolean;
  icon?: ReactNode;
}

/** What can be done with several rows at once; appears with the second selected row, above the list's footer. */
export function BulkBar(props: {
  count: number;
  total?: string | undefined;
  actions: readonly BulkAction[];
  onClose: () => void;
}) {
  const t = useWords('common');
  return (
    <div className={css['bar']} role="toolbar" aria-label={t('selected', { count: props.count })}>
      <b>{t('selected', { count: props.count })}</b>
      {props.total && <span className={css['total']}>{props.total}</span>}
      <span className={css['divider']} />
      {props.actions.map((action) => (
        <button
          key={action.label}
          type="button"
          className={css['action']}
          data-primary={action.primary || undefined}
          onClick={action.onClick}
        >
          {action.icon}
          {action.label}
          {action.keys && <KeyCaps keys={action.keys} on={action.primary ? 'fill' : 'inverse'} />}
        </button>
      ))}
      <button type="button" className={css['cross']} aria-label={t('close')} onClick={props.onClose}>
        <IconX size={16} stroke={1.6} />
      </button>
    </div>
  );
}
