import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptKey } from '#renderer/components/receipt.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { errors } from '#shared/domain/error.ts';
import type { Receipt } from '#shared/queries/receipt.ts';

const told = new Set<ReceiptKey>(['ok', 'full']);

/** A receipt as its glyph tells it: when by the branch's clock, why in words. */
export function useReceiptWords() {
  const { t } = useTranslation('errors');
  const status = useWords('status');
  const clock = useClock();
  return useCallback(
    (receipt: Receipt): { receipt: ReceiptKey; time?: string; reason?: string } => ({
      receipt: receipt.state,
      // Of a change on its way the time of the former receipt would be told as its own.
      ...(receipt.at === null || !told.has(receipt.state) ? {} : { time: clock.moment(receipt.at) }),
      ...(receipt.inDoubt ? { reason: status('receiptDoubt') } : {}),
      ...(receipt.code
        ? { reason: t(Object.hasOwn(errors, receipt.code) ? (receipt.code as keyof typeof errors) : 'INTERNAL') }
        : {}),
    }),
    [t, status, clock],
  );
}
