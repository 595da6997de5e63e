import { Receipt } from '#renderer/components/receipt.tsx';
import { useReceiptWords } from '#renderer/data/use-receipt-words.ts';
import type { RecordObject } from '#renderer/state/record-path.ts';
import { usePathView } from '#renderer/state/record-path.ts';
import type { Receipt as ReceiptFacts } from '#shared/queries/receipt.ts';

/** The receipt of a record; a press shows the record's path to the centre. */
export function RecordReceipt({ entity, id, receipt }: RecordObject & { receipt: ReceiptFacts }) {
  const words = useReceiptWords();
  const show = usePathView((view) => view.show);
  return <Receipt {...words(receipt)} onClick={(anchor) => show({ entity, id, anchor })} />;
}
