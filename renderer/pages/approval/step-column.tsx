import { DueClock } from '#renderer/components/due-clock.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/approval.module.css';
import { Due } from '#renderer/pages/approval/due.tsx';
import { ruleOf } from '#renderer/pages/approval/rule-words.ts';
import { TaskCard } from '#renderer/pages/approval/task-card.tsx';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import type { RoundLine, StepLine } from '#shared/queries/approval.ts';

/** One step of a round: its rule in words, its clock, the people who are asked. */
export function StepColumn(props: {
  documentId: string;
  view: ApprovalView;
  round: RoundLine;
  step: StepLine;
  number: number;
}) {
  const { step, round, number } = props;
  const t = useWords('approval');
  const name = step.name || (step.kind === 'acknowledge' || round.steps.length === 1 ? t(`kind_${step.kind}`) : '');
  const { key, ...figures } = ruleOf(step.mode, step.quorum, step.tasks.length);
  const states = { done: 'stepDone', current: 'stepCurrent', future: 'stepFuture' } as const;
  return (
    <section className={css['step']} data-state={step.state} aria-labelledby={`step-${round.id}-${step.key}`}>
      <h3 className={css['stepName']} id={`step-${round.id}-${step.key}`}>
        {round.steps.length === 1 ? name : name ? t('step', { number, name }) : t('stepNameless', { number })}
        <span className="op-hidden">, {t(states[step.state])}</span>
      </h3>
      <div className={css['stepFacts']}>
        <span className={css['rule']}>{t(key, figures)}</span>
        {step.state === 'done' && step.inTime !== null && (
          <DueClock state={step.inTime ? 'met' : 'late'}>{t(step.inTime ? 'inTime' : 'notInTime')}</DueClock>
        )}
        {step.state === 'current' && round.state === 'running' && <Due {...step} />}
      </div>
      <ul className={css['tasks']}>
        {step.tasks.map((task) => (
          <li key={task.id}>
            <TaskCard documentId={props.documentId} view={props.view} step={step} task={task} />
          </li>
        ))}
      </ul>
    </section>
  );
}
