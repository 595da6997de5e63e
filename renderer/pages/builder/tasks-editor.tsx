import { MultiSelect, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import { DurationField } from '#renderer/pages/admin/sections/portal/duration-field.tsx';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { fieldKeyOf } from '#renderer/pages/builder/field-key.ts';
import type { PortalSetup } from '#renderer/pages/builder/portal-setup.ts';
import { ringOf } from '#shared/commands/service/publish-faults.ts';
import type { PlannedTask } from '#shared/domain/service/definition.ts';

/** What has to be done for every request, by other desks and people, and what comes first. */
export function TasksEditor(props: {
  tasks: readonly PlannedTask[];
  portal: PortalSetup;
  setup: Setup;
  onChange: (tasks: PlannedTask[]) => void;
}) {
  const t = useWords('builder');
  const { tasks } = props;
  const ring = ringOf(tasks);
  const titleOf = (key: string) => tasks.find((one) => one.key === key)?.title || t('unnamed');
  const change = (index: number, patch: Partial<PlannedTask>) =>
    props.onChange(tasks.map((task, at) => (at === index ? { ...task, ...patch } : task)));
  const move = (index: number, by: -1 | 1) => {
    const moved = tasks[index];
    if (moved) props.onChange(tasks.toSpliced(index, 1).toSpliced(index + by, 0, moved));
  };
  const remove = ({ key }: PlannedTask) =>
    props.onChange(
      tasks
        .filter((one) => one.key !== key)
        .map((one) => ({ ...one, after: one.after.filter((other) => other !== key) })),
    );
  const add = () => {
    const key = fieldKeyOf('', new Set(tasks.map((one) => one.key)), 'task');
    props.onChange([...tasks, { key, title: t('newTask'), queueId: null, employeeId: null, after: [], minutes: null }]);
  };
  const desks = props.portal.queues.filter((one) => one.archivedAt === null);
  const people = bySurname(props.setup.employees.filter((one) => one.state === 'active'));
  const doers = [
    { group: t('byDesk'), items: desks.map((one) => ({ value: `queue:${one.id}`, label: one.name })) },
    { group: t('byPerson'), items: people.map((one) => ({ value: `person:${one.id}`, label: one.fullName })) },
  ];
  return (
    <>
      {tasks.length > 0 && (
        <ol className={css['tasks']}>
          {tasks.map((task, index) => {
            const name = task.title || t('unnamed');
            return (
              <li key={task.key} data-wrong={ring?.includes(task.key) || undefined}>
                <span className={css['number']}>{index + 1}</span>
                <TextField
                  label={t('taskTitle')}
                  value={task.title}
                  maxLength={300}
                  error={task.title === '' ? t('nameNeeded') : undefined}
                  onChange={(title) => change(index, { title })}
                />
                <Select
                  label={t('taskWho')}
                  value={task.queueId ? `queue:${task.queueId}` : task.employeeId ? `person:${task.employeeId}` : null}
                  data={doers}
                  placeholder={t('taskOwnDesk')}
                  searchable
                  clearable
                  clearButtonProps={{ 'aria-label': `${t('taskWho')}: ${t('clearValues')}` }}
                  comboboxProps={{ shadow: 'md' }}
                  onChange={(who) => {
                    const [kind, id = null] = who?.split(':') ?? [];
                    change(index, {
                      queueId: kind === 'queue' ? id : null,
                      employeeId: kind === 'person' ? id : null,
                    });
                  }}
                />
                <MultiSelect
                  label={t('taskAfter')}
                  value={task.after}
                  data={tasks
                    .filter((one) => one.key !== task.key)
                    .map((one) => ({ value: one.key, label: titleOf(one.key) }))}
                  placeholder={task.after.length === 0 ? t('taskAtOnce') : ''}
                  clearButtonProps={{ 'aria-label': `${t('taskAfter')}: ${t('clearValues')}` }}
                  comboboxProps={{ shadow: 'md' }}
                  onChange={(after) => change(index, { after })}
                />
                <DurationField
                  label={t('taskTerm')}
                  value={task.minutes}
                  onChange={(minutes) => change(index, { minutes })}
                />
                <span className={css['taskActs']}>
                  {index > 0 && (
                    <IconButton label={`${t('moveUp')}: ${name}`} onClick={() => move(index, -1)}>
                      <IconArrowUp size={16} stroke={1.6} />
                    </IconButton>
                  )}
                  {index < tasks.length - 1 && (
                    <IconButton label={`${t('moveDown')}: ${name}`} onClick={() => move(index, 1)}>
                      <IconArrowDown size={16} stroke={1.6} />
                    </IconButton>
                  )}
                  <IconButton label={`${t('remove')}: ${name}`} onClick={() => remove(task)}>
                    <IconTrash size={16} stroke={1.6} />
                  </IconButton>
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {ring && <FaultLines faults={[t('taskRing', { tasks: [...ring, ring[0] ?? ''].map(titleOf).join(' → ') })]} />}
      {tasks.length < 60 && (
        <div>
          <OfferChip label={t('addTask')} onClick={add} />
        </div>
      )}
    </>
  );
}
