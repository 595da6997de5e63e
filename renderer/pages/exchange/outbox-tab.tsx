import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useClock, useMinute } from '#renderer/data/directory.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { FindField } from '#renderer/pages/documents/find-field.tsx';
import { addressOf } from '#renderer/pages/exchange/addresses.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { ExchangeFacts } from '#renderer/pages/exchange/exchange-facts.tsx';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { LinePanel } from '#renderer/pages/exchange/line-panel.tsx';
import { LinesTable } from '#renderer/pages/exchange/lines-table.tsx';
import { PrintList } from '#renderer/pages/exchange/print-list.tsx';
import { RefusedGroups } from '#renderer/pages/exchange/refused-groups.tsx';
import { useOutbox } from '#renderer/pages/exchange/use-exchange.ts';
import { useLineWords } from '#renderer/pages/exchange/use-line-words.ts';
import { useWithdraw } from '#renderer/pages/exchange/use-withdraw.ts';
import { useLink } from '#renderer/state/link.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

const MOST = 500;
const none: readonly OutboxLine[] = [];

/** What the centre refused, what waits to be sent, what it accepted today. */
export function OutboxTab() {
  const t = useWords('exchange');
  const navigate = useNavigate();
  const clock = useClock();
  useMinute();
  const online = useLink((link) => link.status?.link === 'online');
  const first = useOutbox(['waiting', 'rejected'], MOST);
  const unsettled = first.data;
  const second = useOutbox(['accepted'], 200);
  const accepted = second.data;
  const [selected, setSelected] = useState<number | null>(null);
  const [text, setText] = useState('');
  const find = useRef<HTMLInputElement>(null);
  useShortcuts(useMemo(() => [{ keys: '/', run: () => find.current?.focus() }], []));
  const withdraw = useWithdraw();

  const today = clock.today();
  const open = unsettled?.lines ?? none;
  const settled = accepted?.lines ?? none;
  const words = useLineWords();
  const fits = (line: OutboxLine) => {
    const { action, object, what } = words(line);
    return text === '' || `${action} ${object} ${what}`.toLowerCase().includes(text.toLowerCase());
  };
  const waiting = open.filter((line) => line.state !== 'rejected').reverse();
  const refused = open.filter((line) => line.state === 'rejected');
  const ofToday = settled.filter((line) => line.decidedAt !== null && clock.date(line.decidedAt) === today);
  const shownWaiting = waiting.filter(fits);
  const shownToday = ofToday.filter(fits);
  const shown = [...refused.filter(fits), ...shownWaiting, ...shownToday];
  const chosen = shown.find((line) => line.n === selected) ?? shown[0] ?? null;
  const go = (line: OutboxLine) => {
    const address = addressOf(line);
    if (address) navigate(address);
  };
  const openLink = (line: OutboxLine) =>
    addressOf(line) && <LinkButton onClick={() => go(line)}>{t('open')}</LinkButton>;
  const common = { words, selected: chosen?.n ?? null, onSelect: setSelected, onOpen: go };
  if (!unsettled || !accepted)
    return (
      <Failed
        error={first.error ?? second.error}
        onRetry={() => {
          first.refresh();
          second.refresh();
        }}
      />
    );
  return (
    <div className={css['body']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['main']} tabIndex={0} aria-label={t('list')} data-area="list">
        <ExchangeFacts waiting={waiting} receipts={ofToday.length} />
        <FilterRow end={<FindField value={text} onChange={setText} ref={find} />}>
          <span className={css['quiet']}>{t('rows', { count: shown.length })}</span>
        </FilterRow>
        {text !== '' && shown.length === 0 && (
          <p className={css['empty']}>
            {t('filterNothing')}. <LinkButton onClick={() => setText('')}>{t('filterClear')}</LinkButton>
          </p>
        )}
        <RefusedGroups lines={refused.filter(fits)} {...common} />
        {(text === '' || shownWaiting.length > 0) && (
          <section className={css['group']} aria-label={t('waitingTitle')}>
            <div className={css['groupHead']}>
              <h2>{t('waitingTitle')}</h2>
              <span className={css['quiet']}>{formatCount(unsettled.counts.waiting)}</span>
              {waiting.length > 0 && (
                <span className={css['quiet']}>{online ? t('waitingHintOnline') : t('waitingHint')}</span>
              )}
            </div>
            {waiting.length === 0 && <p className={css['empty']}>{t('waitingEmpty')}</p>}
            <LinesTable
              {...common}
              label={t('waitingTitle')}
              lines={shownWaiting}
              note={(line) =>
                line.state === 'sent' || line.command === 'sync.withdraw'
                  ? words(line).state
                  : t('turn', { place: waiting.indexOf(line) + 1 })
              }
              tools={openLink}
            />
          </section>
        )}
        {(text === '' || shownToday.length > 0) && (
          <section className={css['group']} aria-label={t('receiptsToday')}>
            <div className={css['groupHead']}>
              <h2>{t('receiptsToday')}</h2>
              <span className={css['quiet']}>{formatCount(ofToday.length)}</span>
              <span className={css['quiet']}>{ofToday.length > 0 ? t('receiptsHint') : ''}</span>
            </div>
            {ofToday.length === 0 && <p className={css['empty']}>{t('receiptsEmpty')}</p>}
            <LinesTable {...common} label={t('receiptsToday')} lines={shownToday} tools={openLink} />
          </section>
        )}
      </section>
      <LinePanel
        line={chosen}
        words={words}
        place={chosen ? waiting.indexOf(chosen) + 1 : 0}
        onOpen={go}
        withdraw={withdraw}
      />
      <PrintList title={t('tabOutbox')} lines={shown} words={words} />
    </div>
  );
}
