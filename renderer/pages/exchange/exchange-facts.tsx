import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useClock } from '#renderer/data/directory.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { useLink } from '#renderer/state/link.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** How the link is, how much waits, when the last exchange was. */
export function ExchangeFacts(props: {
  counts: QueryResult<'outbox.list'>['counts'];
  /** Bytes that wait, files included. */
  bytes: number;
  receipts: number;
}) {
  const { waiting, suspended } = props.counts;
  const t = useWords('exchange');
  const clock = useClock();
  const { size } = useFormats();
  const status = useLink((link) => link.status);
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
      <Fact value={formatCount(waiting)} words={t('factWaiting', { count: waiting })} />
      {waiting > 0 && <Fact value={size(props.bytes)} words={t('factSize')} />}
      {suspended > 0 && <Fact value={formatCount(suspended)} words={t('factSuspended', { count: suspended })} />}
      <Fact value={status?.lastExchangeAt ? clock.time(status.lastExchangeAt) : t('never')} words={t('factLast')} />
      <Fact value={formatCount(props.receipts)} words={t('factReceipts', { count: props.receipts })} />
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
