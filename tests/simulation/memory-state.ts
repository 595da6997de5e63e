import type { Batch, Client, Head, LogEntry, RowWrite, StoredRow } from '#server/sync/store-port.ts';
import { keyPlaces } from '#shared/commands/overlay.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Where a row stands (or stood) in a scope. Entries are appended in order of seq; only the newest one of a row counts. */
export interface ScopeEntry {
  entity: string;
  id: Id;
  seq: number;
  at: number;
  gone: boolean;
}

export interface Scope {
  log: ScopeEntry[];
  newest: Map<string, ScopeEntry>;
}

/** Everything one organization has, as of one commit. Rows are held by reference and never changed. */
export class MemoryState {
  head: Head;
  /** Snapshots that look at this very state: while there are any, the next commit works on a copy. */
  readers = 0;
  rows = new Map<string, Map<Id, StoredRow>>();
  keys = new Map<string, Set<Id>>();
  scopes = new Map<string, Scope>();
  /** Up to which seq the leaves of a scope are forgotten. */
  floors = new Map<string, number>();
  clients = new Map<string, Client>();
  commands = new Map<Id, LogEntry>();
  logs = new Map<string, LogEntry[]>();
  chain: string[];

  constructor(head: Head) {
    this.head = head;
    this.chain = [head.chainHash];
  }

  copy(): MemoryState {
    const copy = new MemoryState(this.head);
    for (const [entity, rows] of this.rows) copy.rows.set(entity, new Map(rows));
    for (const [place, ids] of this.keys) copy.keys.set(place, new Set(ids));
    for (const [scope, { log, newest }] of this.scopes) {
      copy.scopes.set(scope, { log: log.slice(), newest: new Map(newest) });
    }
    copy.floors = new Map(this.floors);
    copy.clients = new Map(this.clients);
    copy.commands = new Map(this.commands);
    for (const [client, log] of this.logs) copy.logs.set(client, log.slice());
    copy.chain = this.chain.slice();
    return copy;
  }

  /** Forgets leaves older than an instant, as a centre does after the longest time somebody may be offline. */
  compact(before: number): void {
    for (const [name, scope] of this.scopes) {
      const gone = scope.log.filter((entry) => entry.gone && entry.at < before);
      const newest = gone.filter((entry) => scope.newest.get(`${entry.entity}/${entry.id}`) === entry);
      for (const { entity, id } of newest) scope.newest.delete(`${entity}/${id}`);
      scope.log = scope.log.filter((entry) => !gone.includes(entry));
      const floor = newest.reduce((seq, entry) => Math.max(seq, entry.seq), this.floors.get(name) ?? 0);
      this.floors.set(name, floor);
    }
  }

  /** Takes a batch whole, or throws and takes nothing. */
  apply(batch: Batch): void {
    this.#checkLog(batch.log);
    for (const write of batch.rows) this.#writeRow(write);
    for (const entry of batch.log) this.#writeLog(entry);
    for (const client of batch.clients) this.clients.set(client.id, client);
    this.head = batch.head;
  }

  #writeRow({ entity, id, row, version, at, scopes, left }: RowWrite): void {
    const rows = this.rows.get(entity) ?? new Map<Id, StoredRow>();
    this.rows.set(entity, rows);
    const before = rows.get(id);
    if (before) this.#dropKeys(entity, before.row);
    if (row === null) rows.delete(id);
    else {
      rows.set(id, { row, version, at, scopes: [...scopes] });
      for (const place of keyPlaces(entity, row)) {
        const ids = this.keys.get(place);
        if (ids) ids.add(id);
        else this.keys.set(place, new Set([id]));
      }
    }
    const stands = row === null ? [] : scopes;
    for (const scope of stands) this.#enter(scope, { entity, id, seq: version, at, gone: false });
    for (const scope of left)
      if (!stands.includes(scope)) this.#enter(scope, { entity, id, seq: version, at, gone: true });
  }

  #dropKeys(entity: string, row: AnyRow): void {
    for (const place of keyPlaces(entity, row)) this.keys.get(place)?.delete(row.id);
  }

  #enter(name: string, entry: ScopeEntry): void {
    const scope: Scope = this.scopes.get(name) ?? { log: [], newest: new Map() };
    this.scopes.set(name, scope);
    scope.log.push(entry);
    scope.newest.set(`${entry.entity}/${entry.id}`, entry);
    // Rows of a batch come in any order of version: the log is kept sorted, which costs nothing when they come in order.
    for (let n = scope.log.length - 1; n > 0; n -= 1) {
      const [earlier, later] = [scope.log[n - 1] as ScopeEntry, scope.log[n] as ScopeEntry];
      if (earlier.seq <= later.seq) break;
      scope.log[n - 1] = later;
      scope.log[n] = earlier;
    }
  }

  /** A number of a client is consumed once, a command is accepted once; numbers of a client only grow. */
  #checkLog(log: readonly LogEntry[]): void {
    const accepted = new Set<Id>();
    const lastN = new Map<string, number>();
    for (const { client, verdict } of log) {
      const last = lastN.get(client) ?? this.logs.get(client)?.at(-1)?.verdict.n ?? 0;
      if (verdict.n <= last) throw new Error(`number ${verdict.n} of ${client} is consumed already`);
      lastN.set(client, verdict.n);
      if (verdict.seq === null) continue;
      const before = this.commands.get(verdict.id)?.verdict.seq ?? null;
      if (before !== null || accepted.has(verdict.id)) throw new Error(`command ${verdict.id} is accepted already`);
      accepted.add(verdict.id);
    }
  }

  #writeLog(entry: LogEntry): void {
    const { id, seq } = entry.verdict;
    const log = this.logs.get(entry.client);
    if (log) log.push(entry);
    else this.logs.set(entry.client, [entry]);
    if (!this.commands.has(id) || seq !== null) this.commands.set(id, entry);
    if (seq !== null) this.chain[seq] = entry.chainHash;
  }
}
