import { amountInDigits } from '#shared/lib/words/amount.ts';
import { nameWithInitials } from '#shared/lib/words/names.ts';
import { totalOf } from './lines-table.ts';
import type { Paper, PaperBlock, Signature } from './paper.ts';
import { day, numberAndDate, shows, signatureBlock } from './paper-parts.ts';
import { paperWords } from './paper-words.ts';
import { paymentCode } from './payment-code.ts';
import { pricedPaper } from './priced-paper.ts';
import type { PrintData, PrintDocument, PrintParty } from './print-data.ts';

/** «Счёт на оплату»: where to pay stands above, as the banks' clerks are used to; then the lines, the sum in words, the signatures. */
export function invoicePaper(data: PrintData): Paper {
  const w = paperWords[data.language];
  return pricedPaper(data, ({ document, seller }) => ({
    seller: w.supplier,
    buyer: w.buyer,
    rows: shows(data, 'due') && document.dueDate ? [[w.payBefore, day(document.dueDate)]] : [],
    above: shows(data, 'bank') && seller ? bankBlock(data, document, seller) : [],
    below: signatureBlock(data, signers(data, seller)),
  }));
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
