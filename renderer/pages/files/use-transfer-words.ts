import { useWords } from '#renderer/i18n/words.ts';
import type { Transfer } from '#shared/ipc/file-channels.ts';

const codes = [
  'FILE_REFUSED',
  'FILE_TOO_LARGE',
  'FILE_DAMAGED',
  'FILE_NOT_HERE',
  'DISK_FULL',
  'SERVER_UNREACHABLE',
  'LIMIT',
] as const;
const harms = ['program', 'script', 'page'] as const;

/** How a transfer stands, in words: what it waits for, or why it stopped and what can be done. */
export function useTransferWords(): (transfer: Transfer) => string {
  const t = useWords('transfers');
  const reason = ({ code, direction, why }: Transfer): string => {
    const known = codes.find((one) => one === code);
    if (!known) return t('code_OTHER');
    if (direction === 'down' && (known === 'FILE_DAMAGED' || known === 'FILE_NOT_HERE')) return t(`code_${known}_down`);
    const harm = harms.find((one) => one === why);
    return harm ? t('whyIs', { text: t(`code_${known}`), why: t(`why_${harm}`) }) : t(`code_${known}`);
  };
  return (transfer) => {
    const { state, direction, code } = transfer;
    if (state === 'running') return t(direction === 'up' ? 'place_sending' : 'place_coming');
    if (state === 'stopped') return reason(transfer);
    if (state === 'paused') return t(`state_paused_${direction}`);
    return code === null ? t(`state_queued_${direction}`) : reason(transfer);
  };
}
