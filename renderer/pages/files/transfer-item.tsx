import { IconAlertCircle, IconArrowDown, IconArrowUp, IconPlayerPause } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import { Bar, isBegun, Moved, TransferTools } from '#renderer/pages/files/transfer-line.tsx';
import css from '#renderer/pages/files/transfers.module.css';
import { useTransferWords } from '#renderer/pages/files/use-transfer-words.ts';
import type { Transfer } from '#shared/ipc/file-channels.ts';

/** A file in the list of those on their way; its name opens the card it belongs to. */
export function TransferItem({ transfer }: { transfer: Transfer }) {
  const t = useWords('transfers');
  const words = useTransferWords();
  const { state, direction, documentId, name, cause } = transfer;
  const Icon =
    state === 'stopped'
      ? IconAlertCircle
      : state === 'paused'
        ? IconPlayerPause
        : direction === 'up'
          ? IconArrowUp
          : IconArrowDown;
  return (
    <li className={css['item']} data-tone={state === 'stopped' ? 'red' : undefined}>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
      <Link className={css['name']} to={`/documents/${documentId}?tab=files`} title={name}>
        {name}
      </Link>
      <div>
        <span className={css['words']}>
          {words(transfer)}
          {isBegun(transfer) && ' · '}
          <Moved transfer={transfer} />
        </span>
        <Bar transfer={transfer} />
      </div>
      <span className={css['cause']}>{t(`cause_${cause ?? 'up'}`)}</span>
      <TransferTools transfer={transfer} />
    </li>
  );
}
