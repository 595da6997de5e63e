import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { kindLabels } from '#electron/core/app/queries/contract-card/related.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { documentKinds } from '#shared/domain/document.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';
import type { KindNamed } from '#shared/queries/contract.ts';
import type { Happening, HappeningType } from '#shared/queries/relations.ts';

/** What is asked for: one type or all of them, the newest so many. */
export interface Asked {
  type: HappeningType | null;
  limit: number;
}

const ofKind: Readonly<Partial<Record<DocumentKind, HappeningType>>> = {
  contract: 'contracts',
  amendment: 'contracts',
  payment_in: 'payments',
  payment_out: 'payments',
  incoming: 'letters',
  outgoing: 'letters',
  letter: 'letters',
  application: 'tickets',
};
const typeOfKind = (kind: DocumentKind): HappeningType => ofKind[kind] ?? 'documents';

const shown = documentKinds.filter((kind) => kind !== 'template');
const documentSql = (owner: 'counterpartyId' | 'responsibleId'): string => `
SELECT d.id, d.date, d.kind, ${kindLabels}, coalesce(t.number, d.number) AS number, coalesce(t.title, d.subject) AS title, d.amount, d.currency,
  coalesce(t.state, d.state) AS state, d.responsibleId, c.name AS party
FROM document d LEFT JOIN ticket t ON t.id = d.id AND d.kind = 'application' LEFT JOIN counterparty c ON c.id = d.counterpartyId
WHERE d.${owner} = ? AND d.archivedAt IS NULL AND d.kind IN (SELECT value FROM json_each(?))
ORDER BY d.date DESC, d.id DESC LIMIT ?`;

type Read = KindNamed &
  Pick<Happening, 'id' | 'date' | 'number' | 'title' | 'amount' | 'currency' | 'state'> & {
    responsibleId: string | null;
    party: string | null;
  };

/** Living documents of an owner, newest first; papers of requests lead to the request. */
export function documentsOf(
  db: Readable,
  staff: Staff,
  owner: 'counterpartyId' | 'responsibleId',
  id: string,
  { type, limit }: Asked,
): Happening[] {
  const kinds = shown.filter((kind) => type === null || typeOfKind(kind) === type);
  if (kinds.length === 0) return [];
  const rows = prepared(db, documentSql(owner)).all(id, JSON.stringify(kinds), limit) as Read[];
  return rows.map(({ responsibleId, party, ...row }) => ({
    ...row,
    type: typeOfKind(row.kind),
    entity: row.kind === 'application' ? 'ticket' : 'document',
    recordId: row.id,
    // The page of a counterparty tells who answers, that of a person tells with whom.
    who: owner === 'counterpartyId' ? staff.nameOf(responsibleId) : party,
  }));
}

/** Looks at a counterparty outside Opora. */
export function checksOf(db: Readable, staff: Staff, id: string, { limit }: Asked): Happening[] {
  const sql = `SELECT id, checkedOn, source, result, authorId FROM counterparty_check WHERE counterpartyId = ?
    ORDER BY checkedOn DESC, id DESC LIMIT ?`;
  const rows = prepared(db, sql).all(id, limit) as Record<
    'id' | 'checkedOn' | 'source' | 'result' | 'authorId',
    string
  >[];
  return rows.map((row) => ({
    ...bare('checks', row.id, row.checkedOn, row.source),
    ...{ entity: 'counterparty', recordId: id, state: row.result, who: staff.nameOf(row.authorId) },
  }));
}

/** Messages in the discussion of a counterparty. */
export function talkOf(
  db: Readable,
  staff: Staff,
  dayOf: (at: number) => string,
  id: string,
  { limit }: Asked,
): Happening[] {
  const sql = `SELECT id, occurredAt, substr(text, 1, 200) AS text, authorId FROM comment WHERE objectId = ?
    ORDER BY occurredAt DESC, id DESC LIMIT ?`;
  const rows = prepared(db, sql).all(id, limit) as { id: string; occurredAt: number; text: string; authorId: string }[];
  return rows.map((row) => ({
    ...bare('talk', row.id, dayOf(row.occurredAt), row.text),
    ...{ entity: 'counterparty', recordId: id, who: staff.nameOf(row.authorId) },
  }));
}

/** Files are looked for in so many of the newest documents. */
const newestDocuments = 500;

export function filesOf(
  db: Readable,
  staff: Staff,
  dayOf: (at: number) => string,
  id: string,
  { limit }: Asked,
): Happening[] {
  const sql = `SELECT a.id, a.documentId, a.name, a.createdAt, a.authorId FROM
    (SELECT id FROM document WHERE counterpartyId = ? AND archivedAt IS NULL ORDER BY date DESC LIMIT ${newestDocuments}) d
    CROSS JOIN attachment a ON a.documentId = d.id WHERE a.archivedAt IS NULL ORDER BY a.createdAt DESC, a.id DESC LIMIT ?`;
  type Row = { id: string; documentId: string; name: string; createdAt: number; authorId: string };
  return (prepared(db, sql).all(id, limit) as Row[]).map((row) => ({
    ...bare('files', row.id, dayOf(row.createdAt), row.name),
    ...{ entity: 'document', recordId: row.documentId, who: staff.nameOf(row.authorId) },
  }));
}

/** Requests a person has made; the paper of a request has no responsible person. */
export function ticketsOf(db: Readable, dayOf: (at: number) => string, id: string, { limit }: Asked): Happening[] {
  const sql = `SELECT id, number, title, state, occurredAt FROM ticket WHERE requesterId = ? ORDER BY occurredAt DESC LIMIT ?`;
  type Row = { id: string; number: string | null; title: string; state: string; occurredAt: number };
  return (prepared(db, sql).all(id, limit) as Row[]).map((row) => ({
    ...bare('tickets', row.id, dayOf(row.occurredAt), row.title),
    ...{ entity: 'ticket', number: row.number, state: row.state, kind: 'application' },
  }));
}

/** The newest of all, and whether there is more. Every source has given one more than is shown. */
export function newestOf(
  sources: readonly (readonly Happening[])[],
  limit: number,
): { happenings: Happening[]; more: boolean } {
  const all = sources
    .flat()
    .sort((one, other) => (one.date === other.date ? order(other.id, one.id) : order(other.date, one.date)));
  return { happenings: all.slice(0, limit), more: all.length > limit };
}

const order = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** The day of an instant where the reader works. */
export const dayIn =
  (staff: Staff, userId: string) =>
  (at: number): string =>
    localDate(staff.timeOf(userId).offsets, at);

const bare = (type: HappeningType, id: string, date: string, title: string): Happening => ({
  ...{ id, type, date, title, entity: 'document', recordId: id },
  ...{ kind: null, number: null, amount: null, currency: null, state: null, who: null },
});
