import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Receipt, ReceiptState } from '#shared/queries/receipt.ts';

interface Received {
  id: string;
  /** seq of the centre that last wrote the row; 0: it has not taken it yet. */
  v: number;
  at: number;
}

interface Facts {
  refused: boolean;
  code: string | null;
  disputed: boolean;
  sending: boolean;
  waiting: boolean;
  /** Something of it has left, and no answer has come. */
  left: boolean;
  /** Living files: none, some that the centre has not compared yet, or all of them compared. */
  files: 'none' | 'unverified' | 'verified';
  /** The centre's word on a row of ours that has not come back from it yet. */
  acceptedAt: number | null;
}

/**
 * Receipts of several records in one go. A command about a conflict of a record is about that record as well.
 * No tick is shown before the receipt itself is in this database: everything is read from the outbox and the rows.
 */
export function receiptsOf(db: Readable, deps: QueryDeps, rows: readonly Received[]): Map<string, Receipt> {
  const facts = new Map<string, Facts>();
  for (const { id } of rows) {
    const none = { refused: false, disputed: false, sending: false, waiting: false, left: false };
    facts.set(id, { ...none, files: 'none', code: null, acceptedAt: null });
  }
  const objects = readConflicts(db, facts);
  readOutbox(db, deps, facts, objects);
  readAttachments(db, facts);
  readAccepted(db, facts, rows);
  const receipts = new Map<string, Receipt>();
  for (const row of rows) receipts.set(row.id, receiptOf(row, facts.get(row.id) as Facts));
  return receipts;
}

export function receiptOfOne(db: Readable, deps: QueryDeps, row: Received): Receipt {
  return receiptsOf(db, deps, [row]).get(row.id) as Receipt;
}

function receiptOf(row: Received, facts: Facts): Receipt {
  const receipt: Receipt = { state: stateOf(row, facts), at: row.at === 0 ? facts.acceptedAt : row.at };
  if (receipt.state === 'rej' && facts.code !== null) receipt.code = facts.code;
  if (receipt.state === 'send' && !facts.sending) receipt.inDoubt = true;
  return receipt;
}

function stateOf(row: Received, facts: Facts): ReceiptState {
  if (facts.refused) return 'rej';
  if (facts.disputed) return 'conf';
  if (facts.sending || facts.left) return 'send';
  if (facts.waiting || (row.v === 0 && facts.acceptedAt === null)) return 'out';
  // The second tick tells of files: a record that has none has nothing to be compared.
  return facts.files === 'verified' ? 'full' : 'ok';
}

/** Marks records in dispute; returns the record of every conflict, settled ones too, by the conflict's id. */
function readConflicts(db: Readable, facts: Map<string, Facts>): Map<string, string> {
  const sql = 'SELECT id, objectId, state FROM conflict WHERE objectId IN (SELECT value FROM json_each(?))';
  const objects = new Map<string, string>();
  for (const one of all<{ id: string; objectId: string; state: string }>(db, sql, [...facts.keys()])) {
    objects.set(one.id, one.objectId);
    const fact = facts.get(one.objectId);
    if (fact && one.state === 'open') fact.disputed = true;
  }
  return objects;
}

function readOutbox(
  db: Readable,
  deps: QueryDeps,
  facts: Map<string, Facts>,
  objects: ReadonlyMap<string, string>,
): void {
  const sql = `SELECT about_id, n, state, code FROM outbox WHERE about_id IN (SELECT value FROM json_each(?))
    AND name <> 'sync.withdraw' AND (state = 'waiting' OR (state = 'rejected' AND dismissed = 0)) ORDER BY n`;
  const range = deps.sending();
  const leftN = readMeta(db, 'leftN') ?? 0;
  type Entry = { about_id: string; n: number; state: string; code: string | null };
  for (const entry of all<Entry>(db, sql, [...facts.keys(), ...objects.keys()])) {
    const fact = facts.get(objects.get(entry.about_id) ?? entry.about_id);
    if (!fact) continue;
    if (entry.state === 'rejected') {
      fact.refused = true;
      fact.code = entry.code;
    } else if (range && entry.n >= range.from && entry.n <= range.to) {
      fact.sending = true;
    } else if (entry.n <= leftN) {
      fact.left = true;
    } else {
      fact.waiting = true;
    }
  }
}

function readAccepted(db: Readable, facts: Map<string, Facts>, rows: readonly Received[]): void {
  const fresh = rows.filter((row) => row.v === 0).map((row) => row.id);
  if (fresh.length === 0) return;
  const sql = `SELECT about_id AS id, max(decided_at) AS at FROM outbox
    WHERE about_id IN (SELECT value FROM json_each(?)) AND state = 'accepted' GROUP BY about_id`;
  for (const { id, at } of all<{ id: string; at: number }>(db, sql, fresh)) {
    const fact = facts.get(id);
    if (fact) fact.acceptedAt = at;
  }
}

function readAttachments(db: Readable, facts: Map<string, Facts>): void {
  const sql = `SELECT documentId AS id, count(*) = count(verifiedAt) AS verified FROM attachment
    WHERE documentId IN (SELECT value FROM json_each(?)) AND archivedAt IS NULL GROUP BY documentId`;
  for (const { id, verified } of all<{ id: string; verified: number }>(db, sql, [...facts.keys()])) {
    const fact = facts.get(id);
    if (fact) fact.files = verified === 1 ? 'verified' : 'unverified';
  }
}

const all = <T>(db: Readable, sql: string, ids: string[]): T[] => prepared(db, sql).all(JSON.stringify(ids)) as T[];
