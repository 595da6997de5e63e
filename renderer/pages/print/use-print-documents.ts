import { usePrintRoom } from '#renderer/state/print.ts';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';

/**
 * Opens the room of papers over documents: `print(ids)` from a bulk bar, `print([id], 'invoice')` from a card. The room itself stands in the
 * frame of the window, so whoever asks mounts nothing.
 */
export const usePrintDocuments = (): ((documentIds: readonly string[], form?: PrintFormName) => void) => {
  const open = usePrintRoom((room) => room.open);
  return (documentIds, form) => open({ documentIds, form });
};
