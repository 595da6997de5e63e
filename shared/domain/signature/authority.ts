import type { RequisiteCode } from '#shared/lib/requisites/check.ts';

/** Somebody named in a machine-readable power of attorney: a company, an entrepreneur or a person. Codes are digits only. */
export interface AuthorityParty {
  kind: 'legal' | 'entrepreneur' | 'person' | 'foreign';
  /** Name of a company; null for people. */
  organization: string | null;
  /** Surname, first name, patronymic; null for companies. */
  person: string | null;
  position: string | null;
  inn: string | null;
  kpp: string | null;
  /** ОГРН or ОГРНИП. */
  ogrn: string | null;
  snils: string | null;
}

export interface AuthorityPower {
  /** From the classifier of powers; null for a text. */
  code: string | null;
  name: string;
}

/** A machine-readable power of attorney. Days `yyyy-mm-dd`. */
export interface Authority {
  /** The number in the state's register, a GUID. */
  number: string;
  /** The number that the company gave it. */
  innerNumber: string | null;
  /** The power of attorney that this one was made out under; null for a first one. */
  underNumber: string | null;
  fileId: string | null;
  version: string | null;
  issuedOn: string | null;
  /** The last day in force; null: the file does not say. */
  expiresOn: string | null;
  principals: AuthorityParty[];
  /** Who acts for the principal without a power of attorney. */
  heads: AuthorityParty[];
  representatives: AuthorityParty[];
  powers: AuthorityPower[];
  /** Where its state can be asked; never opened by itself. */
  register: string | null;
}

export type AuthorityProblemCode =
  | 'AUTHORITY_UNREADABLE'
  | 'AUTHORITY_OTHER_FILE'
  | 'AUTHORITY_WITHOUT_NUMBER'
  | 'AUTHORITY_WITHOUT_TERM'
  | 'AUTHORITY_WITHOUT_POWERS'
  | 'AUTHORITY_WITHOUT_PRINCIPAL'
  | 'AUTHORITY_WITHOUT_REPRESENTATIVE'
  | 'AUTHORITY_REQUISITE_WRONG';

/** What is wrong with it. `requisite`: why a code fails its check. */
export interface AuthorityProblem {
  code: AuthorityProblemCode;
  line: number | null;
  params: Readonly<Record<string, string>>;
  requisite: RequisiteCode | null;
}

/** `authority` is null only when the file is none. */
export interface AuthorityFile {
  authority: Authority | null;
  problems: AuthorityProblem[];
}
