import { type DocumentKind, isContract } from '#shared/domain/document.ts';

/**
 * Whether a template is offered for a document. `kinds`: keys that the administrator set, null for contracts and their amendments; `ownKey`:
 * the key of the company's own kind of the document, which then counts in place of the built-in one it is built on.
 */
export const isOffered = (kinds: readonly string[] | null, kind: DocumentKind, ownKey: string | null): boolean =>
  kinds === null ? ownKey === null && isContract(kind) : kinds.includes(ownKey ?? kind);
