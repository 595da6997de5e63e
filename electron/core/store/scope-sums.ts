import { hash } from 'node:crypto';
import type { Readable } from '#electron/core/store/handle.ts';
import { placedRows } from '#electron/core/store/placed-rows.ts';
import { digestText, ScopeAdder, type ScopeSum } from '#shared/sync/scope-digest.ts';

/** What the confirmed rows here come to, scope by scope; yields now and then, so that it can be done in slices. */
export function* scopeSums(db: Readable, scopes: readonly string[]): Generator<void, ScopeSum[]> {
  const adders = new Map(scopes.map((scope) => [scope, new ScopeAdder()]));
  for (const rows of placedRows(db, new Set(scopes))) {
    for (const { entity, id, v, scopes: stands } of rows) {
      if (stands.length === 0) continue;
      const bytes = hash('sha256', digestText(entity, id, v), 'buffer');
      for (const scope of stands) adders.get(scope)?.add(bytes);
    }
    yield;
  }
  return [...adders].map(([scope, { rows, digest }]) => ({ scope, rows, digest }));
}
