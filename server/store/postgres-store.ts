import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from 'pg';
import { genesisHash } from '#server/store/genesis.ts';
import type { ReadTx, ServerStore, WriteTx } from '#server/store/port.ts';
import { lockHead } from '#server/store/read-sql.ts';
import { headOf, type LockedRow, PostgresReadTx } from '#server/store/read-tx.ts';
import { inTenant } from '#server/store/tenant.ts';
import { PostgresWriteTx } from '#server/store/write-tx.ts';

/** Told after a commit that has moved a head, and before whoever committed goes on. */
export type Committed = (org: string, from: number, to: number) => void;

/** The port of the sync part on PostgreSQL; tests/conformance says what it promises. */
export function createPostgresStore(pool: Pool, committed?: Committed): ServerStore {
  return {
    async createOrganization(org, epoch) {
      const insert = `INSERT INTO organization (org_id, epoch, head_seq, chain_hash)
        VALUES ($1, $2, 0, $3) ON CONFLICT (org_id) DO NOTHING`;
      await inTenant(pool, { org }, 'write', (client) => client.query(insert, [org, epoch, genesisHash(org)]));
    },
    async write<T>(org: string, work: (tx: WriteTx) => Promise<T>) {
      let [from, to] = [0, 0];
      const value = await inLane(pool, org, async (tx) => {
        from = (await tx.head()).seq;
        const result = await work(tx);
        to = (await tx.head()).seq;
        return result;
      });
      if (to > from) committed?.(org, from, to);
      return value;
    },
    recount(org, scopes) {
      return inLane(pool, org, (tx) => tx.recount(scopes));
    },
    read<T>(org: string, work: (tx: ReadTx) => Promise<T>) {
      return inTenant(pool, { org }, 'snapshot', (client) => work(new PostgresReadTx(client, org)));
    },
  };
}

/** One snapshot with the reads that only this store has (rows as text, counts): for streams. */
export function readRaw<T>(pool: Pool, org: string, work: (tx: PostgresReadTx) => Promise<T>): Promise<T> {
  return inTenant(pool, { org }, 'snapshot', (client) => work(new PostgresReadTx(client, org)));
}

/** A transaction that is alone in its organization: its counter row is locked before anything is read. */
export function inLane<T>(pool: Pool, org: string, work: (tx: PostgresWriteTx) => Promise<T>): Promise<T> {
  const lock = lockHead(escapeLiteral(org));
  const run = (client: PoolClient, { rows: [row] }: QueryResult<LockedRow>): Promise<T> => {
    const audit = { n: row?.audit_n ?? 0, hash: row?.audit_hash ?? '' };
    return work(new PostgresWriteTx(client, org, headOf(row, org), audit));
  };
  return inTenant(pool, { org }, 'write', run, lock);
}
