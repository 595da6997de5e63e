import { sameValue } from '#shared/lib/canonical.ts';

/** What of a form differs from what stood before; a field that holds nothing any more is null. */
export function changedValues(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    keys.flatMap((key) =>
      sameValue(before[key] ?? null, after[key] ?? null) ? [] : [[key, after[key] ?? null] as const],
    ),
  );
}
