import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { beginRefill } from '#electron/core/store/refill.ts';
import { scopeSums } from '#electron/core/store/scope-sums.ts';
import type { Checked } from '#shared/sync/down.ts';
import type { ScopeSum } from '#shared/sync/scope-digest.ts';

export interface ScopeCheckPorts {
  db: Writable;
  /** Opens a connection of its own that keeps one snapshot; without one everything is read at once. */
  reader?: () => Readable;
  now(): number;
  schedule(milliseconds: number, action: () => void): () => void;
}

interface Exchange {
  /** Sends the question; returns the number of the message. */
  ask(cursor: number, sums: ScopeSum[]): number;
  /** These scopes are to be fetched anew; that is written down already. */
  refetch(scopes: readonly string[]): void;
}

/** Milliseconds: the first check of a connection, between two of them, and after one that could not be compared. */
const firstAfter = 5 * 60_000;
const every = 60 * 60_000;
const againAfter = 60_000;
/** A slice of the reading, and the rest that follows it; a save waits for a slice at most. */
const slice = 6;
const rest = 30;

/** Once an hour adds up what is here of every scope, so that the centre can say whether it is the same. */
export class ScopeCheck {
  readonly #ports: ScopeCheckPorts;
  readonly #exchange: Exchange;
  #asked = 0;
  #next: (() => void) | null = null;
  #reader: Readable | null = null;

  constructor(ports: ScopeCheckPorts, exchange: Exchange) {
    this.#ports = ports;
    this.#exchange = exchange;
  }

  /** A connection stands: the first check comes when everything has calmed down. */
  start(): void {
    this.#later(firstAfter, () => this.run());
  }

  /** Scopes that differ are fetched anew; what is pending stays, and whoever looks after the place can see that it happened. */
  heard({ ref, differ }: Checked): void {
    if (ref !== this.#asked) return;
    this.#asked = 0;
    this.#later(differ ? every : againAfter, () => this.run());
    if (!differ || differ.length === 0) return;
    const { db, now } = this.#ports;
    db.transaction(() => {
      writeMeta(db, 'diverged', { at: now(), scopes: differ });
      beginRefill(db, differ);
    }).immediate();
    this.#exchange.refetch(differ);
  }

  stop(): void {
    this.#next?.();
    this.#next = null;
    this.#reader?.close();
    this.#reader = null;
  }

  /** Begins to add up now; what was under way is given up. */
  run(): void {
    this.stop();
    this.#reader = this.#ports.reader?.() ?? null;
    this.#reader?.exec('BEGIN');
    const db = this.#reader ?? this.#ports.db;
    // The first reading of a snapshot is its beginning: the cursor and the rows are of one moment.
    const cursor = readMeta(db, 'cursor') ?? 0;
    const sums = scopeSums(db, readMeta(db, 'scopes') ?? []);
    if (this.#reader) return this.#slice(sums, cursor);
    let step = sums.next();
    while (!step.done) step = sums.next();
    this.#asked = this.#exchange.ask(cursor, step.value);
  }

  #slice(sums: Generator<void, ScopeSum[]>, cursor: number): void {
    const began = this.#ports.now();
    let step = sums.next();
    while (!step.done && this.#ports.now() - began < slice) step = sums.next();
    if (!step.done) return this.#later(rest, () => this.#slice(sums, cursor));
    this.stop();
    this.#asked = this.#exchange.ask(cursor, step.value);
  }

  #later(milliseconds: number, action: () => void): void {
    this.#next?.();
    this.#next = this.#ports.schedule(milliseconds, () => {
      this.#next = null;
      action();
    });
  }
}
