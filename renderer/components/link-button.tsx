import type { ReactNode } from 'react';
import css from '#renderer/components/link-button.module.css';

/** An action that reads as part of a sentence. */
export function LinkButton({
  children,
  onClick,
  tone = 'ink',
}: {
  children: ReactNode;
  onClick: () => void;
  tone?: 'ink' | 'quiet';
}) {
  return (
    <button type="button" className={css['link']} data-tone={tone} onClick={onClick}>
      {children}
    </button>
  );
}
