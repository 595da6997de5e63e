import { Checkbox } from '@mantine/core';
import { Note } from '#renderer/components/note.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useOwnToasts } from '#renderer/pages/portal/use-own-toasts.ts';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import css from '#renderer/pages/work/work.module.css';

type Task = TicketFacts['tasks'][number];

/** The checklist of a request; the person's own lines are ticked here. `taskId`: the line the item is about. */
export function TicketTasks({ facts, taskId }: { facts: TicketFacts; taskId: string | null }) {
  const t = useWords('work');
  const words = useErrorWords();
  const told = useOwnToasts();
  const settle = useCommand('ticket_task.settle');
  const put = async (task: Task, done: boolean) => {
    const order = { ticketId: task.ticketId, id: task.id, note: null };
    if (!(await settle.run({ ...order, done }))) return;
    const title = done ? t('made_ticket_task', { count: 1 }) : t('made_task_back');
    told(title, task.title, () => runCommand('ticket_task.settle', { ...order, done: !done }));
  };
  return (
    <PanelSection title={t('checklist')}>
      <ul className={css['tasks']}>
        {facts.tasks.map((task) => (
          <li key={task.id} data-current={task.id === taskId || undefined}>
            <Checkbox
              size="xs"
              checked={task.state === 'done'}
              disabled={
                settle.busy || !(task.mine || facts.may.desk) || task.state === 'waiting' || task.state === 'cancelled'
              }
              onChange={(event) => void put(task, event.currentTarget.checked)}
              label={t('taskOf', {
                title: task.title,
                who: task.doneByName ?? task.employeeName ?? task.queueName ?? t('taskNobody'),
              })}
              description={
                task.state === 'waiting'
                  ? t('taskWaits')
                  : task.state === 'cancelled'
                    ? t('taskCancelled')
                    : (task.note ?? undefined)
              }
            />
          </li>
        ))}
      </ul>
      {settle.error && <Note tone="red" title={words(settle.error)} />}
    </PanelSection>
  );
}
