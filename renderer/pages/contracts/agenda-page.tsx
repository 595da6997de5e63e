import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { addDays, formatShortDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contracts/agenda.module.css';
import { type AgendaBy, type AgendaGroup, agendaGroups, mondayOf } from '#renderer/pages/contracts/agenda-groups.ts';
import { AgendaRow } from '#renderer/pages/contracts/agenda-row.tsx';
import { useSettleLine } from '#renderer/pages/contracts/use-settle-line.ts';
import type { AgendaLine } from '#shared/queries/contract.ts';

/** How far back what nobody has settled is looked for, and how far ahead the agenda reaches, in days. */
const SPAN = 365;

/** Key dates and obligations of all contracts: overdue first, then as they come; settled in place. */
export function AgendaPage() {
  const t = useWords('contracts');
  const words = useErrorWords();
  const navigate = useNavigate();
  const today = useClock().today();
  const [mine, setMine] = useState(true);
  const [by, setBy] = useState<AgendaBy>('month');
  const list = useRef<HTMLElement>(null);
  const settle = useSettleLine();
  const { data, error, refresh } = useQuery('agenda', { from: addDays(today, -SPAN), to: addDays(today, SPAN), mine });
  const late = useDelayed(data === undefined, 300);
  const groups = data ? agendaGroups(data, today, by) : [];
  const count = groups.reduce((all, group) => all + group.lines.length, 0);

  /** Moves the focus over the lines. */
  const move = (step: 1 | -1) => {
    const all = rows();
    const here = all.findIndex((row) => row.closest('tr')?.contains(document.activeElement));
    all[here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step]?.focus();
  };
  const settleHere = () =>
    document.activeElement?.closest('tr')?.querySelector<HTMLButtonElement>('[data-settle]')?.click();
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  /** Where the hand stood when a line was settled: the next one comes under it. */
  const place = useRef(-1);
  const settleLine = (line: AgendaLine) => {
    place.current = rows().findIndex((row) => row.closest('tr')?.contains(document.activeElement));
    void settle.run(line);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the lines have changed
  useEffect(() => {
    if (place.current < 0 || (document.activeElement && document.activeElement !== document.body)) return;
    rows()[Math.min(place.current, count - 1)]?.focus();
    place.current = -1;
  }, [count]);
  useShortcuts([
    { keys: 'J', run: () => move(1) },
    { keys: 'K', run: () => move(-1) },
    { keys: 'A', run: () => settleHere() },
    { keys: 'Esc', run: () => navigate('/contracts') },
  ]);
  return (
    <Sheet>
      <PageHeader
        title={t('agendaTitle')}
        tools={
          <ActionButton size="xs" keys={['Esc']} onClick={() => navigate('/contracts')}>
            {t('toContracts')}
          </ActionButton>
        }
      >
        <span className={css['choices']}>
          <Segmented
            label={t('whose')}
            value={mine ? 'mine' : 'all'}
            choices={[
              { value: 'mine', label: t('mine') },
              { value: 'all', label: t('everybody') },
            ]}
            onChange={(next) => setMine(next === 'mine')}
          />
          <Segmented
            label={t('grouping')}
            value={by}
            choices={[
              { value: 'month', label: t('byMonth') },
              { value: 'week', label: t('byWeek') },
            ]}
            onChange={setBy}
          />
        </span>
      </PageHeader>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['list']} ref={list} data-area="list" aria-label={t('agendaTitle')} tabIndex={0}>
        {settle.error && <Note tone="red" title={words(settle.error)} />}
        {error !== null && data === undefined && (
          <ErrorPanel title={words(asCoreError(error))} code={asCoreError(error).told} onRetry={refresh} />
        )}
        {data === undefined && error === null && late && <SkeletonRows rows={8} />}
        {data !== undefined && count === 0 && (
          <EmptyFilter title={t(mine ? 'agendaEmptyMine' : 'agendaEmpty')}>
            {t('agendaEmptyText')}{' '}
            {mine && <LinkButton onClick={() => setMine(false)}>{t('showEverybody')}</LinkButton>}
          </EmptyFilter>
        )}
        {count > 0 && <Table groups={groups} today={today} onSettle={settleLine} />}
      </section>
      <ListFooter start={<b>{t('lines', { count, shown: formatCount(count) })}</b>} />
    </Sheet>
  );
}

function Table(props: { groups: readonly AgendaGroup[]; today: string; onSettle: (line: AgendaLine) => void }) {
  const t = useWords('contracts');
  const title = useGroupTitle(props.today);
  return (
    <table className={css['table']} aria-label={t('agendaTitle')}>
      <thead className={css['head']}>
        <tr>
          <th scope="col" className={css['date']}>
            {t('date')}
          </th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('contract')}</th>
          <th scope="col" className={css['sum']}>
            {t('sum')}
          </th>
          <th scope="col" className={css['act']}>
            <span className="op-hidden">{t('settle')}</span>
          </th>
        </tr>
      </thead>
      {props.groups.map((group) => (
        <tbody key={group.key}>
          <tr className={css['group']} data-late={group.key === 'overdue' || undefined}>
            <th scope="rowgroup" colSpan={5}>
              {title(group.key)} <span>{formatCount(group.lines.length)}</span>
            </th>
          </tr>
          {group.lines.map((line) => (
            <AgendaRow key={line.item} line={line} today={props.today} onSettle={() => props.onSettle(line)} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** «Просрочено», «Май 2026», «Неделя 18.05 – 24.05». */
function useGroupTitle(today: string) {
  const t = useWords('contracts');
  return (key: string): string => {
    if (key === 'overdue') return t('overdue');
    if (key.length === 7) {
      const month = Number(key.slice(5)) as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
      return t(`month${month}`, { year: key.slice(0, 4) });
    }
    if (key === mondayOf(today)) return t('thisWeek');
    return t('weekOf', { from: formatShortDate(key), to: formatShortDate(addDays(key, 6)) });
  };
}
