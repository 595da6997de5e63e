import type { EntityName } from '#shared/domain/registry.ts';

/** What a query knows besides the rows. */
export interface QueryDeps {
  /** The person at this workstation. */
  userId: string;
  /** The instant it is, UTC milliseconds. */
  now(): number;
  /** Commands on the wire at this moment, by their n; null: none. */
  sending(): { from: number; to: number } | null;
  /** Where the bytes of attachments lie. */
  filesDir: string;
  /** Raised at each change of rows of the entity: what was computed from them under another number is old. */
  versions(entity: EntityName): number;
  /** Ids of the rows that have changed since that number; null: not known, any may have. */
  changedSince?(entity: EntityName, version: number): readonly string[] | null;
}
