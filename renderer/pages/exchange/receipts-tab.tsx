import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { FindField } from '#renderer/pages/documents/find-field.tsx';
import { addressOf } from '#renderer/pages/exchange/addresses.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { LinePanel } from '#renderer/pages/exchange/line-panel.tsx';
import { LinesTable } from '#renderer/pages/exchange/lines-table.tsx';
import { PrintList } from '#renderer/pages/exchange/print-list.tsx';
import { useOutbox } from '#renderer/pages/exchange/use-exchange.ts';
import { useLineWords } from '#renderer/pages/exchange/use-line-words.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

const STEP = 100;
const MOST = 500;
const none: readonly OutboxLine[] = [];

/** Everything the centre has accepted from this workstation, day by day, newest first. */
export function ReceiptsTab() {
  const t = useWords('exchange');
  const navigate = useNavigate();
  const clock = useClock();
  const [limit, setLimit] = useState(STEP);
  const [text, setText] = useState('');
  const find = useRef<HTMLInputElement>(null);
  useShortcuts(useMemo(() => [{ keys: '/', run: () => find.current?.focus() }], []));
  const [selected, setSelected] = useState<number | null>(null);
  const { data, error, refresh } = useOutbox(['accepted'], limit);
  const lines = data?.lines ?? none;
  const words = useLineWords();
  if (!data) return <Failed error={error} onRetry={refresh} />;
  const shown = lines.filter((line) => {
    const { action, object, what } = words(line);
    return text === '' || `${action} ${object} ${what}`.toLowerCase().includes(text.toLowerCase());
  });
  const days = new Map<string, OutboxLine[]>();
  for (const line of shown) {
    const day = clock.date(line.decidedAt ?? line.enteredAt);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  const chosen = shown.find((line) => line.n === selected) ?? shown[0] ?? null;
  const go = (line: OutboxLine) => {
    const address = addressOf(line);
    if (address) navigate(address);
  };
  return (
    <div className={css['body']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['main']} tabIndex={0} aria-label={t('receiptsAll')} data-area="list">
        <FilterRow end={<FindField value={text} onChange={setText} ref={find} />}>
          <span className={css['quiet']}>{t('receiptsHint')}</span>
        </FilterRow>
        {shown.length === 0 && (
          <p className={css['empty']}>
            {text === '' ? (
              t('receiptsEmpty')
            ) : (
              <>
                {t('filterNothing')}. <LinkButton onClick={() => setText('')}>{t('filterClear')}</LinkButton>
              </>
            )}
          </p>
        )}
        {[...days].map(([day, ofDay]) => (
          <section key={day} className={css['group']} aria-label={formatDate(day)}>
            <div className={css['groupHead']}>
              <h2>{formatDate(day)}</h2>
              <span className={css['quiet']}>{formatCount(ofDay.length)}</span>
            </div>
            <LinesTable
              label={formatDate(day)}
              lines={ofDay}
              words={words}
              tools={(line) => addressOf(line) && <LinkButton onClick={() => go(line)}>{t('open')}</LinkButton>}
              selected={chosen?.n ?? null}
              onSelect={setSelected}
              onOpen={go}
            />
          </section>
        ))}
        {lines.length < data.counts.accepted && limit < MOST && (
          <div className={css['pad']}>
            <ActionButton onClick={() => setLimit((before) => Math.min(MOST, before + STEP))}>
              {t('showMore')}
            </ActionButton>
          </div>
        )}
      </section>
      <LinePanel line={chosen} words={words} place={0} onOpen={go} />
      <PrintList title={t('tabReceipts')} lines={shown} words={words} />
    </div>
  );
}
