import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { type DocumentKind, isContract } from '#shared/domain/document.ts';

/** `kindId`: one of the company's own, which is told apart from the built-in one it is built on. */
interface PaperKind {
  kind: DocumentKind;
  kindId: string | null;
  count: number;
}

/**
 * Living documents that a person answers for: how many of each kind, and the rids of the contracts. Out of the columns in memory, which the
 * registers use too: a clerk may have ten thousand documents, and their rows lie all over the file.
 */
export function papersOfPerson(db: Readable, deps: QueryDeps, id: string): { kinds: PaperKind[]; contracts: number[] } {
  const columns = columnsOfDocuments(db);
  const people = columns.valued(deps, 'responsibleId');
  const kinds = columns.valued(deps, 'kind');
  const ownKinds = columns.valued(deps, 'kindId');
  const archived = columns.archived(deps);
  const own = people.values.indexOf(id);
  const counts = new Map<string, PaperKind>();
  const contracts: number[] = [];
  const contractCodes = kinds.values.map((kind) => kind !== null && isContract(kind as DocumentKind));
  for (let rid = 1; own > 0 && rid < people.codes.length; rid += 1) {
    if (people.codes[rid] !== own || archived[rid] === 1) continue;
    const kind = kinds.codes[rid] ?? 0;
    const kindId = (ownKinds.values[ownKinds.codes[rid] ?? 0] as string | null) ?? null;
    const name = kinds.values[kind] as DocumentKind;
    const counted = counts.get(kindId ?? name) ?? { kind: name, kindId, count: 0 };
    counted.count += 1;
    counts.set(kindId ?? name, counted);
    if (contractCodes[kind]) contracts.push(rid);
  }
  const told = [...counts.values()].filter(({ kind }) => kind !== 'template' && kind !== 'application');
  return { kinds: told.sort((one, other) => other.count - one.count), contracts };
}
