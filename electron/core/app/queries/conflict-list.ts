import { namesBehind, namesOf } from '#electron/core/app/queries/names.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { titlesOf } from '#electron/core/app/queries/titles.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { type DocumentKind, isContract } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Disputes of one state, newest first, with the names a person needs to decide them. */
export function conflictList(db: Readable, { state, limit }: QueryArgs<'conflict.list'>): QueryResult<'conflict.list'> {
  const conflicts = rowsOf(db, 'conflict', 'WHERE state = ? ORDER BY occurredAt DESC, id DESC LIMIT ?', state, limit);
  const objectOf = (conflict: RowOf<'conflict'>) => ({ entity: conflict.objectEntity, id: conflict.objectId });
  const titleOf = titlesOf(db, conflicts.map(objectOf));
  const people = namesOf(
    db,
    'employee',
    conflicts.flatMap((conflict) => [conflict.authorId, conflict.theirsById, conflict.resolvedById]),
  );
  const names = namesBehind(db, conflicts.flatMap(valuesOf));
  return conflicts.map((conflict) => {
    const { title, number } = titleOf(objectOf(conflict));
    const ids = valuesOf(conflict).flatMap(({ value }) => value as string | string[]);
    return {
      conflict,
      objectTitle: title,
      objectNumber: number,
      authorName: people.get(conflict.authorId) ?? null,
      resolvedName: people.get(conflict.resolvedById ?? '') ?? null,
      documentId: documentOf(db, objectOf(conflict)),
      counterpartyId: partyOf(db, objectOf(conflict)),
      contract: conflict.objectEntity === 'document' && isContractHere(db, conflict.objectId),
      theirsName: people.get(conflict.theirsById ?? '') ?? null,
      names: Object.fromEntries(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) as string]] : []))),
    };
  });
}

const parts = new Set(['key_date', 'obligation', 'protocol_item', 'document_link']);

function documentOf(db: Readable, { entity, id }: { entity: string; id: string }): string | null {
  if (entity === 'document') return id;
  if (!parts.has(entity)) return null;
  return (prepared(db, `SELECT documentId FROM ${entity} WHERE id = ?`).pluck().get(id) ?? null) as string | null;
}

function partyOf(db: Readable, { entity, id }: { entity: string; id: string }): string | null {
  if (entity === 'counterparty') return id;
  if (entity !== 'bank_account') return null;
  return (prepared(db, 'SELECT counterpartyId FROM bank_account WHERE id = ?').pluck().get(id) ?? null) as
    | string
    | null;
}

function isContractHere(db: Readable, id: string): boolean {
  const kind = prepared(db, 'SELECT kind FROM document WHERE id = ?').pluck().get(id) as DocumentKind | undefined;
  return kind !== undefined && isContract(kind);
}

/** Every value that a dispute shows, the merged ones too. */
const valuesOf = ({ fields, merged }: RowOf<'conflict'>): { field: string; value: unknown }[] => [
  ...fields.flatMap((one) =>
    [one.base, one.mine, one.theirs, one.chosen].map((value) => ({ field: one.field, value })),
  ),
  ...merged.map(({ field, value }) => ({ field, value })),
];
