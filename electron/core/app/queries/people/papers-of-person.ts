import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { type DocumentKind, isContract } from '#shared/domain/document.ts';

/**
 * Living documents that a person answers for: how many of each kind, and the rids of the contracts. Out of the columns in memory, which the
 * registers use too: a clerk may have ten thousand documents, and their rows lie all over the file.
 */
export function papersOfPerson(
  db: Readable,
  deps: QueryDeps,
  id: string,
): { kinds: { kind: DocumentKind; count: number }[]; contracts: number[] } {
  const columns = columnsOfDocuments(db);
  const people = columns.valued(deps, 'responsibleId');
  const kinds = columns.valued(deps, 'kind');
  const archived = columns.archived(deps);
  const own = people.values.indexOf(id);
  const counts = new Uint32Array(kinds.values.length);
  const contracts: number[] = [];
  const contractCodes = kinds.values.map((kind) => kind !== null && isContract(kind as DocumentKind));
  for (let rid = 1; own > 0 && rid < people.codes.length; rid += 1) {
    if (people.codes[rid] !== own || archived[rid] === 1) continue;
    const kind = kinds.codes[rid] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (contractCodes[kind]) contracts.push(rid);
  }
  const told = kinds.values.flatMap((kind, code) =>
    kind === null || kind === 'template' || kind === 'application' || !counts[code]
      ? []
      : [{ kind: kind as DocumentKind, count: counts[code] ?? 0 }],
  );
  return { kinds: told.sort((one, other) => other.count - one.count), contracts };
}
