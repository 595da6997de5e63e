import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { RowChange, Verdict } from '#shared/sync/command-wire.ts';

/** Where the history of an organization stands. `epoch` names the history itself: a restored server has another one. */
export interface Head {
  epoch: string;
  seq: number;
  /** SHA-256 over everything accepted so far. */
  chainHash: string;
}

export interface StoredRow {
  row: AnyRow;
  /** seq of the command that last wrote it. */
  version: number;
  at: number;
  /** Every scope the row is in, its parent's included. */
  scopes: string[];
}

/** A row that the centre's clock waits for (store/due-keys.ts), and the instant it waits for. */
export interface DueRow {
  id: Id;
  due: number;
}

/** One workstation's installation as the centre knows it. */
export interface Client {
  id: string;
  userId: Id;
  device: string;
  deviceName: string;
  lastN: number;
  lease: string;
  previousLease: string | null;
}

export interface RowWrite {
  entity: EntityName;
  id: Id;
  /** null: removed. */
  row: AnyRow | null;
  version: number;
  at: number;
  scopes: string[];
  /** Scopes the row was in before and is not any more: they get a content-free leave. */
  left: string[];
}

/** One consumed command: its verdict is kept longer than the longest allowed time offline. */
export interface LogEntry {
  client: string;
  userId: Id;
  verdict: Verdict;
  argsHash: string;
  command: { name: string; v: number; args: unknown; occurredAt: number };
  /** Hash of the chain after it; the same as before for a rejected one. */
  chainHash: string;
}

/** Something for the audit log beside the verdicts, which stand there by themselves. */
export interface AuditEvent {
  /** UTC milliseconds. */
  at: number;
  /** Id of the employee, `centre`, or what else is known of whoever did it. */
  actor: string;
  event: string;
  details: Record<string, unknown>;
}

export interface Batch {
  rows: RowWrite[];
  log: LogEntry[];
  /** Events of the batch that an administrator should know of. */
  events?: AuditEvent[];
  head: Head;
  clients: Client[];
}

/** Reads of one consistent snapshot. */
export interface ReadTx {
  head(): Promise<Head>;
  getMany(entity: EntityName, ids: readonly Id[]): Promise<Map<Id, StoredRow>>;
  /** Rows under a declared key, in id order (byte order); the last `limit` of them when `last`. */
  byKey(entity: EntityName, index: string, key: string, limit: number, last: boolean): Promise<StoredRow[]>;
  /** The first rows, at most `limit`, under each of these keys of one index; every key has an entry. */
  byKeys(entity: EntityName, index: string, keys: readonly string[], limit: number): Promise<Map<string, StoredRow[]>>;
  /** Rows whose instant is not after `until`, in order of instant and id, after a place in that order, at most `limit`. */
  due(entity: EntityName, until: number, after: DueRow | null, limit: number): Promise<DueRow[]>;
  /** All ids of a small entity (branches), in id order. */
  idsOf(entity: EntityName): Promise<Id[]>;
  client(id: string): Promise<Client | null>;
  /** Verdicts of a client with n > `after`, in order of n, at most `limit`. */
  verdictsAfter(client: string, after: number, limit: number): Promise<Verdict[]>;
  /** What is known of commands by their ids, whoever sent them. */
  known(ids: readonly Id[]): Promise<Map<Id, { verdict: Verdict; argsHash: string }>>;
  /** Hash of the history right after `seq`; null when the history has no such place. */
  chainAt(seq: number): Promise<string | null>;
  /**
   * Rows of these scopes written after `cursor`, in order of seq, at most `limit`, each row once: as a put when it stands
   * in one of the scopes, else as a leave (row: null).
   */
  changesSince(scopes: readonly string[], cursor: number, limit: number): Promise<RowChange[]>;
  /** How many rows stand in each of these scopes, and what they come to; a scope without rows is missing. */
  digests(scopes: readonly string[]): Promise<Map<string, { rows: number; digest: string }>>;
  /** Those of the scopes whose leaves are not all known after this cursor any more. */
  forgottenSince(scopes: readonly string[], cursor: number): Promise<string[]>;
  /** Rows that stand in one of the scopes, in order of (place of the entity in the registry, id), after a position. */
  backfill(
    scopes: readonly string[],
    after: { entity: EntityName; id: Id } | null,
    limit: number,
  ): Promise<RowChange[]>;
}

/** Inside the lane: the counter row of the organization is locked, so commit order is seq order. */
export interface WriteTx extends ReadTx {
  /** Writes everything at once; commits with the transaction. */
  write(batch: Batch): Promise<void>;
}

/** What the sync part of the server needs of a database. One suite (tests/conformance) says what a correct one does. */
export interface ServerStore {
  /** Creates the organization's counter row when it is missing. */
  createOrganization(org: string, epoch: string): Promise<void>;
  /** Runs alone in the organization (its counter row is locked first); rolls back when `work` throws. */
  write<T>(org: string, work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** Works out anew what the rows of scopes come to, for a store that keeps that beside the rows: an older server may have written some. */
  recount?(org: string, scopes: readonly string[]): Promise<void>;
  /** One REPEATABLE READ snapshot. */
  read<T>(org: string, work: (tx: ReadTx) => Promise<T>): Promise<T>;
}
