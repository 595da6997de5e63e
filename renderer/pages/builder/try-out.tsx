import { useDeferredValue, useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { CoreError } from '#renderer/data/core-error.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FormFields, focusProblem } from '#renderer/pages/form-fields/form-fields.tsx';
import { fieldsOf } from '#shared/domain/form/form.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { initialValues } from '#shared/domain/form/initial-values.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import { type ServiceDefinition, serviceDefinition } from '#shared/domain/service/definition.ts';

export interface Trial {
  requesterId: string;
  values: Record<string, unknown>;
}

/** The form as a requester sees it, alive, and where the request would go. Nothing of it is kept. */
export function TryOut(props: {
  serviceId: string;
  definition: ServiceDefinition;
  setup: Setup;
  trial: Trial;
  onTrial: (trial: Trial) => void;
  /** Where it goes stands above the form: that is what is being changed. */
  wayFirst: boolean;
}) {
  const t = useWords('builder');
  const clock = useClock();
  const formats = useFormats();
  const words = useErrorWords();
  const root = useRef<HTMLDivElement>(null);
  const { definition, trial } = props;
  const { form } = definition;
  const [tried, setTried] = useState(false);
  const opening = { requesterId: trial.requesterId, today: clock.today() };
  // What stands in the form by itself stands here as well, until it is typed over.
  const values = { ...initialValues(form, opening), ...trial.values };
  const problems = tried ? valueProblems(form, values) : [];
  const asked = useDeferredValue(serviceDefinition.safeParse(definition).success ? definition : null);
  const sent = useDeferredValue(JSON.stringify(formValues(form, values)));
  const { data } = useQuery(
    'service.try',
    asked && {
      serviceId: props.serviceId,
      definition: asked,
      values: JSON.parse(sent),
      requesterId: trial.requesterId,
      priority: null,
    },
  );
  const people = bySurname(props.setup.employees.filter((one) => one.state === 'active'));
  const check = () => {
    setTried(true);
    const found = valueProblems(form, values);
    requestAnimationFrame(() => focusProblem(root.current, found));
  };
  const formWrong = data?.refused?.code === 'FORM_PROBLEMS';
  const empty = fieldsOf(form).length === 0;
  const way = (
    <section className={css['where']} aria-label={t('whereTo')}>
      <h3>{t('whereTo')}</h3>
      {empty && <p className={css['quiet']}>{t('tryEmpty')}</p>}
      {!empty && data?.refused && !formWrong && (
        <Note tone="amber" title={t('wouldRefuse')}>
          {words(new CoreError(data.refused))}
        </Note>
      )}
      {!asked && <p className={css['quiet']}>{t('tryUnfit')}</p>}
      {!empty && data && (
        <ol className={css['way']}>
          {data.title && (
            <li>
              <b>{data.title}</b>
            </li>
          )}
          {data.route.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps may be called alike
            <li key={index}>
              <span className={css['wayName']}>{step.name}</span>
              <span>
                {step.people.length === 0
                  ? t('nobodyDecides')
                  : step.people
                      .map((one) =>
                        one.insteadOfName
                          ? t('insteadOf', { name: one.fullName, other: one.insteadOfName })
                          : one.fullName,
                      )
                      .join(', ')}
              </span>
              {step.deadlineMinutes !== null && (
                <span className={css['quiet']}>{formats.duration(step.deadlineMinutes)}</span>
              )}
            </li>
          ))}
          <li>
            <span className={css['wayName']}>{data.queueName ?? t('noQueue')}</span>
            <span>
              {data.assignee
                ? data.assignee.insteadOfName
                  ? t('insteadOf', { name: data.assignee.fullName, other: data.assignee.insteadOfName })
                  : data.assignee.fullName
                : t(definition.assignment.type === 'queue' ? 'whoTakes' : 'byRule')}
            </span>
            <span className={css['quiet']}>
              {[
                data.responseDueAt === null ? '' : t('answerBy', { time: clock.moment(data.responseDueAt) }),
                data.resolutionDueAt === null ? '' : t('solveBy', { time: clock.moment(data.resolutionDueAt) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
          {data.tasks.map((task, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tasks may be called alike
            <li key={index}>
              <span className={css['wayName']}>{task.title}</span>
              <span>{task.who ?? t('taskOwnDesk')}</span>
              {task.dueAt !== null && <span className={css['quiet']}>{clock.moment(task.dueAt)}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <aside className={css['try']} aria-label={t('tryOut')} data-area="side" tabIndex={0}>
      <header className={css['panelHead']}>
        <h2>{t('tryOut')}</h2>
        <LinkButton
          onClick={() => {
            setTried(false);
            props.onTrial({ ...trial, values: {} });
          }}
        >
          {t('tryAnew')}
        </LinkButton>
      </header>
      <p className={css['quiet']}>{t('tryText')}</p>
      <SelectField
        label={t('tryAs')}
        value={trial.requesterId}
        choices={people.map((one) => ({ value: one.id, label: one.fullName }))}
        onChange={(requesterId) => requesterId && props.onTrial({ ...trial, requesterId })}
        search
      />
      {props.wayFirst && way}
      <div className={css['paper']} ref={root}>
        <FormFields
          form={form}
          values={values}
          problems={problems}
          onChange={(next) => props.onTrial({ ...trial, values: next })}
        />
        <ActionButton onClick={check}>{t('check')}</ActionButton>
        {tried && problems.length === 0 && <p className={css['good']}>{t('checkPassed')}</p>}
      </div>
      {!props.wayFirst && way}
    </aside>
  );
}
