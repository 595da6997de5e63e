import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/approval.module.css';
import { StepColumn } from '#renderer/pages/approval/step-column.tsx';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import { whole } from '#renderer/pages/approval/use-names.ts';
import type { RoundLine } from '#shared/queries/approval.ts';

/** Earlier rounds and acknowledgements, each folded into a line. */
export function OtherRounds(props: { documentId: string; view: ApprovalView; rounds: readonly RoundLine[] }) {
  const t = useWords('approval');
  if (props.rounds.length === 0) return null;
  return (
    <section className={css['others']} aria-label={t('others')}>
      <h3 className={css['caption']}>{t('others')}</h3>
      {props.rounds.map((round) => (
        <Round key={round.id} documentId={props.documentId} view={props.view} round={round} />
      ))}
    </section>
  );
}

function Round({ documentId, view, round }: { documentId: string; view: ApprovalView; round: RoundLine }) {
  const t = useWords('approval');
  const clock = useClock();
  const title =
    round.purpose === 'acknowledgement'
      ? t('acknowledgementLine', { author: whole(round.author.fullName) })
      : round.routeName
        ? t('roundLine', { round: round.round, route: round.routeName })
        : t('roundLineAdHoc', { round: round.round });
  const state =
    round.purpose === 'acknowledgement' && round.state === 'approved'
      ? t('acknowledged')
      : t(`roundState_${round.state}`);
  return (
    <details className={css['other']}>
      <summary>
        <b>{title}</b>
        <span>{state}</span>
        <span className="op-figures">{t('agreed', { agreed: round.agreed, needed: round.needed })}</span>
        <span>{t('versionChip', { version: round.versionNumber })}</span>
        <span className="op-figures">{clock.moment(round.finishedAt ?? round.startedAt)}</span>
      </summary>
      <div className={css['steps']}>
        {round.steps.map((step, index) => (
          <StepColumn key={step.key} documentId={documentId} view={view} round={round} step={step} number={index + 1} />
        ))}
      </div>
    </details>
  );
}
