import type { PrintFormName } from '#shared/domain/company/print-form.ts';
import type { PrintSettings } from '#shared/domain/company/print-settings.ts';
import type { DocumentKind, DocumentState } from '#shared/domain/document.ts';

export interface PrintAccount {
  account: string;
  bik: string | null;
  bankName: string | null;
  corrAccount: string | null;
}

/** A company or a person as papers name them. */
export interface PrintParty {
  /** Short: ООО «Север». */
  name: string;
  fullName: string;
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  address: string | null;
  phone: string | null;
  account: PrintAccount | null;
  /** Who signs for it; null: not known. */
  signer: { name: string; position: string } | null;
}

export interface PrintLine {
  name: string;
  unit: string | null;
  /** Decimal texts, as in the document. */
  quantity: string | null;
  price: string | null;
  vatRate: string | null;
  /** Kopecks. */
  vatSum: number | null;
  sum: number | null;
}

export interface PrintRegistration {
  number: string | null;
  date: string;
  journal: string | null;
  caseFile: string | null;
  registrar: string | null;
}

/** A document as papers tell of it. Dates yyyy-mm-dd, amounts in kopecks. */
export interface PrintDocument {
  id: string;
  kind: DocumentKind;
  /** What a kind of the company's own is called. */
  kindLabel: string | null;
  number: string | null;
  date: string;
  subject: string;
  state: DocumentState;
  counterparty: PrintParty | null;
  counterpartyNumber: string | null;
  amount: number | null;
  vatAmount: number | null;
  currency: string;
  dueDate: string | null;
  note: string | null;
  branch: string;
  responsible: string | null;
  author: string | null;
  basis: { number: string | null; date: string; subject: string } | null;
  registration: PrintRegistration | null;
  own: readonly { label: string; value: string }[];
  lines: readonly PrintLine[];
  files: readonly string[];
}

export interface PrintCase {
  index: string;
  title: string;
  year: number;
}

/** A line of what lies in a case. */
export interface PrintFiled {
  number: string | null;
  date: string;
  /** null: the document is not for this person to see. */
  subject: string | null;
}

export interface PrintContents {
  entries: readonly PrintFiled[];
  /** Documents of the case that did not go in. */
  left: number;
}

/** What a paper is made of; nothing else is known to its maker. */
export interface PrintData {
  form: PrintFormName;
  language: 'ru' | 'en';
  settings: PrintSettings;
  /** Who prints, and when as a text in their zone: the foot of the paper. */
  printedBy: string;
  printedAt: string;
  organization: PrintParty;
  documents: readonly PrintDocument[];
  caseFile: PrintCase | null;
  /** What lies in the case, for its inventory; null: one of the documents themselves. */
  contents: PrintContents | null;
  /** Whose invoice or act it is. */
  issuer: 'ours' | 'theirs';
}
