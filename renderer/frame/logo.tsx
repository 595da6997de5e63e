/** The mark of the product: П that stands on its feet. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--op-ink-fill)" />
      <path
        d="M4.6 5.6h10.8M7.1 5.6v8.7M12.9 5.6v8.7M5.6 14.4h3M11.4 14.4h3"
        fill="none"
        stroke="var(--op-on-fill)"
        strokeWidth="1.7"
        strokeLinecap="square"
      />
    </svg>
  );
}
