import type { ValueText } from '#shared/domain/form/value-texts.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { NameGender } from '#shared/lib/words/names.ts';

/** Who signs for a party, and on what ground: «Устава», «доверенности № 5 от 12.01.2026» (in the genitive). */
export interface Signer {
  name: string;
  position: string;
  basis: string;
  gender?: NameGender | null;
}

export type AccountFields = Pick<RowOf<'bank_account'>, 'account' | 'bik' | 'bankName' | 'corrAccount' | 'currency'>;

/** Rows a contract is drafted from, as they stand in the database; nothing else is read. */
export interface DraftingInput {
  /** yyyy-mm-dd in the branch's zone. */
  today: string;
  organization: Pick<RowOf<'organization'>, 'name' | 'fullName' | 'inn' | 'kpp' | 'ogrn' | 'address'>;
  organizationAccounts: readonly AccountFields[];
  organizationSigner: Signer | null;
  branch: Pick<RowOf<'branch'>, 'name' | 'city'> | null;
  counterparty: Pick<
    RowOf<'counterparty'>,
    'kind' | 'name' | 'legalForm' | 'fullName' | 'inn' | 'kpp' | 'ogrn' | 'address' | 'phone' | 'email'
  > | null;
  counterpartyAccounts: readonly AccountFields[];
  counterpartySigner: Signer | null;
  document: Pick<
    RowOf<'document'>,
    | 'number'
    | 'date'
    | 'subject'
    | 'amount'
    | 'vatAmount'
    | 'currency'
    | 'effectiveFrom'
    | 'expiresOn'
    | 'renewal'
    | 'noticeDays'
    | 'counterpartyNumber'
    | 'contractType'
    | 'custom'
  > &
    Partial<Pick<RowOf<'document'>, 'dueDate' | 'note'>>;
  definitions: readonly Pick<RowOf<'field_definition'>, 'key' | 'label' | 'type'>[];
  /** The contract that an amendment belongs to. */
  parent: Pick<RowOf<'document'>, 'number' | 'date' | 'subject' | 'amount' | 'currency'> | null;
  responsible: Pick<RowOf<'employee'>, 'fullName' | 'position' | 'email' | 'phone'> | null;
  lines: readonly Pick<
    RowOf<'document_line'>,
    'name' | 'unit' | 'quantity' | 'price' | 'vatRate' | 'sumWithoutVat' | 'vatSum' | 'sum'
  >[];
  obligations: readonly Pick<RowOf<'obligation'>, 'kind' | 'side' | 'title' | 'dueDate' | 'amount'>[];
  clauses: readonly Pick<RowOf<'clause'>, 'category' | 'title' | 'text'>[];
  /** The company's own kind: what it is called, and what was filled in of its fields; null: a built-in one. */
  own?: { label: string; fields: readonly ValueText[]; people: Readonly<Record<string, string>> } | null;
  /** The entry in force in a journal. */
  registration?: { number: string | null; date: string; caseFile: string | null } | null;
  /** For the paper of a ticket: who asked, and what they filled in. */
  application?: {
    requester: Pick<RowOf<'employee'>, 'fullName' | 'position' | 'email' | 'phone'>;
    department: string | null;
    branch: string | null;
    fields: readonly ValueText[];
    /** Names of the employees and counterparties that the values point at, by their ids. */
    people: Readonly<Record<string, string>>;
  } | null;
}
