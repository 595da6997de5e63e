import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { idPrefixOf } from '#shared/formats/print/document-code.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** The document whose id begins as the code says. Two with the same beginning cannot be told apart: then none. */
export function documentByCode(db: Readable, { code }: QueryArgs<'document.by-code'>): QueryResult<'document.by-code'> {
  const prefix = idPrefixOf(code);
  if (prefix === null) return null;
  // «~» comes after every character of an id.
  const found = rowsOf(db, 'document', 'WHERE id > ? AND id < ? LIMIT 2', prefix, `${prefix}~`);
  const [row] = found;
  return row && found.length === 1 ? { id: row.id, kind: row.kind, number: row.number, subject: row.subject } : null;
}
