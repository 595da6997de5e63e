import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entityNames, ownScopes } from '#shared/domain/registry.ts';

export interface PlacedRow {
  entity: EntityName;
  id: string;
  v: number;
  /** Those of the scopes asked about in which it stands, by itself or through its owner. */
  scopes: readonly string[];
}

/** Rows read at once: between two such readings others may use the connection. */
const atOnce = 100;

/** Nobody stands under these. */
const leaves: ReadonlySet<string> = new Set(['history', 'comment', 'conflict', 'snooze', 'saved_view']);

/**
 * Every row as the centre has confirmed it (pending commands neither hide one nor make one seen) with its scopes among `held`, some
 * at a time. Rows come in the order of the registry: owners before what stands under them.
 */
export function* placedRows(db: Readable, held: ReadonlySet<string>): Generator<PlacedRow[]> {
  const owners = new Map<string, readonly string[]>();
  const lists = new Map<string, readonly string[]>();
  const place = (entity: EntityName, row: AnyRow, v: number): PlacedRow => {
    const { scopes: own, parent } = ownScopes(entity, row);
    const inherited = parent ? (owners.get(`${parent.entity}/${parent.id}`) ?? []) : [];
    const found = [...new Set([...own.filter((scope) => held.has(scope)), ...inherited])].sort();
    const name = found.join('\n');
    // There are few different lists of scopes and many rows.
    const scopes = lists.get(name) ?? found;
    lists.set(name, scopes);
    if (!leaves.has(entity) && scopes.length > 0) owners.set(`${entity}/${row.id}`, scopes);
    return { entity, id: row.id, v, scopes };
  };
  for (const entity of entityNames) {
    const untouched = prepared(
      db,
      `SELECT * FROM "${entity}" AS t WHERE rid > ?
         AND NOT EXISTS (SELECT 1 FROM undo u WHERE u.entity = ? AND u.id = t.id) ORDER BY rid LIMIT ${atOnce}`,
    );
    for (let last = 0; ; ) {
      const records = untouched.all(last, entity) as Record<string, unknown>[];
      if (records.length > 0) yield records.map((one) => place(entity, decodeRow(entity, one), one['v'] as number));
      if (records.length < atOnce) break;
      last = records.at(-1)?.['rid'] as number;
    }
    const touched = prepared(db, 'SELECT row, v FROM undo WHERE entity = ? AND row IS NOT NULL');
    const kept = touched.all(entity) as { row: string; v: number }[];
    if (kept.length > 0) yield kept.map(({ row, v }) => place(entity, JSON.parse(row) as AnyRow, v));
  }
}
