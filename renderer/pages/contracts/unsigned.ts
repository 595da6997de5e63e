import type { DocumentState } from '#shared/domain/document.ts';

const before: readonly DocumentState[] = ['draft', 'check', 'approve', 'sign'];

/** Nobody has signed the contract yet: what it plans binds nobody. */
export const isUnsigned = (state: DocumentState): boolean => before.includes(state);
