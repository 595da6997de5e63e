import { Checkbox, NumberInput } from '@mantine/core';
import { Link } from 'react-router';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { LinesField } from '#renderer/pages/builder/lines-field.tsx';
import type { PortalSetup } from '#renderer/pages/builder/portal-setup.ts';
import { TasksEditor } from '#renderer/pages/builder/tasks-editor.tsx';
import { fieldsOf } from '#shared/domain/form/form.ts';
import type { AssignmentRule } from '#shared/domain/service/assignment.ts';
import { priorities, type ServiceDefinition, serviceEffects } from '#shared/domain/service/definition.ts';

const rules = ['queue', 'person', 'load', 'round_robin'] as const;

/** Who does the work: the desk, the rule by which somebody gets it, the promise, the stages and the checklist. */
export function WorkTab(props: {
  definition: ServiceDefinition;
  portal: PortalSetup;
  setup: Setup;
  onChange: (patch: Partial<ServiceDefinition>) => void;
}) {
  const t = useWords('builder');
  const talk = useWords('talk');
  const { definition, portal, setup, onChange } = props;
  const { assignment } = definition;
  const queue = portal.queues.find((one) => one.id === definition.queueId);
  const isActive = (id: string) => setup.employees.some((one) => one.id === id && one.state === 'active');
  const nobody = queue !== undefined && !queue.members.some((one) => isActive(one.employeeId));
  const rule = (patch: Partial<AssignmentRule>) => onChange({ assignment: { ...assignment, ...patch } });
  const living = portal.queues.filter((one) => one.archivedAt === null || one.id === definition.queueId);
  const members = bySurname(
    setup.employees.filter((one) => queue?.members.some((member) => member.employeeId === one.id)),
  );
  const skills = [...new Set(queue?.members.flatMap((member) => member.skills))].sort();
  const types = new Map(fieldsOf(definition.form).map((field) => [field.key, field.type]));
  const effectFits = types.get('period') === 'date_range' && types.get('substitute') === 'employee';
  return (
    <div className={css['columns']}>
      <section className={css['card']} aria-label={t('desk')}>
        <h2>{t('desk')}</h2>
        <div data-place="queue">
          <SelectField
            label={t('queue')}
            value={definition.queueId}
            choices={living.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(queueId) => onChange({ queueId })}
            error={
              definition.queueId === null && definition.routeId === null
                ? t('queueNeeded')
                : nobody
                  ? t('queueEmpty')
                  : undefined
            }
            placeholder={t('noQueue')}
            clearable
            search
          />
        </div>
        <Link to="/admin/queues" className={css['away'] ?? ''}>
          {t('toQueues')}
        </Link>
        <SelectField
          label={t('rule')}
          value={assignment.type}
          choices={rules.map((type) => ({ value: type, label: t(`rule_${type}`) }))}
          onChange={(type) => type && rule({ type: type as AssignmentRule['type'] })}
        />
        {assignment.type === 'person' && (
          <SelectField
            label={t('rulePerson')}
            value={assignment.employeeId}
            choices={members.map((one) => ({ value: one.id, label: one.fullName }))}
            onChange={(employeeId) => rule({ employeeId })}
            error={assignment.employeeId === null ? t('choosePerson') : undefined}
            search
          />
        )}
        {assignment.type !== 'queue' && (
          <>
            <SelectField
              label={t('ruleSkill')}
              value={assignment.skill}
              choices={[...new Set([...skills, ...(assignment.skill ? [assignment.skill] : [])])].map((one) => ({
                value: one,
                label: one,
              }))}
              onChange={(skill) => rule({ skill })}
              error={assignment.skill !== null && !skills.includes(assignment.skill) ? t('skillLost') : undefined}
              placeholder={t('anySkill')}
              clearable
            />
            {assignment.type !== 'person' && (
              <Checkbox
                label={t('sameBranch')}
                description={t('sameBranchHint')}
                checked={assignment.sameBranch}
                onChange={(event) => rule({ sameBranch: event.currentTarget.checked })}
              />
            )}
          </>
        )}
        <p className={css['quiet']}>{t(`ruleText_${assignment.type}`)}</p>
      </section>
      <section className={css['card']} aria-label={t('promise')}>
        <h2>{t('promise')}</h2>
        <SelectField
          label={t('policy')}
          value={definition.slaPolicyId}
          choices={portal.policies
            .filter((one) => one.archivedAt === null || one.id === definition.slaPolicyId)
            .map((one) => ({ value: one.id, label: one.name }))}
          onChange={(slaPolicyId) => onChange({ slaPolicyId })}
          placeholder={t('noPolicy')}
          clearable
        />
        <Link to="/admin/slas" className={css['away'] ?? ''}>
          {t('toPolicies')}
        </Link>
        <SelectField
          label={t('priority')}
          value={definition.priority}
          choices={priorities.map((one) => ({ value: one, label: talk(`priority_${one}`) }))}
          onChange={(priority) => priority && onChange({ priority: priority as ServiceDefinition['priority'] })}
        />
        <NumberInput
          label={t('closeAfter')}
          description={t('closeAfterHint')}
          value={definition.closeAfterDays}
          min={1}
          max={60}
          allowDecimal={false}
          onChange={(days) => {
            const whole = Math.trunc(Number(days));
            if (whole >= 1 && whole <= 60) onChange({ closeAfterDays: whole });
          }}
        />
        <LinesField
          label={t('stages')}
          hint={t('stagesHint')}
          value={definition.stages}
          error={definition.stages.length === 0 ? t('stageNeeded') : undefined}
          maxLength={60}
          most={10}
          onChange={(stages) => onChange({ stages })}
        />
        <div data-place="effect">
          <SelectField
            label={t('effect')}
            value={definition.effect}
            choices={serviceEffects.map((one) => ({ value: one, label: t(`effect_${one}`) }))}
            onChange={(effect) => effect && onChange({ effect: effect as ServiceDefinition['effect'] })}
            error={definition.effect === 'vacation' && !effectFits ? t('effectFields') : undefined}
          />
        </div>
        {definition.effect === 'vacation' && <p className={css['quiet']}>{t('effectText')}</p>}
      </section>
      <section className={css['cardWide']} aria-label={t('tasks')} data-place="tasks">
        <h2>{t('tasks')}</h2>
        <p className={css['quiet']}>{t('tasksText')}</p>
        <TasksEditor tasks={definition.tasks} portal={portal} setup={setup} onChange={(tasks) => onChange({ tasks })} />
      </section>
    </div>
  );
}
