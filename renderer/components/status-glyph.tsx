import type { ReactNode } from 'react';

export const statusTones = {
  draft: 'gray',
  check: 'ink',
  approve: 'amber',
  sign: 'ink',
  reg: 'teal',
  perform: 'green',
  done: 'green',
  wait: 'amber',
  late: 'red',
  refused: 'red',
  void: 'gray',
  conflict: 'plum',
} as const;

export type StatusKey = keyof typeof statusTones;
export type Tone = (typeof statusTones)[StatusKey];

/** How much of the disc is filled while the record is on its way. */
const shares: Partial<Record<StatusKey, number>> = { check: 0.25, approve: 0.5, sign: 0.7, reg: 0.88, perform: 1 };

function pie(share: number): ReactNode {
  if (share === 1) return <circle cx="8" cy="8" r="4" fill="currentColor" />;
  const angle = share * 2 * Math.PI;
  const x = (8 + 4 * Math.sin(angle)).toFixed(2);
  const y = (8 - 4 * Math.cos(angle)).toFixed(2);
  return <path d={`M8 8V4A4 4 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`} fill="currentColor" />;
}

const ring = <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const disc = <circle cx="8" cy="8" r="7" fill="currentColor" />;
const mark = {
  fill: 'none',
  stroke: 'var(--op-glyph-mark, var(--op-surface))',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
} as const;

function shape(status: StatusKey): ReactNode {
  const share = shares[status];
  if (share !== undefined)
    return (
      <>
        {[ring, pie(share)].map((part, index) => (
          <g key={index === 0 ? 'ring' : 'pie'}>{part}</g>
        ))}
      </>
    );
  switch (status) {
    case 'done':
      return (
        <>
          {disc}
          <path d="M5 8.3l2.1 2.1L11 6.2" strokeLinejoin="round" {...mark} />
        </>
      );
    case 'late':
      return (
        <>
          {disc}
          <path d="M8 4.6v4.1M8 11.3v.1" {...mark} />
        </>
      );
    case 'refused':
      return (
        <>
          {disc}
          <path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" {...mark} />
        </>
      );
    case 'wait':
      return (
        <>
          {ring}
          <path d="M6.5 6v4M9.5 6v4" {...mark} stroke="currentColor" strokeWidth="1.6" />
        </>
      );
    case 'void':
      return (
        <>
          {ring}
          <path d="M3.7 12.3l8.6-8.6" {...mark} stroke="currentColor" strokeWidth="1.5" />
        </>
      );
    case 'conflict':
      return (
        <>
          <path d="M8 .9l7.1 7.1L8 15.1.9 8z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
          <path d="M8 5v3.6M8 11v.1" {...mark} />
        </>
      );
    default:
      return (
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.3 1.63" />
      );
  }
}

/** The clock of a record's life. Its word always stands beside it or in the accessible name, so the glyph itself is silent. */
export function StatusGlyph({ status, size = 14 }: { status: StatusKey; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      data-tone={statusTones[status]}
      style={{ color: `var(--op-${statusTones[status]})`, flex: 'none' }}
    >
      {shape(status)}
    </svg>
  );
}
