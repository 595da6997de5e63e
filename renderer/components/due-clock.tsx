import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import css from '#renderer/components/due-clock.module.css';

/**
 * run: time is left; risk: under a quarter of it; late: over; link: over by the event, in time by the centre; pause: it stands;
 * off: outside of working hours; met: done in time.
 */
const dueStates = ['run', 'risk', 'late', 'link', 'pause', 'off', 'met'] as const;
export type DueState = (typeof dueStates)[number];

const LENGTH = 2 * Math.PI * 6;

/** The clock of a deadline: a ring with the share left (0…1) and its words. `tip` is the exact deadline, told on hover and focus. */
export function DueClock(props: { state: DueState; left?: number | null; tip?: ReactNode; children: ReactNode }) {
  const clock = (
    <span className={css['clock']} data-state={props.state}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <Face state={props.state} left={props.left ?? 1} />
      </svg>
      <span className={css['words']}>{props.children}</span>
    </span>
  );
  return props.tip ? <Tooltip label={props.tip}>{clock}</Tooltip> : clock;
}

/** Each state has a shape of its own, so that nothing is lost without colours. */
function Face({ state, left }: { state: DueState; left: number }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round' } as const;
  switch (state) {
    case 'late':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path d="M8 4.5V8l2.2 1.6" {...line} stroke="var(--op-surface)" />
        </>
      );
    case 'link':
      return (
        <>
          <circle cx="8" cy="8" r="6" {...line} />
          <path d="M8 4.8V8l2 1.4M3 13L13 3" {...line} />
        </>
      );
    case 'pause':
      return (
        <>
          <circle cx="8" cy="8" r="6" {...line} />
          <path d="M6.5 6v4M9.5 6v4" {...line} />
        </>
      );
    case 'off':
      return <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z" {...line} strokeLinejoin="round" />;
    case 'met':
      return <path d="M2.8 8.6l3.4 3.4 7-7.6" {...line} strokeWidth={1.8} strokeLinejoin="round" />;
    default:
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="var(--op-line-strong)" strokeWidth="2.4" />
          <circle
            cx="8"
            cy="8"
            r="6"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.4"
            strokeDasharray={`${Math.min(1, Math.max(0.02, left)) * LENGTH} ${LENGTH}`}
            transform="rotate(-90 8 8)"
          />
        </>
      );
  }
}
