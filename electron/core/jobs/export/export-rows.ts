import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { isId } from '#electron/core/store/views/custom-values.ts';

/** A document as an export reads it: columns of the register by their names. */
export type ExportRow = Record<string, unknown> & { id: string; custom: Readonly<Record<string, unknown>> | null };

/** Documents read at once. */
export const SLICE = 1_000;

/** Reads documents in the order of their ids, slice after slice; one that is not here any more is left out. */
export function* readDocuments(db: Readable, ids: readonly string[]): Generator<ExportRow[]> {
  const read = prepared(db, sql);
  for (let from = 0; from < ids.length; from += SLICE) {
    const rows = read.all(JSON.stringify(ids.slice(from, from + SLICE))) as (Omit<ExportRow, 'custom'> & {
      custom: string;
      labels: string;
    })[];
    yield rows.map((row) => ({
      ...row,
      id: row['id'] as string,
      labels: (JSON.parse(row.labels) as string[]).join(', '),
      custom: JSON.parse(row.custom) as ExportRow['custom'],
    }));
  }
}

/** Names of people and counterparties that own fields point at; asked once for each. */
export function namesHere(db: Readable): (id: string) => string {
  const known = new Map<string, string>();
  const find = prepared(
    db,
    'SELECT fullName FROM employee WHERE id = ? UNION ALL SELECT name FROM counterparty WHERE id = ?',
  );
  return (id) => {
    const name = known.get(id) ?? (isId(id) ? ((find.pluck().get(id, id) as string | undefined) ?? '') : id);
    known.set(id, name);
    return name;
  };
}

const sql = `
SELECT d.id, d.number, d.date, d.kind AS builtIn, coalesce(d.kindId, d.kind) AS kind, d.subject,
  CASE WHEN c.legalForm IS NULL THEN c.name ELSE c.name || ', ' || c.legalForm END AS counterparty,
  c.inn, d.counterpartyNumber, d.amount, d.vatAmount, d.currency, d.state, d.branchId AS branch,
  e.fullName AS responsible, a.fullName AS author, d.dueDate, d.doneOn, d.signedOn, d.effectiveFrom, d.expiresOn,
  d.contractType AS type, d.originals, d.originalsDueOn, d.createdAt, d.receivedAt, d.registeredAt, d.deviceName,
  d.labels, d.custom
FROM json_each(?) w CROSS JOIN document d ON d.id = w.value
LEFT JOIN counterparty c ON c.id = d.counterpartyId
LEFT JOIN employee e ON e.id = d.responsibleId
LEFT JOIN employee a ON a.id = d.authorId
ORDER BY w.key`;
