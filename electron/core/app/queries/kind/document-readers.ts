import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import { scopesOfEmployee } from '#shared/domain/employee.ts';
import { branchScope } from '#shared/domain/entity.ts';
import { ownScopes, type RowOf } from '#shared/domain/registry.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import type { ReaderReason } from '#shared/queries/kind.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Who can see a document: everybody one of whose scopes it stands in, with what lets them. */
export function documentReaders(db: Readable, { id }: QueryArgs<'document.readers'>): QueryResult<'document.readers'> {
  const row = storedOf(db, 'document', id)?.row;
  if (!row) return null;
  const isConfidential = row.isConfidential === true;
  if (row.kind === 'template') return { isConfidential, rule: 'everybody', people: [] };
  if (row.kind === 'application') return { isConfidential, rule: 'ticket', people: [] };
  const branches = prepared(db, 'SELECT id FROM branch').pluck().all() as string[];
  const { scopes } = ownScopes('document', row);
  const people = rowsOf(db, 'employee', `WHERE state = 'active'`).flatMap((person) => {
    const own = scopesOfEmployee(person, branches);
    if (!scopes.some((scope) => own.includes(scope))) return [];
    const { id: employeeId, fullName, position, branchId } = person;
    return [{ employeeId, fullName, position, branchId, reasons: reasonsOf(row, person, own) }];
  });
  const keyed = people.map((line) => ({ line, key: sortKey(line.fullName) }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return { isConfidential, rule: 'document', people: keyed.map(({ line }) => line) };
}

function reasonsOf(row: DocumentRow, person: RowOf<'employee'>, own: readonly string[]): ReaderReason[] {
  const reasons: ReaderReason[] = [];
  if (row.authorId === person.id) reasons.push('author');
  if (row.responsibleId === person.id) reasons.push('responsible');
  if (row.participants?.includes(person.id)) reasons.push('participant');
  if (row.readers?.includes(person.id)) reasons.push('reader');
  if (!row.isConfidential && own.includes(branchScope(row.branchId)))
    reasons.push(person.branchAccess === null && person.branchId !== row.branchId ? 'everybranch' : 'branch');
  return reasons;
}
