import css from '#renderer/components/skeleton-rows.module.css';

/** Rows of true height for data that takes longer than 300 ms. */
export function SkeletonRows({ rows = 3 }: { rows?: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // The rows are all alike and never move: their place is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={row} className={css['row']}>
          <span className={css['square']} />
          <span className={css['bar']} />
          <span className={css['bar']} data-short={row % 3 || undefined} />
          <span className={css['bar']} />
          <span className={css['disc']} />
        </div>
      ))}
    </div>
  );
}
