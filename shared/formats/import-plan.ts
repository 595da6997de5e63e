import type { FormatProblem } from '#shared/formats/problem.ts';
import type { BuyerTitle, TransferBasis } from '#shared/formats/universal-transfer/records.ts';
import type { RequisiteCode } from '#shared/lib/requisites/check.ts';

/**
 * What a file says, in one shape whatever its format: the importer turns it into commands and needs nothing else.
 * Dates `yyyy-mm-dd`, sums integer minor units of `currency`, texts within the limits of the domain's fields.
 */
export interface ImportPlan {
  readonly source: PlanSource;
  /** Our side as the file names it; null when it does not say. */
  readonly own: PlanParty | null;
  readonly counterparties: readonly PlanCounterparty[];
  readonly accounts: readonly PlanAccount[];
  readonly documents: readonly PlanDocument[];
  /** Balances of our accounts, one per СекцияРасчСчет. */
  readonly balances: readonly PlanBalance[];
  /** A buyer's title: news about a document imported before, found by `sellerFileId` or number and date. */
  readonly acceptance: BuyerTitle | null;
  readonly problems: readonly FormatProblem[];
  /** True: import nothing, show the problems. */
  readonly stopped: boolean;
}

export interface PlanSource {
  readonly format: 'client-bank' | 'universal-transfer' | null;
  readonly version: string | null;
  /** Identity of the content, the same for a copy in another encoding or under another name; null when stopped. */
  readonly key: string | null;
  /** SHA-256 of the bytes, hex, as given by the caller. */
  readonly fileHash: string;
  readonly fileName: string | null;
  /** ИдФайл of an exchange file. */
  readonly fileId: string | null;
}

export interface PlanParty {
  readonly kind: 'legal' | 'entrepreneur' | 'person' | 'foreign';
  /** Without the legal form and its quotation marks. */
  readonly name: string;
  readonly legalForm: string | null;
  /** As the file writes it. */
  readonly fullName: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  /** ОГРНИП of an entrepreneur; neither format carries an ОГРН. */
  readonly ogrn: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Why the ИНН fails its check; it is still the one the file gives. */
  readonly innProblem: RequisiteCode | null;
}

export interface PlanCounterparty extends PlanParty {
  /** Reference within this plan. */
  readonly ref: string;
  /** Other spellings of the name met in the file. */
  readonly otherNames: readonly string[];
}

export interface PlanAccount {
  readonly account: string;
  readonly bik: string | null;
  readonly bankName: string | null;
  readonly corrAccount: string | null;
  readonly currency: string;
  /** Null for our own account. */
  readonly counterpartyRef: string | null;
  readonly ownerInn: string | null;
  /** Why number or key fails its check. */
  readonly problem: RequisiteCode | null;
}

export interface PlanLine {
  readonly position: number;
  readonly name: string;
  readonly unit: string | null;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly vatRate: string | null;
  readonly sumWithoutVat: number | null;
  readonly vatSum: number | null;
  readonly sum: number | null;
}

export interface PlanDocument {
  /**
   * Stable over a second import of the file, over overlapping statements, and over both statements of a transfer
   * between own accounts; at most 200 characters.
   */
  readonly key: string;
  readonly kind: 'payment_in' | 'payment_out' | 'upd' | 'vat_invoice';
  /** in: to us (money or goods); out: from us; own: between our own accounts. */
  readonly direction: 'in' | 'out' | 'own';
  readonly number: string | null;
  readonly date: string;
  readonly amount: number | null;
  readonly vatAmount: number | null;
  readonly currency: string;
  /** Null for a transfer between own accounts and where the file names nobody. */
  readonly counterpartyRef: string | null;
  readonly ownAccount: string | null;
  readonly counterpartyAccount: string | null;
  /** Day the bank moved the money; null for an order to the bank that nobody has executed yet. */
  readonly executedOn: string | null;
  readonly dueDate: string | null;
  /** Purpose of a payment; names of the goods of a УПД. */
  readonly subject: string;
  readonly lines: readonly PlanLine[];
  /** Contracts and orders named as the ground. */
  readonly basis: readonly TransferBasis[];
  /** Other fields worth keeping (УИН, КБК, вид документа, функция, подписант …) by the format's own names. */
  readonly details: Readonly<Record<string, string>>;
  /** First line in the file. */
  readonly line: number;
}

export interface PlanBalance {
  readonly account: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly opening: number | null;
  readonly received: number | null;
  readonly spent: number | null;
  readonly closing: number | null;
}

/** What the importer knows of a file beside its text. */
export interface PlanContext {
  readonly fileHash: string;
  readonly fileName: string | null;
  /** ИНН of our organization and its branches; tells which side of a УПД is ours. */
  readonly ownInns: readonly string[];
}
