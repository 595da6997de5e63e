import { namesOf } from '#electron/core/app/queries/names.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { isId } from '#electron/core/store/views/custom-values.ts';

type Custom = Readonly<Record<string, unknown>> | null;

/** What the people and counterparties that own fields of documents point at are called. */
export function namesAmong(db: Readable, fields: readonly Custom[]): ReadonlyMap<string, string> {
  const ids = fields.flatMap((custom) => idsIn(custom));
  return new Map([...namesOf(db, 'counterparty', ids), ...namesOf(db, 'employee', ids)]);
}

/** Ids among the values of own fields. */
export const idsIn = (custom: Custom): string[] =>
  Object.values(custom ?? {}).filter((one): one is string => typeof one === 'string' && isId(one));
