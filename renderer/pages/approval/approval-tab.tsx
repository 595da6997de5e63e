import { IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/approval.module.css';
import { InkBand } from '#renderer/pages/approval/ink-band.tsx';
import { OtherRounds } from '#renderer/pages/approval/other-rounds.tsx';
import { StepColumn } from '#renderer/pages/approval/step-column.tsx';
import { type ApprovalView, myTask } from '#renderer/pages/approval/tasks-of.ts';
import { VersionsTable } from '#renderer/pages/approval/versions-table.tsx';
import { useApprovalDesk } from '#renderer/state/approval-desk.ts';
import type { RoundLine } from '#shared/queries/approval.ts';

/**
 * The approval of a document: what exactly is decided about, who decides in which step, every version with its decisions.
 * The page around it calls `useApprovalActions`, which holds the actions and their dialogs.
 */
export function ApprovalTab({ documentId }: { documentId: string }) {
  const words = useErrorWords();
  const { data: read, current, error, refresh } = useQuery('approval.view', { documentId });
  const data = current ? read : undefined;
  const late = useDelayed(data === undefined, 300);
  if (error && data === undefined) {
    const refusal = asCoreError(error);
    return <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />;
  }
  if (!data) return late ? <SkeletonRows rows={5} /> : null;
  return <Approval documentId={documentId} view={data} />;
}

function Approval({ documentId, view }: { documentId: string; view: ApprovalView }) {
  const t = useWords('approval');
  const { current } = view;
  const reading = view.others.find((round) => round.state === 'running');
  const task = myTask(view);
  return (
    <div className={css['approval']}>
      <InkBand documentId={documentId} view={view} task={task} />
      <div className={css['inside']}>
        {!view.verified && current?.state === 'running' && <Note tone="amber" title={t('unverified')} />}
        {current ? (
          <>
            <EndNote round={current} />
            <Steps documentId={documentId} round={current} view={view} />
          </>
        ) : (
          !reading && <NoRound documentId={documentId} />
        )}
        {reading && <Steps documentId={documentId} round={reading} view={view} />}
        {view.versions.length > 0 && <VersionsTable documentId={documentId} versions={view.versions} />}
        <OtherRounds documentId={documentId} view={view} rounds={view.others.filter((round) => round !== reading)} />
      </div>
    </div>
  );
}

/** The steps from left to right; a narrow window scrolls them sideways. */
export function Steps({ documentId, round, view }: { documentId: string; round: RoundLine; view: ApprovalView }) {
  const t = useWords('approval');
  return (
    // A scrolling region must be reachable with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={css['steps']} tabIndex={0} aria-label={t('steps')}>
      {round.steps.map((step, index) => (
        <Fragment key={step.key}>
          {index > 0 && <IconChevronRight className={css['arrow']} size={16} stroke={1.6} aria-hidden="true" />}
          <StepColumn documentId={documentId} view={view} round={round} step={step} number={index + 1} />
        </Fragment>
      ))}
    </section>
  );
}

function NoRound({ documentId }: { documentId: string }) {
  const t = useWords('approval');
  const open = useApprovalDesk((desk) => desk.open);
  return (
    <div className={css['none']}>
      <h3>{t('noRound')}</h3>
      <p>{t('noRoundText')}</p>
      <ActionButton onClick={() => open({ kind: 'submit', documentId })}>{t('submit')}</ActionButton>
    </div>
  );
}

/** How a round ended, with the word that ended it. */
function EndNote({ round }: { round: RoundLine }) {
  const t = useWords('approval');
  if (round.state === 'running') return null;
  if (round.state === 'approved')
    return (
      <Note tone="green" title={t('ended_approved', { version: round.versionNumber })}>
        {t('ended_approvedText')}
      </Note>
    );
  const last = round.steps
    .flatMap((step) => step.tasks)
    .flatMap((task) => task.decisions)
    .filter((one) => one.verdict === 'return' || one.verdict === 'reject')
    .sort((a, b) => b.occurredAt - a.occurredAt)[0];
  return (
    <Note tone={round.state === 'rejected' ? 'red' : 'amber'} title={t(`ended_${round.state}`)}>
      {last?.comment && round.state !== 'cancelled'
        ? t('endedBy', { name: last.actor.fullName, comment: last.comment })
        : null}
    </Note>
  );
}
