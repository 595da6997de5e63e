import { relatedColumns } from '#electron/core/app/queries/contract-card/related.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';

const given = 'json_each(?) w CROSS JOIN';
/** Papers tied to a contract: under it, linked with it from either side, or fulfilling an obligation of it. */
const tiedSql = `
SELECT w.value AS contractId, ${relatedColumns} FROM ${given} document d ON d.parentId = w.value WHERE d.archivedAt IS NULL
UNION SELECT w.value, ${relatedColumns} FROM ${given} document_link l ON l.documentId = w.value CROSS JOIN document d ON d.id = l.otherId
  WHERE l.archivedAt IS NULL AND d.archivedAt IS NULL
UNION SELECT w.value, ${relatedColumns} FROM ${given} document_link l ON l.otherId = w.value CROSS JOIN document d ON d.id = l.documentId
  WHERE l.archivedAt IS NULL AND d.archivedAt IS NULL
UNION SELECT w.value, ${relatedColumns} FROM ${given} obligation o ON o.documentId = w.value
  CROSS JOIN document d ON d.id = o.doneDocumentId WHERE o.archivedAt IS NULL AND d.archivedAt IS NULL`;

type Tied = RelatedDocument & { contractId: string };

/** A counterparty with more papers than this is not read through for numbers: what is linked is told. */
const mostRead = 2_000;
/** A number shorter than this is part of too many others. */
const shortestNumber = 3;
const namingSql = `SELECT ${relatedColumns}, d.note FROM document d WHERE d.counterpartyId IN (SELECT value FROM json_each(?))
  AND d.archivedAt IS NULL AND d.kind IN ('invoice', 'act', 'upd', 'payment_in', 'payment_out') LIMIT ${mostRead + 1}`;

/** Papers of each contract by its id; one that is tied to none but names the number of one belongs to that one. */
export function papersOfContracts(
  db: Readable,
  family: string,
  contracts: readonly RelatedDocument[],
): ReadonlyMap<string, RelatedDocument[]> {
  const ids = JSON.stringify(contracts.map((one) => one.id));
  const tied = prepared(db, tiedSql).all(ids, ids, ids, ids) as Tied[];
  const known = new Set(tied.map((one) => one.id));
  const numbered = contracts.filter((one) => (one.number?.trim().length ?? 0) >= shortestNumber);
  return Map.groupBy([...tied, ...naming(db, family, numbered, known)], (one) => one.contractId);
}

function naming(
  db: Readable,
  family: string,
  contracts: readonly RelatedDocument[],
  known: ReadonlySet<string>,
): Tied[] {
  if (contracts.length === 0) return [];
  const rows = prepared(db, namingSql).all(family) as (RelatedDocument & { note: string | null })[];
  if (rows.length > mostRead) return [];
  return rows.flatMap(({ note, ...row }) => {
    if (known.has(row.id)) return [];
    const text = `${row.subject}\n${note ?? ''}`;
    const contract = contracts.find((one) => namesNumber(text, one.number?.trim() ?? ''));
    return contract ? [{ ...row, contractId: contract.id }] : [];
  });
}

/** The number stands in the text by itself: «12/26» is not in «112/26». */
export function namesNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const around = [text[at - 1] ?? ' ', text[at + number.length] ?? ' '];
    if (!around.some((one) => /[\p{L}\p{N}]/u.test(one))) return true;
  }
  return false;
}
