import { useParams } from 'react-router';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { OpenTasks } from '#renderer/pages/counterparty/open-tasks.tsx';
import { Timeline } from '#renderer/pages/counterparty/timeline.tsx';
import together from '#renderer/pages/counterparty/together.module.css';
import { useTimeline } from '#renderer/pages/counterparty/use-timeline.ts';
import css from '#renderer/pages/people/people.module.css';
import type { PersonCard } from '#renderer/pages/people/person-facts.ts';
import { PersonPapers } from '#renderer/pages/people/person-papers.tsx';
import { PersonSide } from '#renderer/pages/people/person-side.tsx';
import type { HappeningType } from '#shared/queries/relations.ts';

/** What may be told of a person: papers they answer for and requests they have made. */
const types = ['documents', 'contracts', 'payments', 'letters', 'tickets'] as const satisfies readonly HappeningType[];

/** Everything about an employee that the reader may see. */
export function PersonPage() {
  const { id = '' } = useParams();
  const t = useWords('relations');
  const words = useErrorWords();
  const timeline = useTimeline();
  const { data, error, refresh } = useQuery('person.card', { id, ...timeline.asked });
  if (error && data === undefined) {
    const refusal = asCoreError(error);
    return (
      <Sheet>
        <PageHeader title={t('person')} />
        <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />
      </Sheet>
    );
  }
  if (data === null)
    return (
      <Sheet>
        <PageHeader title={t('person')} />
        <EmptyState title={t('personMissing')} text={t('personMissingText')} />
      </Sheet>
    );
  // The former person stays in `data` for a moment when the address names another one.
  if (data === undefined || data.person.id !== id) return <Sheet>{null}</Sheet>;
  return (
    <Sheet>
      <PageHeader title={data.person.fullName} tools={<PersonAvatar id={id} name={data.person.fullName} size={28} />} />
      <div className={css['split']}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
        <section className={css['main']} tabIndex={0} aria-label={data.person.fullName}>
          <div className={together['together']}>
            <Standing card={data} />
            <div className={together['columns']} data-two>
              <OpenTasks tasks={data.tasks} count={data.taskCount} named={false} />
              <PersonPapers card={data} />
            </div>
            <Timeline {...timeline.propsOf(data)} types={types} />
          </div>
        </section>
        <PersonSide card={data} />
      </div>
    </Sheet>
  );
}

/** Why the person may not answer today, and for whom they do. */
function Standing({ card: { person, substitutes } }: { card: PersonCard }) {
  const t = useWords('relations');
  if (person.state === 'active' && substitutes.length === 0) return null;
  return (
    <div className={css['notes']}>
      {person.state !== 'active' && <Note tone="ink" title={t('blocked')} />}
      {substitutes.map((one) => (
        <Note
          key={`${one.role}/${one.id}`}
          tone={one.role === 'substitute' ? 'amber' : 'ink'}
          title={t(one.role === 'substitute' ? 'awayNow' : 'standsIn', { date: formatDate(one.until), name: one.name })}
          actions={<a href={`#/people/${one.id}`}>{one.name}</a>}
        />
      ))}
    </div>
  );
}
