import { amountInDigits, amountInWords, capital } from '#shared/lib/words/amount.ts';
import { nameWithInitials } from '#shared/lib/words/names.ts';
import { linesTable, totalOf, totalsBlock } from './lines-table.ts';
import type { Paper, PaperBlock, Signature } from './paper.ts';
import { day, headingOf, money, numberAndDate, partyLine, sheet, shows, signatureBlock } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import { paymentCode } from './payment-code.ts';
import type { PrintData, PrintDocument, PrintParty } from './print-data.ts';

/** Who is paid and who pays, by whose invoice it is. */
export function sidesOf(
  data: PrintData,
  document: PrintDocument,
): { seller: PrintParty | null; buyer: PrintParty | null } {
  const { organization, issuer } = data;
  return issuer === 'ours'
    ? { seller: organization, buyer: document.counterparty }
    : { seller: document.counterparty, buyer: organization };
}

/** «Счёт на оплату»: where to pay stands above, as the banks' clerks are used to; then the lines, the sum in words, the signatures. */
export function invoicePaper(data: PrintData): Paper {
  const [document] = data.documents;
  const heading = headingOf(data);
  if (!document) return sheet(data, heading, []);
  const w = paperWords[data.language];
  const { seller, buyer } = sidesOf(data, document);
  const title = `${heading} ${numberAndDate(data, document)}`;
  const { amount } = totalOf(document);
  const head: readonly (readonly [string, string])[] = [
    ...(seller ? [[w.supplier, partyLine(data, seller)] as const] : []),
    ...(buyer ? [[w.buyer, partyLine(data, buyer)] as const] : []),
    ...(shows(data, 'basis') && document.basis ? [[w.basis, basisOf(data, document.basis)] as const] : []),
    ...(shows(data, 'due') && document.dueDate ? [[w.payBefore, day(document.dueDate)] as const] : []),
  ];
  return sheet(
    data,
    title,
    [
      ...(shows(data, 'bank') && seller ? bankBlock(data, document, seller) : []),
      { type: 'heading', level: 1, text: title },
      { type: 'pairs', rows: head, labelWidth: 30 },
      { type: 'gap', height: 2 },
      ...linesTable(data, document),
      ...totalsBlock(data, document),
      ...(shows(data, 'words') && amount !== null ? inWords(data, document, amount) : []),
      ...signatureBlock(data, signers(data, seller)),
    ],
    { isSigned: true },
  );
}

export function basisOf(data: PrintData, basis: NonNullable<PrintDocument['basis']>): string {
  const w = paperWords[data.language];
  return [w.contractWord, basis.number ? `${w.number} ${basis.number}` : w.unnumbered, w.of, day(basis.date)].join(' ');
}

/** «Всего наименований 3, на сумму …» and the sum in words. Words are Russian: an English paper keeps to figures. */
export function inWords(data: PrintData, document: PrintDocument, amount: number): PaperBlock[] {
  const w = paperWords[data.language];
  const counted = `${w.linesTotal} ${document.lines.length}, ${w.forSum} ${money(amount, document.currency)}`;
  return [
    { type: 'text', text: counted },
    ...(data.language === 'ru'
      ? [{ type: 'text', text: capital(amountInWords(amount, document.currency)), bold: true } as const]
      : []),
  ];
}

function bankBlock(data: PrintData, document: PrintDocument, seller: PrintParty): PaperBlock[] {
  const w = paperWords[data.language];
  const { account } = seller;
  const table: PaperBlock = {
    type: 'table',
    bare: true,
    columns: [
      { title: '', width: '*' },
      { title: '', width: 16 },
      { title: '', width: 46 },
    ],
    rows: [
      [
        `${account?.bankName ?? ''}\n${w.payeeBank}`,
        `${w.bik}\n${w.account}`,
        `${account?.bik ?? ''}\n${account?.corrAccount ?? ''}`,
      ],
      [
        `${[seller.inn && `${w.inn} ${seller.inn}`, seller.kpp && `${w.kpp} ${seller.kpp}`].filter(Boolean).join('   ')}\n${seller.name}\n${w.payee}`,
        w.account,
        account?.account ?? '',
      ],
    ],
  };
  const code = shows(data, 'qr') ? payment(data, document, seller) : null;
  if (!code) return [table, { type: 'gap', height: 4 }];
  return [
    {
      type: 'columns',
      columns: [[table], [{ type: 'code', code: 'qr', text: code, width: 32, height: 32, align: 'right' }]],
      widths: ['*', 36],
    },
    { type: 'text', text: w.qr, small: true, align: 'right' },
    { type: 'gap', height: 2 },
  ];
}

/** The text of the payment code; null in another currency than roubles, and where an account or a bank is missing. */
export function payment(data: PrintData, document: PrintDocument, seller: PrintParty): string | null {
  const { account } = seller;
  if (!account || document.currency !== 'RUB') return null;
  const { amount, vat } = totalOf(document);
  const w = paperWords.ru;
  const tax = vat ? `${w.vatIncluded} ${amountInDigits(vat)}` : w.withoutVat;
  return paymentCode({
    name: seller.name,
    account: account.account,
    bankName: account.bankName ?? '',
    bik: account.bik ?? '',
    corrAccount: account.corrAccount,
    inn: seller.inn,
    kpp: seller.kpp,
    sum: amount,
    purpose: `Оплата по счёту ${numberAndDate({ ...data, language: 'ru' }, document)}. ${tax}`,
  });
}

function signers(data: PrintData, seller: PrintParty | null): readonly Signature[] {
  const w = paperWords[data.language];
  const name = seller?.signer ? nameWithInitials(seller.signer.name, 'last') : '';
  return [
    { position: seller?.signer?.position || w.director, name },
    { position: w.accountant, name: '' },
  ];
}
