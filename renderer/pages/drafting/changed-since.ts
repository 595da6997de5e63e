import { sameValue } from '#shared/lib/canonical.ts';
import type { HistoryLine } from '#shared/queries/record.ts';

/** Of `fields`, those whose value is another one than it was at `moment`, by the record's history (newest first). */
export function changedSince(history: readonly HistoryLine[], moment: number, fields: readonly string[]): string[] {
  const later = history.filter((line) => line.occurredAt > moment).flatMap((line) => line.changes);
  return fields.filter((field) => {
    const changes = later.filter((change) => change.field === field);
    return changes.length > 0 && !sameValue(changes[0]?.to ?? null, changes.at(-1)?.from ?? null);
  });
}
