import { IconArticle, IconInbox } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useNames } from '#renderer/pages/approval/use-names.ts';
import { useTimes } from '#renderer/pages/portal/use-times.ts';
import css from '#renderer/pages/request/request-side.module.css';
import type { Kept } from '#renderer/pages/request/use-request-form.ts';
import { type Form, fieldsOf } from '#shared/domain/form/form.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import type { QueryResult } from '#shared/queries/registry.ts';
import type { RoutePreviewStep } from '#shared/queries/service.ts';

type Answer = NonNullable<QueryResult<'service.form'>>;

/** Names of so many people stand in a step; of more, how many. */
const NAMED = 3;
/** A pause in typing after which the route is asked for again, in milliseconds. */
const PAUSE = 400;

/** Who will have it and until when: steps of the approval, the desk, what it promises; articles that may help at once. */
export function RequestSide(props: { serviceId: string; form: Form; state: Kept; answer: Answer }) {
  const t = useWords('portal');
  const times = useTimes();
  const { serviceId, form, state } = props;
  const values = usePaused(state.values);
  const asked = { id: serviceId, version: null, requesterId: state.requesterId, values: formValues(form, values) };
  const shown = useQuery('service.form', asked).data ?? props.answer;
  const { route, queueName, targets, usualMinutes } = shown;
  return (
    <aside className={css['side']} aria-label={t('whoAndWhen')} data-area="panel">
      <h2 className={css['title']}>{t('whoAndWhen')}</h2>
      <ol className={css['steps']}>
        {route.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps may be called alike, their order is what they are
          <RouteStep key={place} step={step} />
        ))}
        {queueName !== null && (
          <li className={css['step']}>
            <span className={css['stepName']}>{t(route.length > 0 ? 'thenDesk' : 'firstDesk')}</span>
            <span className={css['person']}>
              <span className={css['desk']}>
                <IconInbox size={14} stroke={1.6} aria-hidden="true" />
              </span>
              {queueName}
            </span>
            {targets.response !== null && (
              <span className={css['quiet']}>{t('answersIn', { time: times.about(targets.response) })}</span>
            )}
            {targets.resolution !== null && (
              <span className={css['quiet']}>{t('doneIn', { time: times.about(targets.resolution) })}</span>
            )}
          </li>
        )}
      </ol>
      {usualMinutes !== null && <p className={css['usual']}>{t('usualAll', { time: times.about(usualMinutes) })}</p>}
      <Articles serviceId={serviceId} text={typedText(form, values)} />
    </aside>
  );
}

function RouteStep({ step }: { step: RoutePreviewStep }) {
  const t = useWords('portal');
  const names = useNames();
  const times = useTimes();
  const rest = step.people.length - NAMED;
  return (
    <li className={css['step']}>
      <span className={css['stepName']}>{t('agrees', { step: step.name })}</span>
      {step.people.slice(0, NAMED).map((person) => (
        <span key={person.id} className={css['person']}>
          <PersonAvatar id={person.id} name={person.fullName} decorative />
          <span>
            {person.fullName}
            {person.insteadOfName && (
              <span className={css['instead']}>
                {' '}
                {t('insteadOf', { name: names(person.insteadOfName, 'accusative') })}
              </span>
            )}
          </span>
        </span>
      ))}
      {rest > 0 && <span className={css['quiet']}>{t('heldMore', { count: rest })}</span>}
      {step.people.length === 0 && <span className={css['nobody']}>{t('nobodyThere')}</span>}
      {step.deadlineMinutes !== null && (
        <span className={css['quiet']}>{t('decidesIn', { time: times.about(step.deadlineMinutes) })}</span>
      )}
    </li>
  );
}

/** What the knowledge base says to what is being typed: the answer may be there already. */
function Articles({ serviceId, text }: { serviceId: string; text: string }) {
  const t = useWords('portal');
  const found = useQuery('desk.words', { queueId: null, serviceId, text }).data?.articles.slice(0, 3) ?? [];
  if (found.length === 0) return null;
  return (
    <section className={css['articles']} aria-label={t('mayHelp')}>
      <h3 className={css['stepName']}>{t('mayHelp')}</h3>
      {found.map((article) => (
        <Link key={article.id} to={`/tickets/articles/${article.id}`} className={css['article']}>
          <IconArticle size={16} stroke={1.6} aria-hidden="true" />
          {article.title}
        </Link>
      ))}
      <p className={css['quiet']}>{t('draftStays')}</p>
    </section>
  );
}

/** Short words are in every article: «не», «для», «в». */
const telling = /[\p{L}\d-]{4,}/gu;

const typedText = (form: Form, values: Record<string, unknown>): string =>
  fieldsOf(form)
    .filter((field) => field.type === 'text' || field.type === 'long_text')
    .flatMap((field) => String(values[field.key] ?? '').match(telling) ?? [])
    .join(' ')
    .slice(0, 500);

function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
