import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import css from '#renderer/components/action-button.module.css';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';

export interface ActionButtonProps {
  children: ReactNode;
  onClick?: (() => void) | undefined;
  /** filled: one per area; danger: only what cannot be undone. */
  variant?: 'filled' | 'default' | 'light' | 'subtle' | 'danger';
  size?: 'xs' | 'sm' | 'md';
  /** The keys that do the same, printed on the button. */
  keys?: readonly string[];
  icon?: ReactNode;
  /** While the action runs; the spinner comes after 300 ms, repeat presses are ignored at once. */
  busy?: boolean;
  /** Why it cannot be pressed now; stands beside the button and disables it. */
  reason?: string | undefined;
  /** The id of the element that tells the reason, where there is no room beside the button. */
  reasonId?: string | undefined;
  type?: 'button' | 'submit';
  grow?: boolean;
  autoFocus?: boolean;
}

const shortcut = (keys: readonly string[]) => keys.join('+').replace('Ctrl', 'Control').replace('↵', 'Enter');

/** A button of the design language. It is never disabled without a reason that can be read. */
export function ActionButton(props: ActionButtonProps) {
  const { variant = 'default', keys, busy = false, reason, reasonId, grow } = props;
  const spinning = useDelayed(busy, 300);
  const filled = variant === 'filled' || variant === 'danger';
  const button = (
    <Button
      type={props.type ?? 'button'}
      size={props.size ?? 'sm'}
      variant={filled ? 'filled' : variant}
      className={css['button']}
      data-tone={variant}
      data-grow={grow || undefined}
      data-autofocus={props.autoFocus || undefined}
      disabled={reason !== undefined}
      aria-describedby={reasonId}
      loading={spinning}
      aria-busy={busy}
      aria-keyshortcuts={keys ? shortcut(keys) : undefined}
      leftSection={props.icon}
      rightSection={keys && <KeyCaps keys={keys} on={filled && reason === undefined ? 'fill' : 'surface'} />}
      onClick={busy ? undefined : props.onClick}
    >
      {props.children}
    </Button>
  );
  if (reason === undefined || reasonId !== undefined) return button;
  return (
    <span className={css['withReason']}>
      {button}
      <span className={css['reason']}>{reason}</span>
    </span>
  );
}
