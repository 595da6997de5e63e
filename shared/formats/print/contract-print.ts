import type { PrintLanguage } from './contract-print-words.ts';

/** What the print form of a contract's card shows. Amounts in kopecks, dates yyyy-mm-dd, moments as texts in the reader's zone. */
export interface ContractPrint {
  language: PrintLanguage;
  /** Who printed it and when: the foot of the paper. */
  printedBy: string;
  printedAt: string;
  /** «Договор», «Дополнительное соглашение», with the kind of contract when it has one. */
  title: string;
  number: string | null;
  date: string;
  subject: string;
  /** The stage in words. */
  stage: string;
  parties: readonly {
    side: 'ours' | 'theirs';
    name: string;
    inn: string | null;
    kpp: string | null;
    ogrn: string | null;
    address: string | null;
    account: string | null;
  }[];
  amount: number | null;
  vatAmount: number | null;
  currency: string;
  effectiveFrom: string | null;
  expiresOn: string | null;
  renewal: 'none' | 'automatic' | 'by_agreement' | null;
  noticeDays: number | null;
  counterpartyNumber: string | null;
  branch: string;
  responsible: string | null;
  custom: readonly { label: string; value: string }[];
  keyDates: readonly { date: string; title: string; done: boolean }[];
  obligations: readonly {
    title: string;
    side: 'ours' | 'theirs';
    dueDate: string;
    amount: number | null;
    state: 'planned' | 'done' | 'cancelled';
  }[];
  related: readonly { title: string; number: string | null; date: string }[];
  approval: ApprovalSheet | null;
}

/** «Лист согласования»: the round, and who decided what about which version. */
export interface ApprovalSheet {
  versionNumber: number;
  /** Hash of the content in force. */
  hash: string;
  startedAt: string;
  finishedAt: string | null;
  lines: readonly ApprovalLine[];
}

export interface ApprovalLine {
  step: string;
  /** Whose decision it is; `madeBy` when another one made it for them: «X за Y». */
  name: string;
  position: string;
  madeBy: string | null;
  verdict: 'approve' | 'sign' | 'acknowledge' | 'remark' | 'return' | 'reject' | null;
  versionNumber: number | null;
  hash: string | null;
  /** Whether it belongs to the content in force; a decision on an earlier version does not count. */
  inForce: boolean;
  at: string | null;
  comment: string | null;
}
