import type { PoolClient } from 'pg';
import { arrayText } from '#server/store/array-text.ts';
import { dueIndex, dueKey } from '#server/store/due-keys.ts';
import { genesisHash } from '#server/store/genesis.ts';
import type { Client, DueRow, Head, ReadTx, StoredRow } from '#server/store/port.ts';
import * as sql from '#server/store/read-sql.ts';
import { safeText } from '#server/store/safe-text.ts';
import * as scopeSql from '#server/store/scope-sql.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entityNames } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { RowChange, Verdict } from '#shared/sync/command-wire.ts';

interface RawRow {
  id: string;
  data: string;
  version: number;
  at: number;
  scopes: string[];
}

/** A row as it lies in the database: `data` is its JSON text, null for a leave. */
export interface RawChange {
  entity: string;
  id: string;
  version: number;
  at: number;
  data: string | null;
}

/** The reads of the port on one connection inside one transaction of one organization. */
export class PostgresReadTx implements ReadTx {
  protected readonly connection: PoolClient;
  protected readonly org: string;

  constructor(connection: PoolClient, org: string) {
    this.connection = connection;
    this.org = org;
  }

  async head(): Promise<Head> {
    return headOf((await this.rows<HeadRow>('head', sql.head, []))[0], this.org);
  }

  async getMany(entity: EntityName, ids: readonly Id[]): Promise<Map<Id, StoredRow>> {
    const found = new Map<Id, StoredRow>();
    if (ids.length === 0) return found;
    const rows = await this.rows<RawRow>('get', sql.getMany, [entity, ids.map(safeText)]);
    for (const row of rows) found.set(row.id, stored(row));
    return found;
  }

  async byKey(entity: EntityName, index: string, key: string, limit: number, last: boolean): Promise<StoredRow[]> {
    const [name, text] = last ? ['last', sql.byKeyLast] : ['first', sql.byKeyFirst];
    const rows = await this.rows<RawRow>(`key-${name}`, text, [entity, index, safeText(key), limit]);
    return (last ? rows.reverse() : rows).map(stored);
  }

  async byKeys(
    entity: EntityName,
    index: string,
    keys: readonly string[],
    limit: number,
  ): Promise<Map<string, StoredRow[]>> {
    const found = new Map<string, StoredRow[]>(keys.map((key) => [key, []]));
    const asked = new Map(keys.map((key) => [safeText(key), key]));
    const rows = await this.rows<RawRow & { key: string }>('keys', sql.byKeys, [
      entity,
      index,
      [...asked.keys()],
      limit,
    ]);
    for (const row of rows) found.get(asked.get(row.key) as string)?.push(stored(row));
    return found;
  }

  async due(entity: EntityName, until: number, after: DueRow | null, limit: number): Promise<DueRow[]> {
    const place = after ? [dueKey(after.due), safeText(after.id)] : ['', ''];
    const values = [entity, dueIndex, dueKey(until), ...place, limit];
    const rows = await this.rows<{ id: string; key: string }>('due', sql.due, values);
    return rows.map((row) => ({ id: row.id, due: Number(row.key) }));
  }

  async idsOf(entity: EntityName): Promise<Id[]> {
    return (await this.rows<{ id: string }>('ids', sql.idsOf, [entity])).map((row) => row.id);
  }

  async client(id: string): Promise<Client | null> {
    const [row] = await this.rows<ClientRow>('client', sql.client, [safeText(id)]);
    return row ? clientOf(row) : null;
  }

  async verdictsAfter(client: string, after: number, limit: number): Promise<Verdict[]> {
    const rows = await this.rows<{ verdict: string }>('verdicts', sql.verdictsAfter, [safeText(client), after, limit]);
    return rows.map((row) => JSON.parse(row.verdict) as Verdict);
  }

  async known(ids: readonly Id[]): Promise<Map<Id, { verdict: Verdict; argsHash: string }>> {
    const found = new Map<Id, { verdict: Verdict; argsHash: string }>();
    if (ids.length === 0) return found;
    const rows = await this.rows<{ verdict: string; args_hash: string }>('known', sql.known, [ids.map(safeText)]);
    for (const row of rows) {
      const verdict = JSON.parse(row.verdict) as Verdict;
      // The first word on a command is the one that counts.
      if (!found.has(verdict.id)) found.set(verdict.id, { verdict, argsHash: row.args_hash });
    }
    return found;
  }

  async chainAt(seq: number): Promise<string | null> {
    if (seq === 0) return genesisHash(this.org);
    const [row] = await this.rows<{ chain_hash: string }>('chain', sql.chainAt, [seq]);
    return row?.chain_hash ?? null;
  }

  async changesSince(scopes: readonly string[], cursor: number, limit: number): Promise<RowChange[]> {
    const rows = await this.rows<RawChange>('since', sql.changesSince, [scopes, cursor, limit]);
    return rows.map(change);
  }

  async digests(scopes: readonly string[]): Promise<Map<string, { rows: number; digest: string }>> {
    const rows = await this.rows<{ scope: string; rows: number; digest: string }>('digests', scopeSql.digests, [
      scopes,
    ]);
    return new Map(rows.map(({ scope, rows: count, digest }) => [scope, { rows: count, digest }]));
  }

  async forgottenSince(scopes: readonly string[], cursor: number): Promise<string[]> {
    const rows = await this.rows<{ scope: string }>('floors', scopeSql.floorsAbove, [scopes, cursor]);
    return rows.map((row) => row.scope);
  }

  async backfill(
    scopes: readonly string[],
    after: { entity: EntityName; id: Id } | null,
    limit: number,
  ): Promise<RowChange[]> {
    return (await this.backfillRaw(scopes, after, limit)).map(change);
  }

  /** The same as `backfill` with the rows as JSON text, for streams that only hand them on. */
  async backfillRaw(
    scopes: readonly string[],
    after: { entity: string; id: Id } | null,
    limit: number,
  ): Promise<RawChange[]> {
    const found: RawChange[] = [];
    const start = after ? entityNames.indexOf(after.entity as EntityName) : 0;
    for (const entity of entityNames.slice(Math.max(0, start))) {
      const from = after?.entity === entity ? safeText(after.id) : '';
      const values = [entity, from, scopes, limit - found.length];
      found.push(...(await this.rows<RawChange>('backfill', sql.backfill, values)));
      if (found.length >= limit) break;
    }
    return found;
  }

  async countVisible(scopes: readonly string[]): Promise<number> {
    const [row] = await this.rows<{ count: number }>('count', sql.countVisible, [scopes]);
    return row?.count ?? 0;
  }

  protected async rows<R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> {
    const given = values.map((value) => (Array.isArray(value) ? arrayText(value as string[]) : value));
    return (await this.connection.query<R>({ name: `opora-${name}`, text, values: [this.org, ...given] })).rows;
  }
}

export interface HeadRow {
  epoch: string;
  head_seq: number;
  chain_hash: string;
}

/** The counter row as the lane locks it. */
export interface LockedRow extends HeadRow {
  audit_n: number;
  audit_hash: string;
}

export function headOf(row: HeadRow | undefined, org: string): Head {
  if (!row) throw new Error(`no such organization: ${org}`);
  return { epoch: row.epoch, seq: row.head_seq, chainHash: row.chain_hash };
}

interface ClientRow {
  id: string;
  user_id: string;
  device: string;
  device_name: string;
  last_n: number;
  lease: string;
  previous_lease: string | null;
}

const clientOf = (row: ClientRow): Client => ({
  id: row.id,
  userId: row.user_id,
  device: row.device,
  deviceName: row.device_name,
  lastN: row.last_n,
  lease: row.lease,
  previousLease: row.previous_lease,
});

const stored = (raw: RawRow): StoredRow => ({
  row: JSON.parse(raw.data) as AnyRow,
  version: raw.version,
  at: raw.at,
  scopes: raw.scopes,
});

const change = (raw: RawChange): RowChange => ({
  e: raw.entity,
  id: raw.id,
  v: raw.version,
  at: raw.at,
  row: raw.data === null ? null : (JSON.parse(raw.data) as AnyRow),
});
