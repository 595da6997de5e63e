import { attachment } from '#shared/domain/attachment.ts';
import { bankAccount } from '#shared/domain/bank-account.ts';
import { branch } from '#shared/domain/branch.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { comment } from '#shared/domain/comment.ts';
import { conflict } from '#shared/domain/conflict.ts';
import { counterparty } from '#shared/domain/counterparty.ts';
import { document } from '#shared/domain/document.ts';
import { documentLine } from '#shared/domain/document-line.ts';
import { employee } from '#shared/domain/employee.ts';
import type { Entity, Reference, RowOfFields } from '#shared/domain/entity.ts';
import { history } from '#shared/domain/history.ts';
import { organization } from '#shared/domain/organization.ts';
import { savedView } from '#shared/domain/saved-view.ts';

/** Every entity by its name. The order is the order of a download: what others point at comes first. */
export const entities = {
  organization,
  branch,
  employee,
  counterparty,
  bank_account: bankAccount,
  document,
  document_line: documentLine,
  attachment,
  comment,
  history,
  conflict,
  saved_view: savedView,
} as const;

export type EntityName = keyof typeof entities;
export type RowOf<E extends EntityName> = (typeof entities)[E] extends Entity<infer F> ? RowOfFields<F> : never;

export const entityNames = Object.keys(entities) as EntityName[];

/** The entity in its general form, for code that works on any of them. */
export const entityOf = (name: string): Entity | undefined =>
  Object.hasOwn(entities, name) ? (entities[name as EntityName] as unknown as Entity) : undefined;

/** Scopes that a row has by itself, and the row it follows, if any. */
export function ownScopes(name: EntityName, row: AnyRow): { scopes: string[]; parent?: Reference } {
  const definition = entityOf(name) as Entity;
  const typed = row as RowOfFields<Record<string, never>>;
  if (definition.parent) return { scopes: definition.extraScopes?.(typed) ?? [], parent: definition.parent(typed) };
  return { scopes: definition.scopes?.(typed) ?? [] };
}
