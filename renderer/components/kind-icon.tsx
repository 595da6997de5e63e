import {
  IconFileCertificate,
  IconFileCheck,
  IconFileDescription,
  IconFileDollar,
  IconFileInvoice,
  IconFilePlus,
  IconFileText,
  IconGavel,
  IconMail,
  IconMailDown,
  IconMailUp,
  IconSignature,
  IconSticker2,
  IconTemplate,
  IconTicket,
  IconTransferIn,
  IconTransferOut,
  IconWritingSign,
} from '@tabler/icons-react';
import type { DocumentKind } from '#shared/domain/document.ts';

const icons = {
  incoming: IconMailDown,
  outgoing: IconMailUp,
  internal: IconFileText,
  order: IconGavel,
  memo: IconSticker2,
  contract: IconWritingSign,
  amendment: IconFilePlus,
  invoice: IconFileDollar,
  act: IconFileCheck,
  upd: IconFileInvoice,
  vat_invoice: IconFileCertificate,
  payment_in: IconTransferIn,
  payment_out: IconTransferOut,
  power_of_attorney: IconSignature,
  template: IconTemplate,
  application: IconTicket,
  letter: IconMail,
  custom: IconFileDescription,
} as const satisfies Record<DocumentKind, typeof IconFileText>;

/** The picture of a document's kind; its word stands elsewhere in the row or card. */
export function KindIcon({ kind, size = 16 }: { kind: DocumentKind; size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} stroke={1.5} aria-hidden="true" style={{ flex: 'none', color: 'var(--op-text3)' }} />;
}
