import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { addDays, daysBetween } from '#shared/lib/dates/dates.ts';
import type { Expiring } from '#shared/queries/relations.ts';

/** How far ahead the page looks, and how long it still tells what has passed. */
const daysAhead = 90;
const daysPast = 30;
const most = 20;

const contracts = `document d WHERE d.counterpartyId IN (SELECT value FROM json_each(@family)) AND d.archivedAt IS NULL
  AND d.kind IN ('contract', 'amendment') AND d.state NOT IN ('done', 'void', 'refused', 'draft')`;
const sql = `
WITH c AS MATERIALIZED (SELECT d.id, d.subject, d.number, d.expiresOn, d.amount FROM ${contracts})
SELECT 'contract' AS type, id, expiresOn AS date, id AS documentId, coalesce(number || ' · ', '') || subject AS title,
  NULL AS kind, amount FROM c WHERE expiresOn BETWEEN @from AND @to
UNION ALL SELECT 'date', k.id, k.date, c.id, k.title, k.kind, NULL FROM c CROSS JOIN key_date k ON k.documentId = c.id
  WHERE k.archivedAt IS NULL AND k.doneAt IS NULL AND k.kind <> 'expiry' AND k.date BETWEEN @from AND @to
UNION ALL SELECT 'obligation', o.id, o.dueDate, c.id, o.title, o.kind, o.amount FROM c CROSS JOIN obligation o ON o.documentId = c.id
  WHERE o.archivedAt IS NULL AND o.state = 'planned' AND o.dueDate BETWEEN @from AND @to
UNION ALL SELECT 'check', id, validUntil, NULL, source, result, NULL FROM (SELECT * FROM counterparty_check
    WHERE counterpartyId IN (SELECT value FROM json_each(@family)) ORDER BY id DESC LIMIT 1)
  WHERE validUntil BETWEEN @from AND @to
ORDER BY date, id LIMIT ${most}`;

/** What ends or falls due with a counterparty in the next days, and what has just passed. */
export function expiringOf(db: Readable, family: string, today: string): Expiring[] {
  const span = { family, from: addDays(today, -daysPast), to: addDays(today, daysAhead) };
  const rows = prepared(db, sql).all(span) as Omit<Expiring, 'daysLeft'>[];
  return rows.map((row) => ({ ...row, daysLeft: daysBetween(today, row.date) }));
}
