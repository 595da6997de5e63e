import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useClock } from '#renderer/data/directory.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { fileBytes } from '#renderer/pages/record/order-parts.ts';
import { useLink } from '#renderer/state/link.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** How the link is, how much waits, when the last exchange was. */
export function ExchangeFacts({ waiting, receipts }: { waiting: readonly OutboxLine[]; receipts: number }) {
  const t = useWords('exchange');
  const clock = useClock();
  const { size } = useFormats();
  const status = useLink((link) => link.status);
  const bytes = waiting.reduce((sum, line) => sum + line.size + fileBytes(line.command, line.args), 0);
  const time = status ? clock.time(status.since) : '';
  const [title, text] =
    status === null
      ? [t('linkConnecting'), '']
      : {
          online: [t('linkOnline'), t('linkOnlineText')],
          offline: [t('linkOffline', { time }), t('linkOfflineText')],
          unreachable: [t('linkUnreachable', { time }), t('linkOfflineText')],
          cut: [t('linkCut', { time }), t('linkCutText')],
        }[status.link];
  const online = status?.link === 'online';
  return (
    <div className={css['facts']}>
      <div className={css['link']} data-tone={online ? 'green' : 'amber'} role="status">
        {online ? <IconPlugConnected size={18} stroke={1.6} /> : <IconPlugConnectedX size={18} stroke={1.6} />}
        <div>
          <p>
            <b>{title}</b>
          </p>
          <p>{text}</p>
        </div>
      </div>
      <Fact value={formatCount(waiting.length)} words={t('factWaiting', { count: waiting.length })} />
      {waiting.length > 0 && <Fact value={size(bytes)} words={t('factSize')} />}
      <Fact value={status?.lastExchangeAt ? clock.time(status.lastExchangeAt) : t('never')} words={t('factLast')} />
      <Fact value={formatCount(receipts)} words={t('factReceipts', { count: receipts })} />
    </div>
  );
}

function Fact({ value, words }: { value: string; words: string }) {
  return (
    <div className={css['fact']}>
      <b>{value}</b>
      <span>{words}</span>
    </div>
  );
}
