import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { CONTENT } from './file-texts.ts';

/** Where the words of a record were found; bits, since they may stand in several places. */
export const IN_FIELDS = 1;
export const IN_DISCUSSION = 2;
export const IN_FILES = 4;

export const placeOf = (entity: string): number =>
  entity === 'comment' ? IN_DISCUSSION : entity === 'attachment' || entity === CONTENT ? IN_FILES : IN_FIELDS;

/** A record as one number: its rid, of a counterparty below zero; 0: none that is here. */
export type Target = number;

interface RowRead {
  rowid: number;
  entity: string;
  id: string;
  owner: string | null;
}

/**
 * To which record every indexed row leads and which place it speaks for, by rowid; 5 bytes a row, read once and then only behind the last known
 * rowid. With it a hundred thousand hits become records without a look at any table.
 */
class RowTargets {
  #targets = new Int32Array(1_024);
  #places = new Uint8Array(1_024);
  #last = 0;
  #highest = { document: 0, counterparty: 0 };
  /** Rows whose record was not here; it may have come since. */
  #homeless: number[] = [];

  refresh(db: Readable): void {
    const highest = { document: maxRid(db, 'document'), counterparty: maxRid(db, 'counterparty') };
    const grown = highest.document > this.#highest.document || highest.counterparty > this.#highest.counterparty;
    if (grown && this.#last > 0 && this.#isReplaced(db)) this.#forget();
    if (grown) this.#house(db);
    this.#highest = highest;
    this.#readOn(db);
  }

  target = (rowid: number): Target => this.#targets[rowid] ?? 0;
  place = (rowid: number): number => this.#places[rowid] ?? 0;

  /** A record that was taken from this workstation and has come back has another rid, while its rows of the index may be the old ones. */
  #isReplaced(db: Readable): boolean {
    const sql = (entity: string) => `SELECT 1 FROM "${entity}" JOIN search_row ON search_row.id = "${entity}".id
      AND search_row.entity = '${entity}' WHERE "${entity}".rid > ? AND search_row.rowid <= ? LIMIT 1`;
    return (['document', 'counterparty'] as const).some(
      (entity) => prepared(db, sql(entity)).get(this.#highest[entity], this.#last) !== undefined,
    );
  }

  #forget(): void {
    this.#targets.fill(0);
    this.#places.fill(0);
    this.#last = 0;
    this.#homeless = [];
  }

  #house(db: Readable): void {
    const waiting = this.#homeless;
    this.#homeless = [];
    const read = prepared(db, 'SELECT rowid, entity, id, owner FROM search_row WHERE rowid = ?');
    for (const rowid of waiting) {
      const row = read.get(rowid) as RowRead | undefined;
      if (row) this.#put(rowid, placeOf(row.entity), targetOf(db, row));
    }
  }

  #readOn(db: Readable): void {
    const rows = prepared(db, newRows).raw().all(this.#last) as [number, string, number | null, number | null][];
    for (const [rowid, entity, document, counterparty] of rows) {
      this.#put(rowid, placeOf(entity), document ?? (counterparty === null ? 0 : -counterparty));
      this.#last = rowid;
    }
  }

  #put(rowid: number, place: number, target: Target): void {
    if (rowid >= this.#targets.length) {
      const [targets, places] = [new Int32Array(rowid * 2), new Uint8Array(rowid * 2)];
      targets.set(this.#targets);
      places.set(this.#places);
      [this.#targets, this.#places] = [targets, places];
    }
    this.#targets[rowid] = target;
    this.#places[rowid] = place;
    if (target === 0) this.#homeless.push(rowid);
  }
}

// Only what can lead to a counterparty is looked for among them.
const newRows = `SELECT s.rowid, s.entity, d.rid, c.rid FROM search_row s
  LEFT JOIN document d ON s.entity <> 'counterparty' AND d.id = coalesce(s.owner, s.id)
  LEFT JOIN counterparty c ON s.entity IN ('counterparty', 'comment') AND c.id = coalesce(s.owner, s.id)
  WHERE s.rowid > ? ORDER BY s.rowid`;

const maxRid = (db: Readable, entity: 'document' | 'counterparty'): number =>
  (prepared(db, `SELECT max(rid) FROM "${entity}"`).pluck().get() as number | null) ?? 0;

/** The record a row leads to, by a look at the tables. */
export function targetOf(db: Readable, row: { id: string; owner?: string | null | undefined }): Target {
  const id = row.owner ?? row.id;
  const document = prepared(db, 'SELECT rid FROM document WHERE id = ?').pluck().get(id) as number | undefined;
  if (document !== undefined) return document;
  const counterparty = prepared(db, 'SELECT rid FROM counterparty WHERE id = ?').pluck().get(id) as number | undefined;
  return counterparty === undefined ? 0 : -counterparty;
}

const known = new WeakMap<Readable, RowTargets>();

/** Targets of the rows this connection sees now. */
export function rowTargets(db: Readable): RowTargets {
  let own = known.get(db);
  if (own === undefined) {
    own = new RowTargets();
    known.set(db, own);
  }
  own.refresh(db);
  return own;
}
