import type { ReactNode } from 'react';
import { DecisionPill } from '#renderer/components/decision-pill.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { PersonLine } from '#renderer/components/person-line.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate, formatShortDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { fingerprint } from '#renderer/pages/approval/rule-words.ts';
import { lookOf } from '#renderer/pages/approval/task-card.tsx';
import { type ApprovalView, roundsOf } from '#renderer/pages/approval/tasks-of.ts';
import { useNames, whole } from '#renderer/pages/approval/use-names.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useKeyDateTitle } from '#renderer/pages/work/use-key-date-title.ts';
import css from '#renderer/pages/work/work.module.css';
import type { DocumentCard } from '#shared/queries/document.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** With whom, for how long, who asks, which version; then who has decided before. */
export function ItemFacts(props: { item: WorkItem; card: DocumentCard | null; view: ApprovalView | null }) {
  const { item, card, view } = props;
  const t = useWords('work');
  const keyDate = useKeyDateTitle()(item);
  const clock = useClock();
  const names = useNames();
  const round = view ? (roundsOf(view).find((one) => one.id === item.decide?.approvalId) ?? null) : null;
  const at = round?.steps.findIndex((step) => step.tasks.some((task) => task.id === item.decide?.taskId)) ?? -1;
  const step = round?.steps[at];
  const term = card ? termWords(t, card) : null;
  const entries: (readonly [string, ReactNode] | null)[] = [
    card?.counterparty
      ? [
          t('counterparty'),
          <a key="party" href={`#/counterparties/${card.counterparty.id}`}>
            {partyTitle(card.counterparty)}
          </a>,
        ]
      : null,
    term ? [t('term'), term] : null,
    keyDate ? [t('verb_key_date'), keyDate] : null,
    item.dueDate ? [t(item.type === 'key_date' ? 'keyDateDay' : 'columnDue'), formatDate(item.dueDate)] : null,
    item.escalated && item.insteadOfName
      ? [
          t('group_overdue'),
          t(item.escalated.others > 0 ? 'escalatedFactMore' : 'escalatedFact', {
            name: names(item.insteadOfName, 'genitive'),
            others: String(item.escalated.others),
          }),
        ]
      : null,
    item.fromId && item.fromName
      ? [
          t('asks'),
          <span key="from" className={css['person']}>
            <PersonAvatar id={item.fromId} name={item.fromName} decorative /> {whole(item.fromName)}
            {round && `, ${formatShortDate(clock.date(round.startedAt))}`}
          </span>,
        ]
      : null,
    step && round
      ? [
          t('step'),
          t('stepOf', { name: step.name || t(`verb_${step.kind}`), number: at + 1, total: round.steps.length }),
        ]
      : null,
    item.decide && view
      ? [
          t('version'),
          <span key="version">
            {item.decide.versionNumber} <code className={css['hash']}>{fingerprint(item.decide.hash)}</code>
          </span>,
        ]
      : null,
    round?.note ? [t('note'), round.note] : null,
  ];
  return (
    <>
      <PanelSection>
        <KeyValues entries={entries} captionWidth={110} />
      </PanelSection>
      {round && <DecidedBefore round={round} />}
    </>
  );
}

function DecidedBefore({ round }: { round: NonNullable<ApprovalView['current']> }) {
  const t = useWords('work');
  const approval = useWords('approval');
  const clock = useClock();
  const made = round.steps
    .flatMap((step) => step.tasks)
    .filter((task) => ['inForce', 'sent', 'outdated'].includes(task.decisions[0]?.standing ?? ''))
    .sort((a, b) => (a.decisions[0]?.occurredAt ?? 0) - (b.decisions[0]?.occurredAt ?? 0));
  return (
    <PanelSection title={t('decidedBefore')}>
      {made.length === 0 && <p className={css['quiet']}>{t('nobodyBeforeYet')}</p>}
      <ul className={css['decided']}>
        {made.map((task) => {
          const [decision] = task.decisions;
          if (!decision) return null;
          return (
            <li key={task.id}>
              <PersonLine
                id={decision.actor.id}
                name={whole(decision.actor.fullName)}
                end={formatShortDate(clock.date(decision.occurredAt))}
              />
              <span className={css['pills']}>
                <DecisionPill look={lookOf(task)} />
                <span className={css['quiet']}>{approval('versionChip', { version: decision.versionNumber })}</span>
              </span>
              {decision.comment && <span className={css['comment']}>{decision.comment}</span>}
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}

function termWords(t: ReturnType<typeof useWords<'work'>>, { document }: DocumentCard): string | null {
  const from = document.effectiveFrom ? formatDate(document.effectiveFrom) : null;
  const to = document.expiresOn ? formatDate(document.expiresOn) : null;
  if (from && to) return t('termRange', { from, to });
  if (to) return t('termTo', { to });
  return from ? t('termFrom', { from }) : null;
}
