import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core';
import type { MouseEvent, ReactNode, Ref } from 'react';
import css from '#renderer/components/icon-button.module.css';
import { KeyCaps } from '#renderer/components/key-caps.tsx';

export interface IconButtonProps extends Omit<ActionIconProps, 'size' | 'disabled' | 'onClick'> {
  label: string;
  children: ReactNode;
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  /** A switch that is on: ink on its tint. */
  active?: boolean | undefined;
  disabled?: boolean;
  keys?: readonly string[];
  size?: number;
  ref?: Ref<HTMLButtonElement>;
}

/** An icon that acts. Its name and key are in the tooltip and in the accessible name. */
export function IconButton({
  label,
  children,
  onClick,
  active,
  disabled,
  keys,
  size = 28,
  ref,
  ...target
}: IconButtonProps) {
  return (
    <Tooltip
      label={
        <span className={css['tip']}>
          {label}
          {keys && <KeyCaps keys={keys} on="inverse" />}
        </span>
      }
    >
      <ActionIcon
        // What a popover says of its button is handed through.
        {...target}
        ref={ref}
        size={size}
        aria-label={label}
        aria-pressed={active}
        data-active={active || undefined}
        className={css['icon']}
        disabled={disabled ?? false}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
