import type { Emitted } from '#build/company/emitted.ts';
import type { LoadedRow } from '#server/store/bulk-load.ts';
import { ownScopes } from '#shared/domain/registry.ts';

/**
 * Adds to each row the scopes it stands in, its parent's included, sorted as the server's own commands sort them.
 * Parents come before their children in a company.
 */
export function* withScopes(rows: Iterable<Emitted>): Iterable<LoadedRow> {
  const known = new Map<string, string[]>();
  for (const { entity, row } of rows) {
    const own = ownScopes(entity, row);
    const inherited = own.parent ? known.get(own.parent.id) : [];
    if (!inherited) throw new Error(`${entity} ${row.id} came before its ${own.parent?.entity}`);
    const scopes = [...new Set([...own.scopes, ...inherited])].sort();
    if (!own.parent) known.set(row.id, scopes);
    yield { entity, row, scopes };
  }
}
