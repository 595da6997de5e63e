import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { FilterRow, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { MyTicketRow } from '#renderer/pages/portal/my-ticket-row.tsx';
import css from '#renderer/pages/portal/my-tickets.module.css';
import { RateStars } from '#renderer/pages/portal/rate-stars.tsx';
import { SectionTabs } from '#renderer/pages/portal/section-tabs.tsx';
import { isOpen } from '#shared/domain/service/ticket.ts';
import type { MyTicket } from '#shared/queries/ticket.ts';

/** A page of them; what lies further back is found by its words. */
const LIMIT = 200;

/** One's own requests: what is under way, and what has ended. */
export function MyTicketsPage() {
  const t = useWords('portal');
  const common = useWords('common');
  const navigate = useNavigate();
  const fresh = (useLocation().state as { fresh?: string } | null)?.fresh;
  const find = useRef<HTMLInputElement>(null);
  const [ended, setEnded] = useState<'open' | 'ended'>('open');
  const [text, setText] = useState('');
  const [closed, setClosed] = useState<MyTicket | null>(null);
  const words = useDeferredValue(text.trim());
  useShortcuts(useMemo(() => [{ keys: '/', run: () => find.current?.focus() }], []));
  const answer = useQuery('ticket.mine', { ended: ended === 'ended', text: words || null, limit: LIMIT });
  const given = (answer.data?.tickets ?? []).filter((one) => isUnderWay(one) === (ended === 'open'));
  // What has just been sent is what the person looks for.
  const tickets = [...given.filter((one) => one.id === fresh), ...given.filter((one) => one.id !== fresh)];
  return (
    <Sheet>
      <PageHeader title={t('title')}>
        <SectionTabs active="mine" />
      </PageHeader>
      <FilterRow>
        <Segmented
          label={t('which')}
          value={ended}
          choices={[
            { value: 'open', label: t('underWay') },
            { value: 'ended', label: t('ended') },
          ]}
          onChange={setEnded}
        />
        <label className={css['find']}>
          <IconSearch size={14} stroke={1.6} aria-hidden="true" />
          <input
            ref={find}
            type="search"
            aria-label={t('findMine')}
            placeholder={t('findMine')}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </label>
      </FilterRow>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['body']} tabIndex={0} aria-label={t('tab_mine')} data-area="list">
        {answer.error && !answer.data ? (
          <ErrorPanel code={asCoreError(answer.error).told} onRetry={answer.refresh} />
        ) : null}
        {closed && (
          <article className={css['thanks']} aria-label={closed.title}>
            <span>{t('closedThanks', { title: closed.title })}</span>
            <RateStars id={closed.id} given={closed.rating} onRated={(rating) => setClosed({ ...closed, rating })} />
            <LinkButton tone="quiet" onClick={() => setClosed(null)}>
              {common('close')}
            </LinkButton>
          </article>
        )}
        {tickets.length > 0 && (
          <ul className={css['list']}>
            {tickets.map((ticket) => (
              <MyTicketRow key={ticket.id} ticket={ticket} fresh={ticket.id === fresh} onClosed={setClosed} />
            ))}
          </ul>
        )}
        {answer.data && answer.current && tickets.length === 0 && words !== '' && (
          <EmptyFilter title={common('nothingFiltered')}>
            <LinkButton onClick={() => setText('')}>{common('resetFilter')}</LinkButton>
          </EmptyFilter>
        )}
        {answer.data && answer.current && tickets.length === 0 && words === '' && (
          <EmptyState
            title={t(ended === 'ended' ? 'noneEnded' : 'noneYet')}
            text={t(ended === 'ended' ? 'noneEndedText' : 'noneYetText')}
            ways={[
              {
                title: t('chooseService'),
                text: t('chooseServiceText'),
                icon: null,
                onClick: () => navigate('/tickets'),
              },
            ]}
          />
        )}
      </section>
    </Sheet>
  );
}

/** What the person still has to see to the end, the last word included. */
const isUnderWay = ({ state }: MyTicket): boolean => isOpen(state) || state === 'resolved';
