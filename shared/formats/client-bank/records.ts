import type { FormatProblem } from '#shared/formats/problem.ts';

/** Dates are `yyyy-mm-dd`, times `hh:mm:ss`, sums integer kopecks; empty and absent values are null. */

export interface ClientBankHeader {
  readonly version: string | null;
  readonly declaredEncoding: string | null;
  readonly sender: string | null;
  readonly receiver: string | null;
  readonly createdOn: string | null;
  readonly createdAt: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly accounts: readonly string[];
  /** Values of `Документ=`: the kinds a request asks for. */
  readonly documentKinds: readonly string[];
}

/** СекцияРасчСчет: balance and turnover of an account over a period; a file may hold one per day. */
export interface AccountSection {
  readonly line: number;
  readonly account: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly opening: number | null;
  readonly received: number | null;
  readonly spent: number | null;
  readonly closing: number | null;
  readonly lines: {
    readonly opening: number;
    readonly received: number;
    readonly spent: number;
    readonly closing: number;
  };
}

/** Плательщик or Получатель of a document. */
export interface BankParty {
  readonly account: string | null;
  /** РасчСчет: the account at a bank that settles through another; usually equal to `account`. */
  readonly settlementAccount: string | null;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly name: string | null;
  /** Плательщик2–4: with indirect settlement account, bank and city. */
  readonly nameLines: readonly string[];
  readonly bankName: string | null;
  readonly bankCity: string | null;
  readonly bik: string | null;
  readonly corrAccount: string | null;
}

/** Fields of a payment to the budget (приказ Минфина 58н), as written. */
export interface BudgetFields {
  readonly status: string | null;
  readonly kbk: string | null;
  readonly oktmo: string | null;
  readonly basis: string | null;
  readonly period: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly type: string | null;
}

export interface BankDocument {
  /** First line of the block in the file. */
  readonly line: number;
  /** Вид of `СекцияДокумент=`: «Платежное поручение», «Банковский ордер» …; null when not named. */
  readonly kind: string | null;
  readonly number: string | null;
  readonly date: string;
  readonly sum: number;
  readonly payer: BankParty;
  readonly recipient: BankParty;
  /** ДатаСписано and ДатаПоступило: set by the bank when the money has moved. */
  readonly writtenOffOn: string | null;
  readonly receivedOn: string | null;
  /** НазначениеПлатежа, or its six lines joined when only they are given. */
  readonly purpose: string | null;
  readonly paymentKind: string | null;
  /** ВидОплаты: code of the operation, `01` for a payment order. */
  readonly operationCode: string | null;
  readonly purposeCode: string | null;
  /** Код: УИН. */
  readonly uin: string | null;
  readonly priority: string | null;
  readonly dueOn: string | null;
  readonly receiptOn: string | null;
  readonly receiptAt: string | null;
  readonly receiptText: string | null;
  /** Null when no budget field is filled. */
  readonly budget: BudgetFields | null;
  /** Other keys of the format and unknown ones, as written: nothing of the file is dropped. */
  readonly other: Readonly<Record<string, string>>;
  /** Line of an equal document earlier in the file. */
  readonly repeats: number | null;
}

export interface ClientBankFile {
  readonly header: ClientBankHeader;
  readonly sections: readonly AccountSection[];
  readonly documents: readonly BankDocument[];
  /** statement: from the bank; orders: to the bank, nothing has been executed. */
  readonly purpose: 'statement' | 'orders';
  readonly problems: readonly FormatProblem[];
  /** True when a problem forbids importing anything of the file. */
  readonly stopped: boolean;
  /** Lines read. */
  readonly lines: number;
}

/** A payment order to the bank: the same record a parsed file gives, without its place in a file. */
export type BankOrder = Omit<BankDocument, 'line' | 'repeats'>;

export interface OrdersFile {
  readonly sender: string;
  readonly receiver: string | null;
  readonly createdOn: string;
  readonly createdAt: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly accounts: readonly string[];
  readonly documents: readonly BankOrder[];
}
