import { hash } from 'node:crypto';
import type { Head, ReadTx } from '#server/sync/store-port.ts';
import type { TailEntry } from '#server/sync/tail-page.ts';
import { digestText, nothing } from '#shared/sync/scope-digest.ts';
import type { Check } from '#shared/sync/up.ts';

interface Sum {
  rows: number;
  digest: string;
}

/**
 * Which of the scopes come to something else in the centre; null when rows of them have been written since the workstation's cursor
 * and it is not known what they were before. Scopes the workstation was not told of are not spoken about.
 */
export async function differing(
  tx: ReadTx,
  held: ReadonlySet<string>,
  asked: Check,
  entriesTo: (head: Head) => readonly TailEntry[] | null,
): Promise<string[] | null> {
  const sums = asked.scopes.filter((one) => held.has(one.scope));
  const scopes = sums.map((one) => one.scope);
  if (scopes.length === 0) return null;
  const [head, newer, kept] = await Promise.all([
    tx.head(),
    tx.changesSince(scopes, asked.cursor, 1),
    tx.digests(scopes),
  ]);
  const entries = newer.length === 0 ? [] : entriesTo(head);
  if (!entries) return null;
  const differs = ({ scope, rows, digest }: Check['scopes'][number]): boolean => {
    const centre = before(entries, scope, kept.get(scope) ?? nothing);
    return centre.rows !== rows || centre.digest !== digest;
  };
  return sums.filter(differs).map((one) => one.scope);
}

/** What the rows of a scope came to before these entries were written. */
function before(entries: readonly TailEntry[], scope: string, { rows, digest }: Sum): Sum {
  let count = rows;
  let bits = BigInt(`0x${digest}`);
  const turn = (entity: string, id: string, version: number): void => {
    bits ^= hash('sha256', digestText(entity, id, version), 'buffer').readBigUInt64BE();
  };
  for (const entry of entries) {
    for (const { entity, id, row, version, scopes, before: earlier } of entry.rows) {
      if (row !== null && scopes.includes(scope)) {
        count -= 1;
        turn(entity, id, version);
      }
      if (!earlier?.scopes.includes(scope)) continue;
      count += 1;
      turn(entity, id, earlier.version);
    }
  }
  return { rows: count, digest: bits.toString(16).padStart(16, '0') };
}
