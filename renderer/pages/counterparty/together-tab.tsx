import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { BalancePart } from '#renderer/pages/counterparty/balance-part.tsx';
import { ExpiringPart } from '#renderer/pages/counterparty/expiring-part.tsx';
import { OpenTasks } from '#renderer/pages/counterparty/open-tasks.tsx';
import { Timeline } from '#renderer/pages/counterparty/timeline.tsx';
import css from '#renderer/pages/counterparty/together.module.css';
import { useTimeline } from '#renderer/pages/counterparty/use-timeline.ts';

/** Everything about a counterparty on one page: what is owed, what waits, what ends soon, and all that has happened. */
export function TogetherTab({ id }: { id: string }) {
  const t = useWords('relations');
  const timeline = useTimeline();
  const { data } = useQuery('counterparty.relations', { id, ...timeline.asked });
  if (!data) return null;
  return (
    <div className={css['together']}>
      <BalancePart partyId={id} {...data} />
      <div className={css['columns']}>
        <OpenTasks tasks={data.tasks} count={data.taskCount} named />
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
      <Timeline {...timeline.propsOf(data)} />
    </div>
  );
}
