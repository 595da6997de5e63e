import { IconArrowForwardUp, IconArrowsLeftRight, IconPaperclip, IconPlus, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type DecisionLook, DecisionPill } from '#renderer/components/decision-pill.tsx';
import { PersonLine } from '#renderer/components/person-line.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { formatShortDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/approval.module.css';
import { DifferenceButton } from '#renderer/pages/approval/difference.tsx';
import { Due } from '#renderer/pages/approval/due.tsx';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import { useNames, whole } from '#renderer/pages/approval/use-names.ts';
import { useDownload } from '#renderer/pages/files/use-download.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { isAway } from '#renderer/state/link.ts';
import type { DecisionLine, StepLine, TaskLine } from '#shared/queries/approval.ts';

const icon = { size: 14, stroke: 1.6 } as const;

/** What the pill says: the decision that counts or fell away, or what is expected. */
export function lookOf(task: TaskLine): DecisionLook {
  const decision = task.decisions[0];
  if (decision && decision.standing !== 'revoked' && decision.standing !== 'superseded') {
    if (decision.standing === 'outdated') return 'outdated';
    if (decision.standing === 'late') return 'late';
    return decision.verdict === 'approve' ? task.kind : decision.verdict;
  }
  if (task.state === 'active') return task.mine ? 'mine' : 'asked';
  return task.state === 'closed' ? 'closed' : 'waiting';
}

/** One person of a step: who they are, for whom, what they decided on which version, or by when they should. */
export function TaskCard(props: { documentId: string; view: ApprovalView; step: StepLine; task: TaskLine }) {
  const { step, task, view } = props;
  const t = useWords('approval');
  const clock = useClock();
  const { employee } = task;
  const look = lookOf(task);
  const decision = task.decisions[0] ?? null;
  const shown = decision && !['revoked', 'superseded'].includes(decision.standing) ? decision : null;
  const person = shown?.actor ?? employee;
  const { branchOf, employeeOf } = useDirectory();
  const place = branchOf(employeeOf(person.id)?.branchId)?.city ?? person.branchName;
  const caption = [person.position, place].filter(Boolean).join(', ');
  return (
    <article
      className={css['task']}
      data-look={task.mine && task.state === 'active' ? 'mine' : look}
      data-future={step.state === 'future' || task.state === 'waiting' || undefined}
      data-outdated={look === 'outdated' || undefined}
      aria-label={person.fullName}
    >
      <PersonLine
        id={person.id}
        name={whole(person.fullName)}
        caption={caption}
        size={28}
        away={!shown && task.substitutes.length > 0}
        end={
          shown ? (
            clock.moment(shown.occurredAt).replace(/\.\d{4}/, '')
          ) : task.state === 'waiting' && task.dueAt ? (
            t('dueBy', { moment: formatShortDate(clock.date(task.dueAt)) })
          ) : step.mode === 'sequence' && task.state === 'active' ? (
            <Due {...task} branchId={null} />
          ) : null
        }
      />
      <Origin task={task} decision={shown} />
      <div className={css['pills']}>
        <DecisionPill look={look} />
        {shown && (
          <span className={css['version']} data-old={shown.standing === 'outdated' || undefined}>
            {t('versionChip', { version: shown.versionNumber })}
          </span>
        )}
      </div>
      {shown?.standing === 'sent' && (
        <p className={css['sent']}>
          <IconUpload {...icon} aria-hidden="true" /> {t(isAway() ? 'sentAway' : 'sent')}
        </p>
      )}
      {shown && <Told documentId={props.documentId} view={view} decision={shown} />}
      {!shown && task.comment && <p className={css['comment']}>{task.comment}</p>}
      {task.decisions.length > (shown ? 1 : 0) && (
        <Former decisions={shown ? task.decisions.slice(1) : task.decisions} kind={task.kind} />
      )}
    </article>
  );
}

/** For whom, by whom handed over or asked for, who stands in, who may decide as well. */
function Origin({ task, decision }: { task: TaskLine; decision: DecisionLine | null }) {
  const t = useWords('approval');
  const names = useNames();
  const lines: { key: string; tone: 'plum' | 'quiet'; glyph: ReactNode; words: string }[] = [];
  if (decision?.insteadOf) {
    const name = names(decision.insteadOf.fullName, 'accusative');
    const to = task.substitutes.find((one) => one.person.id === decision.actor.id)?.to;
    lines.push({
      key: 'for',
      tone: 'plum',
      glyph: <IconArrowsLeftRight {...icon} aria-hidden="true" />,
      words: to ? t('insteadOfTill', { name, date: formatShortDate(to) }) : t('insteadOf', { name }),
    });
  } else if (!decision)
    for (const one of task.substitutes)
      lines.push({
        key: one.person.id,
        tone: 'plum',
        glyph: <IconArrowsLeftRight {...icon} aria-hidden="true" />,
        words: t('substitutedBy', { name: names(one.person.fullName), date: formatShortDate(one.to) }),
      });
  if (task.origin !== 'planned') {
    const bare = task.origin === 'added' ? 'addedBare' : 'delegatedBare';
    lines.push({
      key: 'origin',
      tone: 'quiet',
      glyph:
        task.origin === 'added' ? (
          <IconPlus {...icon} aria-hidden="true" />
        ) : (
          <IconArrowForwardUp {...icon} aria-hidden="true" />
        ),
      words: task.from ? t(task.origin, { name: names(task.from.fullName, 'genitive') }) : t(bare),
    });
  }
  if (task.escalatedTo && !decision)
    lines.push({
      key: 'escalated',
      tone: 'quiet',
      glyph: <IconArrowForwardUp {...icon} aria-hidden="true" />,
      words: t('escalatedTo', { name: names(task.escalatedTo.fullName) }),
    });
  return lines.map((line) => (
    <p key={line.key} className={css['origin']} data-tone={line.tone}>
      {line.glyph} <span>{line.words}</span>
    </p>
  ));
}

/** Why a decision does not count, its comment, its marked-up file, what has changed since. */
function Told({ documentId, view, decision }: { documentId: string; view: ApprovalView; decision: DecisionLine }) {
  const t = useWords('approval');
  const clock = useClock();
  const { fieldName } = useFieldWords();
  const download = useDownload();
  const outdated = decision.standing === 'outdated';
  const now = view.versions.find((one) => one.hash === view.hash)?.number ?? view.versionNumber;
  const since = view.versions.filter((one) => one.number > decision.versionNumber && one.number <= now);
  const changed = [
    ...new Set([
      ...since.flatMap((one) => one.changed.fields).map(fieldName),
      ...since.flatMap((one) => one.changed.files),
    ]),
  ];
  const away = decision.receivedAt !== null && decision.receivedAt - decision.occurredAt > 60_000;
  const file = decision.attachment;
  return (
    <>
      {outdated && (
        <p className={css['comment']}>
          {away
            ? t('outdatedAway', { moment: clock.moment(decision.receivedAt ?? 0) })
            : t('outdatedPlain', { moment: clock.moment(decision.occurredAt) })}
        </p>
      )}
      {decision.standing === 'late' && <p className={css['comment']}>{t('lateText')}</p>}
      {decision.comment && <p className={css['comment']}>{decision.comment}</p>}
      {file && (
        <button type="button" className={css['file']} onClick={() => void download.run(file)}>
          <IconPaperclip {...icon} aria-hidden="true" /> {t('markedUp', { name: whole(file.name) })}
        </button>
      )}
      {outdated && decision.versionNumber < now && (
        <DifferenceButton
          documentId={documentId}
          from={decision.versionNumber}
          to={now}
          look="link"
          label={
            changed.length > 0 && changed.length <= 3
              ? t('changedFields', { version: decision.versionNumber, fields: changed.join(', ') })
              : t('changedSince', { version: decision.versionNumber })
          }
        />
      )}
    </>
  );
}

/** Earlier decisions of the same task, folded. */
function Former({ decisions, kind }: { decisions: readonly DecisionLine[]; kind: TaskLine['kind'] }) {
  const t = useWords('approval');
  const clock = useClock();
  const looks = (one: DecisionLine): DecisionLook =>
    one.standing === 'inForce' || one.standing === 'sent'
      ? one.verdict === 'approve'
        ? kind
        : one.verdict
      : one.standing;
  return (
    <details className={css['former']}>
      <summary>{t('earlierDecisions', { count: decisions.length })}</summary>
      {decisions.map((one) => (
        <div key={one.id} className={css['pills']}>
          <DecisionPill look={looks(one)} />
          <span className={css['version']} data-old>
            {t('versionChip', { version: one.versionNumber })}
          </span>
          <span className={css['quiet']}>{clock.moment(one.occurredAt)}</span>
          {one.comment && <span>{one.comment}</span>}
        </div>
      ))}
    </details>
  );
}
