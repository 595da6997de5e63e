/** Two sheets and a stamp: the picture of a place where papers will be. */
export function EmptyDrawing() {
  const soft = { fill: 'var(--op-subtle)', stroke: 'var(--op-line-strong)', strokeWidth: 1.5 } as const;
  const line = { stroke: 'var(--op-line-strong)', strokeWidth: 1.6, strokeLinecap: 'round', fill: 'none' } as const;
  const ink = {
    stroke: 'var(--op-ink)',
    strokeWidth: 1.8,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    fill: 'none',
  } as const;
  return (
    <svg width="112" height="104" viewBox="0 0 112 104" aria-hidden="true">
      <rect x="2" y="8" width="70" height="90" rx="5" {...soft} />
      <rect x="20" y="2" width="70" height="90" rx="5" {...soft} fill="var(--op-surface)" />
      <path d="M32 20h30M32 30h46M32 40h46M32 48h38" {...line} />
      <path d="M32 76c4-9 8-12 9-8s-2 9 1 8 4-9 8-9 0 9 3 8 4-6 7-6 2 3 5 2" {...ink} />
      <circle cx="90" cy="76" r="17" fill="var(--op-ink-tint)" stroke="var(--op-ink)" strokeWidth="1.5" />
      <path d="M82 70h16M86 70v13M94 70v13M84 83h4M92 83h4" {...ink} />
    </svg>
  );
}
