import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';

/** What the company calls the kind of a document `d`, where it is its own. */
export const kindLabels = `(SELECT label FROM document_kind WHERE id = d.kindId) AS kindLabel,
  (SELECT labelEn FROM document_kind WHERE id = d.kindId) AS kindLabelEn`;

/** What a document shows of itself beside another one. */
export const relatedColumns = `d.id, d.kind, ${kindLabels}, d.number, d.date, d.subject, d.amount, d.currency, d.state`;

/** Documents by id; those that are not on this workstation are absent. */
export function relatedById(db: Readable, ids: Iterable<string | null>): ReadonlyMap<string, RelatedDocument> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const sql = `SELECT ${relatedColumns} FROM json_each(?) w CROSS JOIN document d ON d.id = w.value`;
  const rows = prepared(db, sql).all(JSON.stringify(wanted)) as RelatedDocument[];
  return new Map(rows.map((row) => [row.id, row]));
}
