import { IconPlayerPause, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/transfers.module.css';
import { useTransferWords } from '#renderer/pages/files/use-transfer-words.ts';
import { refreshTransfers } from '#renderer/pages/files/use-transfers.ts';
import type { Transfer } from '#shared/ipc/file-channels.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** How far a file is, in words and as a bar, and the way to stop it or to go on. */
export function TransferLine({ transfer }: { transfer: Transfer }) {
  const words = useTransferWords();
  const bad = transfer.state === 'stopped';
  return (
    <div className={css['line']} data-tone={bad ? 'red' : undefined}>
      <span className={css['words']} role={bad ? 'alert' : undefined}>
        {/* Where a moving file goes stands above, with its place. */}
        {transfer.state !== 'running' && `${words(transfer)}${isBegun(transfer) ? ' · ' : ''}`}
        <Moved transfer={transfer} />
      </span>
      <Bar transfer={transfer} />
      <TransferTools transfer={transfer} />
    </div>
  );
}

/** Whether there is something to say of how far it is. */
export const isBegun = ({ state, done }: Transfer): boolean => state === 'running' || (state !== 'stopped' && done > 0);

/** «3,1 из 4,0 МБ» of a file of which something has moved. */
export function Moved({ transfer }: { transfer: Transfer }) {
  const t = useWords('transfers');
  const formats = useFormats();
  const { done, size } = transfer;
  if (!isBegun(transfer)) return null;
  return <span className="op-figures">{t('ofSize', { done: formats.size(done), size: formats.size(size) })}</span>;
}

/** The part that has moved; only while it is more than nothing. */
export function Bar({ transfer }: { transfer: Transfer }) {
  const t = useWords('transfers');
  const { state, name, done, size } = transfer;
  if (!isBegun(transfer)) return null;
  const share = size > 0 ? Math.min(1, done / size) : 0;
  return (
    <div
      className={css['track']}
      role="progressbar"
      aria-label={t('progress', { name })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <div
        className={css['bar']}
        data-still={state !== 'running' || undefined}
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  );
}

/** Stop what moves or waits; go on with what was stopped; try again what failed. */
export function TransferTools({ transfer }: { transfer: Transfer }) {
  const t = useWords('transfers');
  const { sha256, name, state } = transfer;
  const cancel = useAction(() => ask('files.cancel', { sha256 }).then(refreshTransfers));
  const retry = useAction(() => ask('files.retry', { sha256 }).then(refreshTransfers));
  if (state === 'running' || state === 'queued')
    return (
      <IconButton label={t('cancelOf', { name })} size={24} disabled={cancel.busy} onClick={() => void cancel.run()}>
        <IconPlayerPause {...icon} />
      </IconButton>
    );
  return (
    <IconButton
      label={t(state === 'paused' ? 'resumeOf' : 'againOf', { name })}
      size={24}
      disabled={retry.busy}
      onClick={() => void retry.run()}
    >
      {state === 'paused' ? <IconPlayerPlay {...icon} /> : <IconRefresh {...icon} />}
    </IconButton>
  );
}
