import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/together.module.css';
import type { OpenTask } from '#shared/queries/relations.ts';

/** Decisions that are waited for, the most urgent first; `named`: by whom. */
export function OpenTasks({ tasks, count, named }: { tasks: readonly OpenTask[]; count: number; named: boolean }) {
  const t = useWords('relations');
  const clock = useClock();
  return (
    <section aria-label={t('tasks')}>
      <h2 className={css['heading']}>{t('tasks')}</h2>
      {tasks.length === 0 && <p className={css['none']}>{t('tasksNone')}</p>}
      <ul className={css['small']}>
        {tasks.map((task) => (
          <li key={task.id}>
            <a href={`#/documents/${task.documentId}?tab=approval`} title={task.title}>
              {task.number ? `${task.number} · ${task.title}` : task.title}
            </a>
            <span className={css['quiet']} data-late={(task.dueAt !== null && task.dueAt < Date.now()) || undefined}>
              {[t(`task_${task.kind}`), named ? task.who : null, task.dueAt === null ? null : clock.moment(task.dueAt)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {count > tasks.length && <p className={css['quiet']}>{t('tasksMore', { count: count - tasks.length })}</p>}
    </section>
  );
}
