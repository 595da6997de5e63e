import type { FormatProblem } from '#shared/formats/problem.ts';

/** Dates are `yyyy-mm-dd`, sums integer kopecks of the document's currency, quantities and prices decimal text. */

export interface TransferParty {
  readonly kind: 'legal' | 'entrepreneur' | 'person' | 'foreign';
  /** НаимОрг, or фамилия имя отчество without «ИП». */
  readonly name: string;
  readonly shortName: string | null;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrnip: string | null;
  readonly okpo: string | null;
  /** One line, as a person would write it. */
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly account: string | null;
  readonly bankName: string | null;
  readonly bik: string | null;
  readonly corrAccount: string | null;
  readonly line: number;
}

/** A row of the table. Null sums: the format allows a dash. */
export interface TransferLine {
  readonly position: number;
  readonly name: string | null;
  readonly unit: string | null;
  readonly unitCode: string | null;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly sumWithoutVat: number | null;
  /** As written: `22%`, `10%`, `20/120`, `без НДС`, `НДС исчисляется налоговым агентом`. */
  readonly vatRate: string | null;
  /** Null without VAT. */
  readonly vatSum: number | null;
  readonly excise: number | null;
  readonly sum: number | null;
  readonly code: string | null;
  readonly line: number;
}

export interface TransferTotals {
  readonly sumWithoutVat: number | null;
  readonly vatSum: number | null;
  readonly sum: number | null;
  readonly line: number;
}

/** A document named as the ground of the transfer: contract, order, invoice. */
export interface TransferBasis {
  readonly name: string;
  readonly number: string | null;
  readonly date: string | null;
}

export interface TransferEvent {
  /** СодОпер: «Товары переданы». */
  readonly content: string | null;
  readonly kind: string | null;
  readonly date: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly basis: readonly TransferBasis[];
}

export interface TransferSigner {
  readonly name: string;
  readonly position: string | null;
  readonly inn: string | null;
  readonly organization: string | null;
  /** Number of the machine-readable power of attorney. */
  readonly powerOfAttorney: string | null;
}

/** Seller's title, КНД 1115131. */
export interface SellerTitle {
  readonly knd: '1115131';
  readonly fileId: string | null;
  readonly version: string | null;
  readonly program: string | null;
  /** СЧФ счёт-фактура, ДОП передаточный документ, СЧФДОП both; СвРК, СвЗК registers of receipts. */
  readonly function: string;
  readonly title: string | null;
  readonly number: string;
  readonly date: string;
  readonly correction: { readonly number: string | null; readonly date: string | null } | null;
  /** ISO 4217 letters of КодОКВ, the code itself when not known. */
  readonly currency: string | null;
  readonly sellers: readonly TransferParty[];
  readonly buyers: readonly TransferParty[];
  readonly consignors: readonly TransferParty[];
  readonly consignees: readonly TransferParty[];
  /** СвПРД: payments in advance. */
  readonly prepayments: readonly {
    readonly number: string | null;
    readonly date: string | null;
    readonly sum: number | null;
  }[];
  readonly contractId: string | null;
  readonly lines: readonly TransferLine[];
  readonly totals: TransferTotals | null;
  readonly transfer: TransferEvent | null;
  readonly signers: readonly TransferSigner[];
}

/** Buyer's title, КНД 1115132: what became of the seller's document. */
export interface BuyerTitle {
  readonly knd: '1115132';
  readonly fileId: string | null;
  readonly version: string | null;
  readonly program: string | null;
  /** ИдФайл of the seller's title it answers. */
  readonly sellerFileId: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly function: string | null;
  readonly result: 'accepted' | 'accepted_with_differences' | 'refused' | null;
  readonly content: string | null;
  readonly acceptedOn: string | null;
  readonly signers: readonly TransferSigner[];
}

export interface UniversalTransferFile {
  /** Null when the file was refused. */
  readonly document: SellerTitle | BuyerTitle | null;
  readonly problems: readonly FormatProblem[];
  readonly stopped: boolean;
}
