import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
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
import type { ListRef } from '#renderer/pages/exchange/list-handle.ts';
import { PAGE, Pager } from '#renderer/pages/exchange/pager.tsx';
import { PrintList } from '#renderer/pages/exchange/print-list.tsx';
import { useOutbox } from '#renderer/pages/exchange/use-exchange.ts';
import { useLineWords } from '#renderer/pages/exchange/use-line-words.ts';
import { usePaper } from '#renderer/pages/exchange/use-paper.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { commands } from '#shared/commands/registry.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

const none: readonly OutboxLine[] = [];

/** Everything the centre has accepted from this workstation, day by day, newest first. */
export function ReceiptsTab({ handle }: { handle: ListRef }) {
  const t = useWords('exchange');
  const navigate = useNavigate();
  const clock = useClock();
  const { action } = useFieldWords();
  const [skip, setSkip] = useState(0);
  const [text, setText] = useState('');
  const find = useRef<HTMLInputElement>(null);
  useShortcuts(
    useMemo(
      () => [
        { keys: '/', run: () => find.current?.focus() },
        { keys: 'Ctrl+P', whileTyping: true, run: () => handle.current?.print() },
      ],
      [handle],
    ),
  );
  const [selected, setSelected] = useState<number | null>(null);
  const wanted = text.trim().toLowerCase();
  const called = Object.keys(commands).filter((name) => action(name).toLowerCase().includes(wanted));
  const asked = {
    states: ['accepted' as const],
    ...(wanted === '' ? {} : { filter: { text: wanted, commands: called } }),
  };
  const { data, error, refresh } = useOutbox({ ...asked, skip, limit: PAGE });
  const lines = data?.lines ?? none;
  const words = useLineWords();
  const paper = usePaper(handle, { title: t('tabReceipts'), shown: lines, lists: [asked], words });
  if (!data) return <Failed error={error} onRetry={refresh} />;
  const days = Map.groupBy(lines, (line) => clock.date(line.decidedAt ?? line.enteredAt));
  const chosen = lines.find((line) => line.n === selected) ?? lines[0] ?? null;
  const go = (line: OutboxLine) => {
    const address = addressOf(line);
    if (address) navigate(address);
  };
  return (
    <div className={css['body']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['main']} tabIndex={0} aria-label={t('receiptsAll')} data-area="list">
        <FilterRow
          end={
            <FindField
              value={text}
              onChange={(next) => {
                setSkip(0);
                setText(next);
              }}
              ref={find}
            />
          }
        >
          <span className={css['quiet']}>{t('receiptsHint')}</span>
          <Pager skip={skip} found={data.found} onSkip={setSkip} />
        </FilterRow>
        {lines.length === 0 && (
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
              tools={(line) =>
                addressOf(line) && (
                  <LinkButton onClick={() => go(line)}>{t(line.conflictId === null ? 'open' : 'choose')}</LinkButton>
                )
              }
              selected={chosen?.n ?? null}
              onSelect={setSelected}
              onOpen={go}
            />
          </section>
        ))}
      </section>
      <LinePanel line={chosen} words={words} place={0} onOpen={go} />
      <PrintList title={t('tabReceipts')} lines={paper} words={words} />
    </div>
  );
}
