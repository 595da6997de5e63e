import type { EntityName } from '#shared/domain/registry.ts';

interface Lookup {
  column: string;
  /** What the column may hold for a key, null for nothing; rows found by it are checked against the whole key afterwards. */
  values: (key: string) => string[] | null;
}

const same = (column: string): Lookup => ({ column, values: (key) => [key] });
/** A file may bring an ИНН or an account with a slash inside, so every slash may be the one between the parts. */
const beforeSlash = (column: string): Lookup => ({
  column,
  values: (key) => [...key.matchAll(/\//g)].map((slash) => key.slice(0, slash.index)),
});

/** How the declared keys of entities are found among the columns of a workstation's tables. */
const lookups: Partial<Record<EntityName, Record<string, Lookup>>> = {
  employee: { login: same('login') },
  counterparty: { innKpp: beforeSlash('inn'), inn: same('inn') },
  bank_account: {
    account: beforeSlash('account'),
    owner: { column: 'counterpartyId', values: (key) => (key === 'own' ? null : [key]) },
  },
  document: { sourceKey: same('sourceKey'), counterparty: same('counterpartyId') },
  document_line: { document: same('documentId') },
  attachment: { document: same('documentId'), sha256: same('sha256') },
  comment: { object: same('objectId') },
  history: { object: same('objectId') },
  conflict: { object: same('objectId') },
  saved_view: { owner: beforeSlash('ownerId') },
};

/** Throws when a key has no column: a mistake of the program, never of a person. */
export function lookupOf(entity: EntityName, index: string): Lookup {
  const found = lookups[entity]?.[index];
  if (!found) throw new Error(`no lookup for ${entity}.${index}`);
  return found;
}
