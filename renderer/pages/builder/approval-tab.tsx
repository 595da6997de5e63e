import { Link } from 'react-router';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { useRouteWords } from '#renderer/pages/admin/route/use-route-words.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { stepPeople } from '#renderer/pages/builder/step-people.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

/** The route that a request goes before it is worked on, with who is asked in each step today. */
export function ApprovalTab(props: {
  definition: ServiceDefinition;
  setup: Setup;
  onChange: (patch: Partial<ServiceDefinition>) => void;
}) {
  const t = useWords('builder');
  const admin = useWords('admin');
  const formats = useFormats();
  const { definition, setup } = props;
  const words = useRouteWords(setup);
  const routes = setup.routes.filter((one) => (one.archivedAt === null && one.active) || one.id === definition.routeId);
  const route = setup.routes.find((one) => one.id === definition.routeId);
  const away = route && (route.archivedAt !== null || !route.active);
  return (
    <div className={css['columns']}>
      <section className={css['card']} aria-label={t('route')} data-place="route">
        <h2>{t('route')}</h2>
        <SelectField
          label={t('routeOf')}
          value={definition.routeId}
          choices={routes.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(routeId) => props.onChange({ routeId })}
          error={away ? t('routeAway') : undefined}
          placeholder={t('noRoute')}
          clearable
          search
        />
        <p className={css['quiet']}>{t(route ? 'routeText' : 'noRouteText')}</p>
        <Link to="/admin/routes" className={css['away'] ?? ''}>
          {t('toRoutes')}
        </Link>
        {definition.routeId === null && definition.queueId === null && <Note tone="amber" title={t('queueNeeded')} />}
      </section>
      {route && (
        <section className={css['card']} aria-label={t('routeSteps')}>
          <h2>{t('routeSteps')}</h2>
          <ol className={css['steps']}>
            {route.steps.map((step) => {
              const people = stepPeople(step, setup.employees);
              return (
                <li key={step.key}>
                  <b>{step.name}</b>
                  <span>
                    {step.members.map((member) => words.member(member)).join(', ')}
                    {step.mode === 'sequence' || step.members.length < 2 ? '' : `. ${admin(`mode_${step.mode}`)}`}
                  </span>
                  {people === 'of_request' ? (
                    <span className={css['quiet']}>{t('followsRequest')}</span>
                  ) : (
                    people.length > 0 && (
                      <span className={css['quiet']}>{people.map((one) => one.fullName).join(', ')}</span>
                    )
                  )}
                  {step.deadlineMinutes !== null && (
                    <span className={css['quiet']}>
                      {t('stepTerm', { time: formats.duration(step.deadlineMinutes) })}
                    </span>
                  )}
                  {step.conditions.length > 0 && (
                    <span className={css['quiet']}>{t('stepWhen', { when: words.conditions(step.conditions) })}</span>
                  )}
                  {people !== 'of_request' && people.length === 0 && (
                    <FaultLines faults={[t('stepEmpty', { step: step.name })]} />
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      )}
    </div>
  );
}
