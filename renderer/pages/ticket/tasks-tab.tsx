import { Checkbox } from '@mantine/core';
import { IconHourglassEmpty } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import plain from '#renderer/components/plain-table.module.css';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useMinute } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { TextDialog } from '#renderer/pages/ticket/text-dialog.tsx';
import css from '#renderer/pages/ticket/ticket.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useNearTime } from '#renderer/pages/ticket/use-near-time.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';

type Task = TicketFacts['tasks'][number];

/** The checklist: what has to be done, by whom, after what, by when. */
export function TasksTab({ facts, onAdd }: { facts: TicketFacts; onAdd: () => void }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const { ticket, tasks, may } = facts;
  const [noted, setNoted] = useState<Task | null>(null);
  const settle = useAction(async (task: Task, done: boolean, note: string | null) => {
    const order = { ticketId: ticket.id, id: task.id };
    await runCommand('ticket_task.settle', { ...order, done, note });
    const undo = () => runCommand('ticket_task.settle', { ...order, done: !done, note: null });
    tell(t(done ? 'done_taskDone' : 'done_taskOpen'), task.title, undo);
    return true;
  });
  const lives = isOpen(ticket.state);
  const titles = new Map(tasks.map((task) => [task.key, task]));
  return (
    <div className={css['tab']}>
      <h2 className={css['heading']}>
        {t('tab_tasks')}
        {may.desk && lives && (
          <ActionButton size="xs" onClick={onAdd}>
            {t('taskAdd')}
          </ActionButton>
        )}
      </h2>
      {settle.error && <Note tone="red" title={words(settle.error)} />}
      {tasks.length === 0 ? (
        <p className={css['none']}>{t('tasksNone')}</p>
      ) : (
        <table className={`${plain['table']} ${css['table']}`}>
          <thead>
            <tr>
              <th className={css['mark']}>
                <span className="op-hidden">{t('taskDone')}</span>
              </th>
              <th>{t('taskTitle')}</th>
              <th className={css['who']}>{t('taskWho')}</th>
              <th className={css['due']}>{t('taskDue')}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.id}>
                <td className={css['mark']}>
                  {(task.mine || may.desk) && lives && (task.state === 'open' || task.state === 'done') ? (
                    <Checkbox
                      aria-label={task.title}
                      checked={task.state === 'done'}
                      disabled={settle.busy}
                      onChange={(event) => void settle.run(task, event.currentTarget.checked, null)}
                    />
                  ) : (
                    <Mark task={task} />
                  )}
                </td>
                <td>
                  <span className={task.state === 'done' || task.state === 'cancelled' ? css['done'] : undefined}>
                    {task.title}
                  </span>
                  <Under
                    task={task}
                    after={task.after.map((key) => titles.get(key)).filter((one) => one !== undefined)}
                  />
                  {task.mine && task.state === 'open' && lives && (
                    <ActionButton size="xs" variant="subtle" onClick={() => setNoted(task)}>
                      {t('taskWithNote')}
                    </ActionButton>
                  )}
                </td>
                <td className={css['who']}>
                  <Who task={task} />
                </td>
                <td className={css['due']}>
                  <Due task={task} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {noted && (
        <TextDialog
          title={t('taskNoteTitle')}
          lead={noted.title}
          label={t('taskNote')}
          action={t('taskFinish')}
          draft={`task:${noted.id}`}
          busy={settle.busy}
          error={settle.error && words(settle.error)}
          onClose={() => setNoted(null)}
          onDone={async (text) => (await settle.run(noted, true, text || null)) === true}
        />
      )}
    </div>
  );
}

function Mark({ task }: { task: Task }) {
  const t = useWords('queues');
  const word = t(`taskState_${task.state}`);
  return (
    <span title={word}>
      {task.state === 'waiting' ? (
        <IconHourglassEmpty size={14} stroke={1.6} aria-hidden="true" />
      ) : (
        <StatusGlyph status={task.state === 'done' ? 'done' : task.state === 'open' ? 'perform' : 'void'} />
      )}
      <span className="op-hidden">{word}</span>
    </span>
  );
}

/** What it waits for, or how it ended. */
function Under({ task, after }: { task: Task; after: Task[] }) {
  const t = useWords('queues');
  const near = useNearTime();
  const waits = after.filter((one) => one.state === 'open' || one.state === 'waiting');
  return (
    <>
      {task.state === 'waiting' && waits.length > 0 && (
        <span className={css['under']}>{t('taskAfter', { tasks: waits.map((one) => one.title).join('; ') })}</span>
      )}
      {task.state === 'done' && task.doneAt !== null && (
        <span className={css['under']}>
          {task.doneByName
            ? t('taskDoneBy', { name: task.doneByName, time: near(task.doneAt) })
            : t('taskDoneAt', { time: near(task.doneAt) })}
        </span>
      )}
      {task.note && <span className={css['under']}>{task.note}</span>}
    </>
  );
}

function Who({ task }: { task: Task }) {
  const t = useWords('queues');
  if (task.employeeId && task.employeeName)
    return (
      <span className={css['watcher']}>
        <PersonAvatar id={task.employeeId} name={task.employeeName} decorative />
        {task.employeeName}
      </span>
    );
  return <span>{task.queueName ?? t('taskOwnDesk')}</span>;
}

function Due({ task }: { task: Task }) {
  const t = useWords('queues');
  const near = useNearTime();
  const now = useMinute();
  if (task.dueAt === null || task.state === 'done' || task.state === 'cancelled') return <span>–</span>;
  const late = task.state === 'open' && task.dueAt < now;
  return (
    <span className={late ? css['late'] : undefined}>
      {t(late ? 'taskLate' : 'taskUntil', { time: near(task.dueAt) })}
    </span>
  );
}
