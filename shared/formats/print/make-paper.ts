import type { PrintFormName } from '#shared/domain/company/print-form.ts';
import type { PrintMissing } from '#shared/domain/company/print-settings.ts';
import { actPaper } from './act-paper.ts';
import { cardPaper } from './card-paper.ts';
import { envelopePaper } from './envelope-paper.ts';
import { inventoryPaper } from './inventory-paper.ts';
import { invoicePaper } from './invoice-paper.ts';
import { labelPaper } from './label-paper.ts';
import { listPaper } from './list-paper.ts';
import type { Paper } from './paper.ts';
import { sidesOf } from './priced-paper.ts';
import type { PrintData } from './print-data.ts';
import { stampPaper } from './stamp-paper.ts';

const makers: Readonly<Record<PrintFormName, (data: PrintData) => Paper>> = {
  card: cardPaper,
  list: listPaper,
  inventory: inventoryPaper,
  envelope: envelopePaper,
  stamp: stampPaper,
  label: labelPaper,
  invoice: invoicePaper,
  act: actPaper,
};

/** The paper of a form. Equal data give equal papers. */
export const makePaper = (data: PrintData): Paper => makers[data.form](data);

/** What the paper would need and the records do not hold: told beside the preview, printed all the same. */
export function missingFor(data: PrintData): PrintMissing[] {
  const [document] = data.documents;
  const missing: PrintMissing[] = [];
  if (data.contents) return data.contents.entries.length > 0 ? [] : ['documents'];
  if (data.form === 'inventory' && !data.caseFile) missing.push('caseFile');
  if (!document) return missing.length > 0 ? missing : ['documents'];
  if (data.form === 'envelope') {
    if (data.documents.some((one) => !one.counterparty)) missing.push('counterparty');
    else if (data.documents.some((one) => !one.counterparty?.address)) missing.push('address');
  }
  if (data.form !== 'invoice' && data.form !== 'act') return missing;
  const { seller } = sidesOf(data, document);
  if (!document.counterparty) missing.push('counterparty');
  if (document.lines.length === 0) missing.push('lines');
  if (data.form === 'invoice' && seller) {
    if (!seller.account) missing.push('account');
    else if (!seller.account.bik) missing.push('bik');
    else if (!seller.account.bankName) missing.push('bankName');
  }
  return missing;
}
