import { useState } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { BalancePart } from '#renderer/pages/counterparty/balance-part.tsx';
import { ExpiringPart } from '#renderer/pages/counterparty/expiring-part.tsx';
import { OpenTasks } from '#renderer/pages/counterparty/open-tasks.tsx';
import { Timeline } from '#renderer/pages/counterparty/timeline.tsx';
import css from '#renderer/pages/counterparty/together.module.css';
import type { HappeningType } from '#shared/queries/relations.ts';

/** Lines of the timeline that are shown at first, and added at a time. */
export const PORTION = 60;
export const MOST = 1_000;

/** Everything about a counterparty on one page: what is owed, what waits, what ends soon, and all that has happened. */
export function TogetherTab({ id }: { id: string }) {
  const t = useWords('relations');
  const [type, setType] = useState<HappeningType | null>(null);
  const [limit, setLimit] = useState(PORTION);
  const { data } = useQuery('counterparty.relations', { id, type, limit });
  if (!data) return null;
  return (
    <div className={css['together']}>
      <BalancePart partyId={id} {...data} />
      <div className={css['columns']}>
        <section aria-label={t('tasks')}>
          <h2 className={css['heading']}>{t('tasks')}</h2>
          <OpenTasks tasks={data.tasks} count={data.taskCount} named />
        </section>
        <ExpiringPart expiring={data.expiring} partyId={id} />
        <section aria-label={t('people')}>
          <h2 className={css['heading']}>{t('people')}</h2>
          {data.people.length === 0 && <p className={css['none']}>{t('peopleNone')}</p>}
          <ul className={css['small']}>
            {data.people.map((person) => (
              <li key={person.id}>
                <a href={`#/people/${person.id}`}>{person.name}</a>
                <span className={css['quiet']}>
                  {person.position} · {t('papers', { count: person.documents })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Timeline
        happenings={data.happenings}
        more={data.more && limit < MOST}
        onMore={() => setLimit((before) => Math.min(MOST, before + PORTION))}
        type={type}
        onType={setType}
      />
    </div>
  );
}
