import { hash } from 'node:crypto';
import { dueOf } from '#server/store/due-keys.ts';
import type { Client, DueRow, Head, ReadTx, StoredRow } from '#server/sync/store-port.ts';
import { type EntityName, entityNames } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { RowChange, Verdict } from '#shared/sync/command-wire.ts';
import { digestText, ScopeAdder } from '#shared/sync/scope-digest.ts';
import type { MemoryState, ScopeEntry } from '#tests/simulation/memory-state.ts';

const byId = (left: Id, right: Id): number => (left < right ? -1 : left > right ? 1 : 0);
const byPlace = (left: RowChange, right: RowChange): number =>
  left.v - right.v || byId(left.e, right.e) || byId(left.id, right.id);
const byDue = (left: DueRow, right: DueRow): number => left.due - right.due || byId(left.id, right.id);

/** The port's reads over one state in memory. Answers at once: promises are there only because the port has them. */
export class MemoryReadTx implements ReadTx {
  readonly #state: MemoryState;

  constructor(state: MemoryState) {
    this.#state = state;
  }

  /** The state that reads look at. */
  protected get state(): MemoryState {
    return this.#state;
  }

  async head(): Promise<Head> {
    return this.state.head;
  }

  async getMany(entity: EntityName, ids: readonly Id[]): Promise<Map<Id, StoredRow>> {
    const rows = this.state.rows.get(entity);
    const found = new Map<Id, StoredRow>();
    for (const id of ids) {
      const row = rows?.get(id);
      if (row) found.set(id, row);
    }
    return found;
  }

  async byKey(entity: EntityName, index: string, key: string, limit: number, last: boolean): Promise<StoredRow[]> {
    const ids = [...(this.state.keys.get(`${entity}#${index}/${key}`) ?? [])].sort(byId);
    const wanted = last ? ids.slice(Math.max(0, ids.length - limit)) : ids.slice(0, limit);
    return wanted.map((id) => this.state.rows.get(entity)?.get(id) as StoredRow);
  }

  async byKeys(
    entity: EntityName,
    index: string,
    keys: readonly string[],
    limit: number,
  ): Promise<Map<string, StoredRow[]>> {
    const found = new Map<string, StoredRow[]>();
    for (const key of keys) found.set(key, await this.byKey(entity, index, key, limit, false));
    return found;
  }

  async due(entity: EntityName, until: number, after: DueRow | null, limit: number): Promise<DueRow[]> {
    const waiting = [...(this.state.rows.get(entity)?.values() ?? [])].flatMap(({ row }) => {
      const due = dueOf(entity, row);
      return due === null || due > until ? [] : [{ id: row.id, due: Math.max(0, due) }];
    });
    const beyond = after ? waiting.filter((one) => byDue(after, one) < 0) : waiting;
    return beyond.sort(byDue).slice(0, limit);
  }

  async idsOf(entity: EntityName): Promise<Id[]> {
    return [...(this.state.rows.get(entity)?.keys() ?? [])].sort(byId);
  }

  async client(id: string): Promise<Client | null> {
    // A copy: who counts on it and fails must leave nothing behind.
    const found = this.state.clients.get(id);
    return found ? { ...found } : null;
  }

  async verdictsAfter(client: string, after: number, limit: number): Promise<Verdict[]> {
    const log = this.state.logs.get(client) ?? [];
    let from = log.length;
    while (from > 0 && (log[from - 1]?.verdict.n ?? 0) > after) from -= 1;
    return log.slice(from, from + limit).map((entry) => entry.verdict);
  }

  async known(ids: readonly Id[]): Promise<Map<Id, { verdict: Verdict; argsHash: string }>> {
    const found = new Map<Id, { verdict: Verdict; argsHash: string }>();
    for (const id of ids) {
      const entry = this.state.commands.get(id);
      if (entry) found.set(id, { verdict: entry.verdict, argsHash: entry.argsHash });
    }
    return found;
  }

  async chainAt(seq: number): Promise<string | null> {
    return this.state.chain[seq] ?? null;
  }

  async changesSince(scopes: readonly string[], cursor: number, limit: number): Promise<RowChange[]> {
    const found = new Map<string, RowChange>();
    for (const name of scopes) {
      const scope = this.state.scopes.get(name);
      if (!scope) continue;
      let taken = 0;
      for (let n = firstAfter(scope.log, cursor); n < scope.log.length; n += 1) {
        const entry = scope.log[n] as ScopeEntry;
        // The page may be cut inside what one command wrote, so a scope gives the whole of the seq it reached.
        if (taken >= limit && entry.seq !== scope.log[n - 1]?.seq) break;
        const place = `${entry.entity}/${entry.id}`;
        if (scope.newest.get(place) !== entry) continue;
        const stored = this.state.rows.get(entry.entity)?.get(entry.id);
        const stands = stored?.scopes.some((one) => scopes.includes(one)) ?? false;
        if (entry.gone && stands) continue;
        taken += 1;
        const earlier = found.get(place);
        if (earlier && earlier.v >= entry.seq) continue;
        const row = stands && stored ? stored.row : null;
        found.set(place, { e: entry.entity, id: entry.id, v: entry.seq, at: entry.at, row });
      }
    }
    return [...found.values()].sort(byPlace).slice(0, limit);
  }

  async digests(scopes: readonly string[]): Promise<Map<string, { rows: number; digest: string }>> {
    const adders = new Map<string, ScopeAdder>();
    for (const [entity, rows] of this.state.rows) {
      for (const [id, { version, scopes: own }] of rows) {
        const held = own.filter((scope) => scopes.includes(scope));
        if (held.length === 0) continue;
        const bytes = hash('sha256', digestText(entity, id, version), 'buffer');
        for (const scope of new Set(held)) {
          const adder = adders.get(scope) ?? new ScopeAdder();
          adders.set(scope, adder);
          adder.add(bytes);
        }
      }
    }
    return new Map([...adders].map(([scope, { rows, digest }]) => [scope, { rows, digest }]));
  }

  async forgottenSince(scopes: readonly string[], cursor: number): Promise<string[]> {
    return scopes.filter((scope) => (this.state.floors.get(scope) ?? 0) > cursor);
  }

  async backfill(
    scopes: readonly string[],
    after: { entity: EntityName; id: Id } | null,
    limit: number,
  ): Promise<RowChange[]> {
    const found: RowChange[] = [];
    for (const entity of entityNames.slice(after ? entityNames.indexOf(after.entity) : 0)) {
      const rows = this.state.rows.get(entity);
      if (!rows) continue;
      const from = after?.entity === entity ? after.id : '';
      for (const id of [...rows.keys()].filter((one) => one > from).sort(byId)) {
        if (found.length >= limit) return found;
        const { row, version, at, scopes: own } = rows.get(id) as StoredRow;
        if (own.some((scope) => scopes.includes(scope))) found.push({ e: entity, id, v: version, at, row });
      }
    }
    return found;
  }
}

/** Place of the first entry after the cursor, by halving. */
function firstAfter(log: readonly ScopeEntry[], cursor: number): number {
  let [low, high] = [0, log.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log[middle] as ScopeEntry).seq > cursor) high = middle;
    else low = middle + 1;
  }
  return low;
}
