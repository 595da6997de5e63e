import type { ReactNode } from 'react';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ApprovalDialogs } from '#renderer/pages/approval/approval-dialogs.tsx';
import { ApprovalNotes } from '#renderer/pages/approval/approval-notes.tsx';
import {
  type ApprovalView,
  myDecision,
  myTask,
  type OpenTask,
  targetOf,
  waitedFor,
} from '#renderer/pages/approval/tasks-of.ts';
import { useDecide } from '#renderer/pages/approval/use-decide.ts';
import { whole } from '#renderer/pages/approval/use-names.ts';
import { useSeen } from '#renderer/pages/approval/use-seen.ts';
import { useApprovalDesk } from '#renderer/state/approval-desk.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

export interface ApprovalAction {
  id: string;
  label: string;
  keys?: readonly string[];
  busy?: boolean;
  run: () => void;
}

/** What a person can do now about the approval of a document, and what to show beside it. */
export interface ApprovalActions {
  /** The one filled button of a header; null when the approval has nothing for this person now. */
  primary: ApprovalAction | null;
  secondary: ApprovalAction | null;
  more: ApprovalAction[];
  /** «Ждём решения: …», when the next word is somebody else's. */
  waiting: string | null;
  /** Notes to stand above the content: stale content, a refusal. */
  notes: ReactNode;
  /** Must be rendered once on the page; the dialogs open here. */
  dialogs: ReactNode;
  /** A decision that waits for this person. */
  task: OpenTask | null;
  view: ApprovalView | null;
}

/** States from which a document may be sent into a round. */
const sendable = new Set(['draft', 'check', 'refused', 'wait', 'late']);

/**
 * The actions of approval by the state of the document and the person, with their keys: `A` approves (signs, acknowledges),
 * `R` returns, `D` hands over. For the headers of cards; call it once on a page.
 */
export function useApprovalActions(documentId: string): ApprovalActions {
  const t = useWords('approval');
  // The previous answer stays while a new one is read: of another document it must not be decided about.
  const answer = useQuery('approval.view', { documentId });
  const view = (answer.current && answer.data) || null;
  const opened = useQuery('document.card', { id: documentId });
  const card = (opened.current && opened.data) || null;
  const user = useSession((session) => session.state?.user ?? null);
  const open = useApprovalDesk((desk) => desk.open);
  const decide = useDecide();
  const revoke = useCommand('decision.revoke');
  const task = view && card ? myTask(view) : null;
  const reading = useSeen(documentId, view, task !== null);

  const title = card?.document.subject ?? '';
  const target = task && view ? targetOf(task, view, { id: documentId, title }) : null;
  const approve = () => {
    if (!target) return;
    if (reading.stale) return reading.accept();
    void decide.run(
      [target],
      { verdict: 'approve' },
      {
        title: t(`done_${target.kind}`, { version: target.versionNumber }),
        object: card?.document.number ?? title,
      },
    );
  };
  const giveBack = () => target && !reading.stale && open({ kind: 'decide', verdict: 'return', targets: [target] });
  const handOver = () => target && open({ kind: 'delegate', targets: [target] });
  useShortcuts([
    { keys: 'A', run: () => (target ? approve() : false) },
    { keys: 'R', run: () => (target && target.kind !== 'acknowledge' ? giveBack() : false) },
    { keys: 'D', run: () => (target ? handOver() : false) },
  ]);

  const primary: ApprovalAction | null = target
    ? {
        id: 'decide',
        label: reading.stale
          ? t('decideNow', { version: target.versionNumber })
          : t(`act_${target.kind}`, { version: target.versionNumber }),
        keys: ['A'],
        busy: decide.busy,
        run: approve,
      }
    : canSubmit(view, card)
      ? {
          id: 'submit',
          label: t(view?.current ? 'submitAgain' : 'submit'),
          run: () => open({ kind: 'submit', documentId }),
        }
      : null;
  const secondary: ApprovalAction | null =
    target && target.kind !== 'acknowledge'
      ? { id: 'return', label: t('giveBack'), keys: ['R'], run: () => void giveBack() }
      : null;

  const running = view?.current?.state === 'running' ? view.current : null;
  const leads =
    user !== null &&
    card !== null &&
    (card.document.authorId === user.id ||
      card.document.responsibleId === user.id ||
      user.roles.includes('administrator'));
  const own = view && user && !target ? myDecision(view, user.id) : null;
  const takeBack = async () => {
    if (own && (await revoke.run({ id: own.id, documentId })))
      useToasts.getState().show({ tone: 'done', title: t('done_revoke'), object: card?.document.number ?? title });
  };
  const more: ApprovalAction[] = [
    ...(target && target.kind !== 'acknowledge' && !reading.stale
      ? [
          {
            id: 'remark',
            label: t(target.kind === 'sign' ? 'remarkSign' : 'remark'),
            run: () => open({ kind: 'decide', verdict: 'remark', targets: [target] }),
          },
          {
            id: 'reject',
            label: t('reject'),
            run: () => open({ kind: 'decide', verdict: 'reject', targets: [target] }),
          },
        ]
      : []),
    ...(target ? [{ id: 'delegate', label: t('delegate'), keys: ['D'], run: () => void handOver() }] : []),
    ...(own ? [{ id: 'revoke', label: t('revoke'), busy: revoke.busy, run: () => void takeBack() }] : []),
    ...(running && (leads || target)
      ? [{ id: 'add', label: t('addApprover'), run: () => open({ kind: 'add', documentId, approvalId: running.id }) }]
      : []),
    ...(running && (leads || running.author.id === user?.id)
      ? [
          {
            id: 'cancel',
            label: t('cancelRound'),
            run: () => open({ kind: 'cancel', documentId, approvalId: running.id }),
          },
        ]
      : []),
    ...(view && card?.document.archivedAt === null
      ? [{ id: 'acquaint', label: t('acquaint'), run: () => open({ kind: 'acquaint', documentId }) }]
      : []),
  ];
  const error = decide.error ?? revoke.error;
  return {
    primary,
    secondary,
    more,
    waiting: running && !target ? waitingWords(t, waitedFor(running)) : null,
    notes: (
      <ApprovalNotes
        documentId={documentId}
        counterpartyId={card?.document.counterpartyId ?? null}
        view={view}
        reading={reading}
        error={error}
        onLook={() => {
          decide.clear();
          revoke.clear();
        }}
      />
    ),
    dialogs: <ApprovalDialogs documentId={documentId} view={view} card={card} />,
    task,
    view,
  };
}

function canSubmit(view: ApprovalView | null, card: DocumentCard | null): boolean {
  if (!view || !card) return false;
  const { archivedAt, state, signedOn, registeredAt, kind } = card.document;
  if (archivedAt !== null || signedOn || registeredAt || kind === 'template') return false;
  if (view.current?.state === 'running' || view.current?.state === 'approved') return false;
  return sendable.has(state);
}

/** At most two names stand in a header. */
function waitingWords(t: ReturnType<typeof useWords<'approval'>>, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const shown = names.slice(0, 2).map(whole).join(', ');
  return names.length > 2
    ? t('waitsForMore', { names: shown, count: names.length - 2 })
    : t('waitsFor', { names: shown });
}
