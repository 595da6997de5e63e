import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useMinute } from '#renderer/data/directory.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { FindField } from '#renderer/pages/documents/find-field.tsx';
import { addressOf } from '#renderer/pages/exchange/addresses.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { ExchangeFacts } from '#renderer/pages/exchange/exchange-facts.tsx';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { LinePanel } from '#renderer/pages/exchange/line-panel.tsx';
import type { ListRef } from '#renderer/pages/exchange/list-handle.ts';
import { OutboxChips } from '#renderer/pages/exchange/outbox-chips.tsx';
import { type Conditions, isFiltered, noConditions, shows } from '#renderer/pages/exchange/outbox-conditions.ts';
import { OutboxGroup } from '#renderer/pages/exchange/outbox-group.tsx';
import { PrintList } from '#renderer/pages/exchange/print-list.tsx';
import { RefusedGroups } from '#renderer/pages/exchange/refused-groups.tsx';
import { useLineWords } from '#renderer/pages/exchange/use-line-words.ts';
import { useLists } from '#renderer/pages/exchange/use-lists.ts';
import { usePaper } from '#renderer/pages/exchange/use-paper.ts';
import { useWithdraw } from '#renderer/pages/exchange/use-withdraw.ts';
import { useLink } from '#renderer/state/link.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** What the centre refused, what waits to be sent, what it accepted today; or whatever of the journal is asked for. */
export function OutboxTab({ handle }: { handle: ListRef }) {
  const t = useWords('exchange');
  const navigate = useNavigate();
  useMinute();
  const online = useLink((link) => link.status?.link === 'online');
  const [conditions, setConditions] = useState<Conditions>(noConditions);
  const lists = useLists(conditions);
  const [selected, setSelected] = useState<number | null>(null);
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
  const withdraw = useWithdraw();
  const words = useLineWords();
  const filtered = isFiltered(conditions);
  const { waiting, rejected, accepted, aside, counts, ofDay } = lists;
  const shown = [...rejected.lines.toReversed(), ...waiting.lines, ...accepted.lines, ...aside.lines];
  const paper = usePaper(handle, { title: t('tabOutbox'), shown, lists: lists.asked, words });
  if (!counts) return <Failed error={lists.error} onRetry={lists.refresh} />;

  const chosen = shown.find((line) => line.n === selected) ?? shown[0] ?? null;
  const go = (line: OutboxLine) => {
    const address = addressOf(line);
    if (address) navigate(address);
  };
  const placeOf = (line: OutboxLine) =>
    filtered || conditions.state === 'suspended' ? 0 : waiting.skip + waiting.lines.indexOf(line) + 1;
  const note = (line: OutboxLine) =>
    line.state === 'sent' || line.inDoubt || line.suspended || line.command === 'sync.withdraw' || placeOf(line) === 0
      ? words(line).state
      : t('turn', { place: placeOf(line) });
  const common = { words, selected: chosen?.n ?? null, onSelect: setSelected, onOpen: go };
  const show = (list: 'waiting' | 'accepted' | 'aside', count: number) =>
    shows(conditions.state, list) && (!filtered || count > 0);
  return (
    <div className={css['body']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['main']} tabIndex={0} aria-label={t('list')} data-area="list">
        <ExchangeFacts counts={counts} bytes={lists.waitingBytes} receipts={lists.receiptsToday} />
        <FilterRow
          end={
            <FindField
              value={conditions.text}
              onChange={(text) => setConditions((before) => ({ ...before, text }))}
              ref={find}
            />
          }
        >
          <OutboxChips conditions={conditions} entities={lists.entities} onChange={setConditions} />
          {(filtered || conditions.state !== null) && (
            <LinkButton onClick={() => setConditions(noConditions)}>{t('filterClear')}</LinkButton>
          )}
        </FilterRow>
        {(filtered || conditions.state === 'rejected') && shown.length === 0 && (
          <p className={css['empty']}>{t('filterNothing')}.</p>
        )}
        {shows(conditions.state, 'rejected') && (
          <RefusedGroups lines={rejected.lines} total={rejected.found} {...common} />
        )}
        {show('waiting', waiting.found) && (
          <OutboxGroup
            {...common}
            title={t(conditions.state === 'suspended' ? 'suspendedTitle' : 'waitingTitle')}
            lines={waiting.lines}
            count={waiting.found}
            hint={online ? t('waitingHintOnline') : t('waitingHint')}
            empty={t('waitingEmpty')}
            note={note}
            skip={waiting.skip}
            onSkip={waiting.onSkip}
          />
        )}
        {show('accepted', accepted.found) && (
          <OutboxGroup
            {...common}
            title={ofDay ? t('receiptsToday') : t('acceptedTitle')}
            lines={accepted.lines}
            count={accepted.found}
            hint={t('receiptsHint')}
            empty={t('receiptsEmpty')}
            skip={accepted.skip}
            onSkip={accepted.onSkip}
          />
        )}
        {show('aside', aside.found) && (
          <OutboxGroup
            {...common}
            title={t('asideTitle')}
            lines={aside.lines}
            count={aside.found}
            hint={t('asideHint')}
            empty={t('asideEmpty')}
            skip={aside.skip}
            onSkip={aside.onSkip}
          />
        )}
      </section>
      <LinePanel
        line={chosen}
        words={words}
        place={chosen && waiting.lines.includes(chosen) ? placeOf(chosen) : 0}
        onOpen={go}
        withdraw={{
          ...withdraw,
          run: async (line, object) => {
            await withdraw.run(line, object);
            // The button goes with what it withdrew, and so does the line.
            const rows = [...document.querySelectorAll<HTMLElement>('[data-area="list"] tr[data-n]')];
            const tab = document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
            (rows.find((row) => row.dataset['n'] !== String(line.n)) ?? tab)?.focus();
          },
        }}
      />
      <PrintList title={t('tabOutbox')} lines={paper} words={words} />
    </div>
  );
}
