import type { ReactNode } from 'react';
import css from '#renderer/components/status.module.css';
import type { Tone } from '#renderer/components/status-glyph.tsx';

/** A short fact about a record in one of the meanings: «до 15.05 · 2 дня». */
export function Pill({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={css['pill']} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
