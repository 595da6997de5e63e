import type { PoolClient } from 'pg';
import {
  type AuditEntry,
  type AuditHead,
  addEntries,
  nextEntry,
  verdictsEvent,
  vouchedFor,
} from '#server/store/audit-chain.ts';
import type { Batch, Client, Head, LogEntry, RowWrite, StoredRow, WriteTx } from '#server/store/port.ts';
import { PostgresReadTx } from '#server/store/read-tx.ts';
import { keyDifference } from '#server/store/row-keys.ts';
import { safeText } from '#server/store/safe-text.ts';
import { dropDigests, moveDigests, recountDigests } from '#server/store/scope-sql.ts';
import * as sql from '#server/store/write-sql.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

const place = (entity: string, id: Id): string => `${entity}/${id}`;

/** The lane's transaction: reads as they stand now, and one set-wise write per table. */
export class PostgresWriteTx extends PostgresReadTx implements WriteTx {
  /** Rows as last seen in this transaction (nobody else can change them): null where there is none. */
  readonly #seen = new Map<string, AnyRow | null>();
  #head: Head;
  #audit: AuditHead;

  /** `head` and `audit` are what the locked counter row says. */
  constructor(connection: PoolClient, org: string, head: Head, audit: AuditHead) {
    super(connection, org);
    this.#head = head;
    this.#audit = audit;
  }

  override async head(): Promise<Head> {
    return this.#head;
  }

  override async getMany(entity: EntityName, ids: readonly Id[]): Promise<Map<Id, StoredRow>> {
    const found = await super.getMany(entity, ids);
    for (const id of ids) this.#seen.set(place(entity, id), found.get(id)?.row ?? null);
    return found;
  }

  override async byKey(...query: Parameters<PostgresReadTx['byKey']>): Promise<StoredRow[]> {
    const found = await super.byKey(...query);
    for (const { row } of found) this.#seen.set(place(query[0], row.id), row);
    return found;
  }

  override async byKeys(...query: Parameters<PostgresReadTx['byKeys']>): Promise<Map<string, StoredRow[]>> {
    const found = await super.byKeys(...query);
    for (const rows of found.values()) for (const { row } of rows) this.#seen.set(place(query[0], row.id), row);
    return found;
  }

  /** Drops what is remembered of rows, so that a long load does not keep them all. */
  forget(): void {
    this.#seen.clear();
  }

  async write(batch: Batch): Promise<void> {
    const rows = lastOfEach(batch.rows);
    const { epoch, seq, chainHash } = batch.head;
    const entries = this.#auditOf(batch);
    this.#audit = entries.at(-1) ?? this.#audit;
    // All at once: the connection sends them in this order without waiting for the answers in between. The rows as they were are
    // asked for first, within #writeKeys.
    await Promise.all([
      this.#writeKeys(rows),
      this.#moveDigests(rows),
      this.#writeRows(rows),
      this.#writeScopes(rows),
      this.#writeLog(batch.log, entries[0]?.n ?? null),
      this.#writeAudit(entries),
      this.#writeClients(batch.clients),
      this.rows('head-move', sql.moveHead, [epoch, seq, chainHash, this.#audit.n, this.#audit.hash]),
    ]);
    for (const { entity, id, row } of rows) this.#seen.set(place(entity, id), row);
    this.#head = batch.head;
  }

  async #writeRows(rows: readonly RowWrite[]): Promise<void> {
    if (rows.length === 0) return;
    await this.rows('rows', sql.upsertRows, [
      rows.map((one) => one.entity),
      rows.map((one) => one.id),
      rows.map((one) => (one.row === null ? null : JSON.stringify(one.row))),
      rows.map((one) => one.version),
      rows.map((one) => one.at),
      rows.map((one) => (one.row === null ? [] : one.scopes).join(sql.scopeSeparator)),
    ]);
  }

  /** Works out the digests of some scopes from the rows that stand in them. */
  async recount(scopes: readonly string[]): Promise<void> {
    await this.rows('digests-drop', dropDigests, [scopes]);
    await this.rows('digests-recount', recountDigests, [scopes]);
  }

  /** Reads the rows as they were: it is sent before they are written. */
  async #moveDigests(rows: readonly RowWrite[]): Promise<void> {
    if (rows.length === 0) return;
    await this.rows('digests-move', moveDigests, [
      rows.map((one) => one.entity),
      rows.map((one) => one.id),
      rows.map((one) => one.version),
      rows.map((one) => (one.row === null ? [] : one.scopes).join(sql.scopeSeparator)),
    ]);
  }

  async #writeScopes(rows: readonly RowWrite[]): Promise<void> {
    const entries = rows.flatMap((one) => {
      const stands = one.row === null ? [] : [...new Set(one.scopes)];
      const left = [...new Set(one.left)].filter((scope) => !stands.includes(scope));
      return [
        ...stands.map((scope) => ({ one, scope, gone: false })),
        ...left.map((scope) => ({ one, scope, gone: true })),
      ];
    });
    if (entries.length === 0) return;
    await this.rows('scopes', sql.upsertScopes, [
      entries.map((entry) => entry.scope),
      entries.map((entry) => entry.one.entity),
      entries.map((entry) => entry.one.id),
      entries.map((entry) => entry.one.version),
      entries.map((entry) => entry.one.at),
      entries.map((entry) => entry.gone),
    ]);
  }

  async #writeKeys(rows: readonly RowWrite[]): Promise<void> {
    await this.#seeUnseen(rows);
    const [add, drop]: [string[][], string[][]] = [[], []];
    for (const { entity, id, row } of rows) {
      const difference = keyDifference(entity, this.#seen.get(place(entity, id)) ?? null, row);
      for (const { index, key } of difference.add) add.push([entity, index, key, id]);
      for (const { index, key } of difference.drop) drop.push([entity, index, key, id]);
    }
    if (drop.length > 0) await this.rows('keys-drop', sql.dropKeys, columns(drop));
    if (add.length > 0) await this.rows('keys-add', sql.addKeys, columns(add));
  }

  async #seeUnseen(rows: readonly RowWrite[]): Promise<void> {
    const unseen = rows.filter(({ entity, id }) => !this.#seen.has(place(entity, id)));
    if (unseen.length === 0) return;
    const values = [unseen.map((one) => one.entity), unseen.map((one) => one.id)];
    const found = await this.rows<{ entity: string; id: string; data: string }>('before', sql.before, values);
    for (const { entity, id, data } of found) this.#seen.set(place(entity, id), JSON.parse(data) as AnyRow);
  }

  /** One entry vouches for all verdicts of the batch, and comes first; each event has its own. */
  #auditOf({ log, events = [] }: Batch): AuditEntry[] {
    const verdicts = { at: log[0]?.verdict.at ?? 0, actor: 'centre', event: verdictsEvent, details: vouchedFor(log) };
    const entries: AuditEntry[] = [];
    for (const event of log.length > 0 ? [verdicts, ...events] : events)
      entries.push(nextEntry(this.org, entries.at(-1) ?? this.#audit, event));
    return entries;
  }

  async #writeAudit(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.rows('audit', addEntries, [
      entries.map((entry) => entry.n),
      entries.map((entry) => entry.at),
      entries.map((entry) => entry.actor),
      entries.map((entry) => entry.event),
      entries.map((entry) => entry.details),
      entries.map((entry) => entry.hash),
    ]);
  }

  async #writeLog(log: readonly LogEntry[], auditN: number | null): Promise<void> {
    if (log.length === 0) return;
    await this.rows('log', sql.addLog, [
      log.map((entry) => safeText(entry.client)),
      log.map((entry) => entry.verdict.n),
      log.map((entry) => safeText(entry.verdict.id)),
      log.map((entry) => safeText(entry.userId)),
      log.map((entry) => entry.verdict.seq),
      log.map((entry) => entry.chainHash),
      log.map((entry) => JSON.stringify(entry.verdict)),
      log.map((entry) => safeText(entry.argsHash)),
      log.map((entry) => JSON.stringify(entry.command)),
      log.map((entry) => entry.verdict.at),
      auditN,
    ]);
  }

  async #writeClients(clients: readonly Client[]): Promise<void> {
    const last = [...new Map(clients.map((client) => [client.id, client])).values()];
    if (last.length === 0) return;
    await this.rows('clients', sql.upsertClients, [
      last.map((client) => safeText(client.id)),
      last.map((client) => safeText(client.userId)),
      last.map((client) => safeText(client.device)),
      last.map((client) => safeText(client.deviceName)),
      last.map((client) => client.lastN),
      last.map((client) => safeText(client.lease)),
      last.map((client) => (client.previousLease === null ? null : safeText(client.previousLease))),
    ]);
  }
}

const columns = (tuples: string[][]): string[][] =>
  [0, 1, 2, 3].map((column) => tuples.map((tuple) => tuple[column] as string));

/** One write per row: the last one counts, and what it left on the way stays left. */
function lastOfEach(rows: readonly RowWrite[]): RowWrite[] {
  const found = new Map<string, RowWrite>();
  for (const row of rows) {
    const name = place(row.entity, row.id);
    const earlier = found.get(name);
    if (!earlier) found.set(name, row);
    else
      found.set(name, {
        ...row,
        left: [...earlier.left, ...earlier.scopes, ...row.left].filter(
          (scope) => row.row === null || !row.scopes.includes(scope),
        ),
      });
  }
  return [...found.values()];
}
