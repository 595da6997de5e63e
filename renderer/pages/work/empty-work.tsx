import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/work/work.module.css';
import { useWorkDesk } from '#renderer/state/work.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Nothing in the list: everything is done, or only this choice of it is empty. */
export function EmptyWork({ list }: { list: QueryResult<'work.list'> }) {
  const t = useWords('work');
  const common = useWords('common');
  const clock = useClock();
  const { tab, text, insteadOf, choose, find, standFor } = useWorkDesk();
  if (text !== '')
    return (
      <EmptyFilter title={common('nothingFiltered')}>
        <LinkButton onClick={() => find('')}>{common('resetFilter')}</LinkButton>
      </EmptyFilter>
    );
  if (list.counts.all > 0 || insteadOf !== null)
    return (
      <EmptyFilter title={t('emptyTab')}>
        {list.counts.all > 0 && `${t('emptyTabOther', { count: list.counts.all })} `}
        <LinkButton
          onClick={() => {
            if (insteadOf !== null) standFor(null);
            choose('all');
          }}
        >
          {t('showAll')}
        </LinkButton>
      </EmptyFilter>
    );
  return (
    <EmptyState
      title={t('done')}
      text={list.next ? t('doneNext', { title: list.next.title, moment: clock.moment(list.next.at) }) : t('doneText')}
    >
      {list.counts.snoozed > 0 && tab !== 'snoozed' && (
        <div className={css['snoozedLink']}>
          <ActionButton onClick={() => choose('snoozed')}>
            {t('tab_snoozed')} {list.counts.snoozed}
          </ActionButton>
        </div>
      )}
    </EmptyState>
  );
}
