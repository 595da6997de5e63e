import type { ReadTx } from '#server/sync/store-port.ts';
import { nothing } from '#shared/sync/scope-digest.ts';
import type { Check } from '#shared/sync/up.ts';

/**
 * Which of the scopes come to something else in the centre; null when rows of them have been written since the workstation's cursor,
 * so that the two cannot be compared. Scopes the workstation was not told of are not spoken about.
 */
export async function differing(tx: ReadTx, held: ReadonlySet<string>, asked: Check): Promise<string[] | null> {
  const sums = asked.scopes.filter((one) => held.has(one.scope));
  const scopes = sums.map((one) => one.scope);
  if (scopes.length === 0) return null;
  const [newer, kept] = await Promise.all([tx.changesSince(scopes, asked.cursor, 1), tx.digests(scopes)]);
  if (newer.length > 0) return null;
  const differs = ({ scope, rows, digest }: Check['scopes'][number]): boolean => {
    const centre = kept.get(scope) ?? nothing;
    return centre.rows !== rows || centre.digest !== digest;
  };
  return sums.filter(differs).map((one) => one.scope);
}
