import css from '#renderer/components/trail.module.css';

export interface TrailStep {
  title: string;
  text?: string | undefined;
  state: 'done' | 'now' | 'ahead' | 'refused';
}

/** The path of a record: what has happened, where it stands, what is ahead. */
export function Trail({ steps }: { steps: readonly TrailStep[] }) {
  return (
    <ol className={css['trail']}>
      {steps.map((step) => (
        <li
          key={step.title}
          className={css['step']}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={css['title']}>{step.title}</span>
          {step.text && <span className={css['text']}>{step.text}</span>}
        </li>
      ))}
    </ol>
  );
}
