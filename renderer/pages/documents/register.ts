import { createContext, useContext } from 'react';
import { type ConditionKey, conditionKeys, withFields } from '#renderer/pages/documents/conditions.ts';
import {
  type RegisterPage,
  type RegisterState,
  useContractsRegister,
  useDocumentsRegister,
} from '#renderer/state/documents-register.ts';
import { contractKinds, type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

/** A register of documents: all of them, or those of some kinds with views, columns and conditions of their own. */
export interface Register {
  page: RegisterPage;
  useStore: typeof useDocumentsRegister;
  /** What it holds; the condition of kinds chooses among these. */
  kinds: readonly DocumentKind[];
  /** Whether its kinds have to be asked for when no condition names any. */
  narrowed: boolean;
  conditions: readonly ConditionKey[];
}

export const documentsRegister: Register = {
  page: 'documents',
  useStore: useDocumentsRegister,
  kinds: documentKinds,
  narrowed: false,
  conditions: conditionKeys.filter((key) => key !== 'types' && key !== 'expires'),
};

export const contractsRegister: Register = {
  page: 'contracts',
  useStore: useContractsRegister,
  kinds: contractKinds,
  narrowed: true,
  conditions: conditionKeys,
};

export const registers: Record<RegisterPage, Register> = { documents: documentsRegister, contracts: contractsRegister };

export const RegisterContext = createContext<Register>(documentsRegister);
export const useRegister = (): Register => useContext(RegisterContext);
/** What the person has chosen in the register around. */
export function useRegisterState(): RegisterState {
  const { useStore } = useRegister();
  return useStore();
}

/** The filter as it is asked: the register's own kinds stand where no condition names others. */
export function askedFilter(register: Register, filter: DocumentFilter, text = ''): DocumentFilter {
  const kinds = register.narrowed && !filter.kinds ? { kinds: [...register.kinds] } : {};
  return withFields({ ...filter, ...kinds }, text ? { text } : {});
}
