import { runCommand } from '#renderer/data/core.ts';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useWorkingDuration } from '#renderer/pages/approval/due.tsx';
import { AssignDialog } from '#renderer/pages/ticket/assign-dialog.tsx';
import { ChooseDialog } from '#renderer/pages/ticket/choose-dialog.tsx';
import type { TicketDialog } from '#renderer/pages/ticket/offered.ts';
import { RateDialog } from '#renderer/pages/ticket/rate-dialog.tsx';
import { LinkTicketDialog, MergeDialog } from '#renderer/pages/ticket/relation-dialogs.tsx';
import { SplitDialog } from '#renderer/pages/ticket/split-dialog.tsx';
import { TaskDialog } from '#renderer/pages/ticket/task-dialog.tsx';
import { TextDialog } from '#renderer/pages/ticket/text-dialog.tsx';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { TimeDialog } from '#renderer/pages/ticket/time-dialog.tsx';
import { TransferDialog } from '#renderer/pages/ticket/transfer-dialog.tsx';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { WatchDialog } from '#renderer/pages/ticket/watch-dialog.tsx';
import { useSession } from '#renderer/state/session.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';
import { priorities } from '#shared/domain/service/definition.ts';

export interface TicketDialogsProps {
  facts: TicketFacts;
  dialog: TicketDialog;
  run: <N extends CommandName>(name: N, args: ArgsOf<N>) => Promise<boolean>;
  busy: boolean;
  error: CoreError | null;
  onClose: () => void;
}

/** The open dialog of a ticket. A refusal stands in the dialog; what was typed stays. */
export function TicketDialogs(props: TicketDialogsProps) {
  const { facts, dialog, onClose } = props;
  switch (dialog) {
    case 'assign':
    case 'transfer':
    case 'stage':
    case 'priority':
      return <Handing {...props} />;
    case 'merge':
      return <MergeDialog facts={facts} onClose={onClose} />;
    case 'split':
      return <SplitDialog facts={facts} onClose={onClose} />;
    case 'link':
      return <LinkTicketDialog facts={facts} onClose={onClose} />;
    case 'task':
      return <TaskDialog facts={facts} onClose={onClose} />;
    case 'confirm':
    case 'rate':
    case 'time':
    case 'watch':
      return <Noting {...props} />;
    default:
      return <Saying {...props} dialog={dialog} />;
  }
}

/** Who has it, where it lies, how urgent it is: chosen with one press, taken back with another. */
function Handing({ facts, dialog, run, busy, error, onClose }: TicketDialogsProps) {
  const t = useWords('queues');
  const talk = useWords('talk');
  const words = useDeskErrors();
  const tell = useTell();
  const { employeeOf } = useDirectory();
  const lent = employeeOf(useSession((session) => session.state?.user?.id))?.queueIds ?? [];
  const { ticket, definition } = facts;
  const { id } = ticket;
  const object = ticket.number ?? ticket.title;
  const told = error && words(error);
  if (dialog === 'assign')
    return (
      <AssignDialog
        desk={facts.desk}
        assigneeId={ticket.assigneeId}
        error={told}
        onClose={onClose}
        onChoose={async (employeeId) => {
          if (employeeId === ticket.assigneeId) return onClose();
          if (!(await run('ticket.assign', { id, employeeId }))) return;
          onClose();
          tell(t(employeeId ? 'done_assign' : 'done_unassign'), object, () =>
            runCommand('ticket.assign', { id, employeeId: ticket.assigneeId }),
          );
        }}
      />
    );
  if (dialog === 'transfer')
    return (
      <TransferDialog
        from={ticket.queueId}
        busy={busy}
        error={told}
        onClose={onClose}
        onDone={async (queueId, note) => {
          if (!(await run('ticket.transfer', { id, queueId, note }))) return false;
          const back = ticket.queueId;
          // Whoever is not of the other desk cannot take it back from there.
          const undo =
            back && lent.includes(queueId)
              ? () => runCommand('ticket.transfer', { id, queueId: back, note: null })
              : null;
          tell(t('done_transfer'), object, ...(undo ? [undo] : []));
          return true;
        }}
      />
    );
  if (dialog === 'stage')
    return (
      <ChooseDialog
        title={t('stageTitle')}
        choices={definition.stages.map((name, index) => ({
          id: String(index),
          content: name,
          current: index === ticket.stage,
        }))}
        error={told}
        onClose={onClose}
        onChoose={async (stage) => {
          if (!(await run('ticket.stage', { id, stage: Number(stage) }))) return;
          onClose();
          tell(t('done_stage', { stage: definition.stages[Number(stage)] ?? '' }), object, () =>
            runCommand('ticket.stage', { id, stage: ticket.stage }),
          );
        }}
      />
    );
  return (
    <ChooseDialog
      title={t('priorityTitle')}
      lead={t('priorityLead')}
      choices={[...priorities].reverse().map((one) => ({
        id: one,
        content: talk(`priority_${one}`),
        current: one === ticket.priority,
      }))}
      error={told}
      onClose={onClose}
      onChoose={async (chosen) => {
        const priority = priorities.find((one) => one === chosen) ?? 'normal';
        if (!(await run('ticket.prioritize', { id, priority }))) return;
        onClose();
        tell(t('done_priority', { priority: talk(`priority_${priority}`) }), object, () =>
          runCommand('ticket.prioritize', { id, priority: ticket.priority }),
        );
      }}
    />
  );
}

/** What is noted down about it: the rating, the time, who follows. */
function Noting({ facts, dialog, run, busy, error, onClose }: TicketDialogsProps) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const duration = useWorkingDuration();
  const { ticket } = facts;
  const { id } = ticket;
  const object = ticket.number ?? ticket.title;
  const shared = { busy, error: error && words(error), onClose };
  if (dialog === 'time')
    return (
      <TimeDialog
        {...shared}
        logged={t('timeLogged', { length: duration(ticket.loggedMinutes) })}
        lengthOf={duration}
        onDone={async (minutes, note) => {
          if (!(await run('ticket.log-time', { id, minutes, note }))) return false;
          tell(t('done_time', { length: duration(minutes) }), object);
          return true;
        }}
      />
    );
  if (dialog === 'watch')
    return (
      <WatchDialog
        {...shared}
        without={[ticket.requesterId, ...facts.watchers.map((one) => one.id)]}
        onDone={async (employeeId) => {
          if (!(await run('ticket.watch', { id, employeeId, watching: true }))) return false;
          tell(t('done_watcher'), object, () => runCommand('ticket.watch', { id, employeeId, watching: false }));
          return true;
        }}
      />
    );
  return (
    <RateDialog
      {...shared}
      confirms={dialog === 'confirm'}
      rating={ticket.rating}
      onDone={async (rating, comment) => {
        if (!(await run('ticket.confirm', { id, rating, comment }))) return false;
        tell(t(dialog === 'confirm' ? 'done_confirm' : 'done_rate'), object);
        return true;
      }}
    />
  );
}

/** What needs words. */
function Saying({ facts, dialog, run, busy, error, onClose }: TicketDialogsProps & { dialog: TicketDialog }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const { ticket } = facts;
  const { id } = ticket;
  const said = dialog as 'resolve' | 'decline' | 'cancel' | 'reopen' | 'resubmit';
  const send = (text: string): Promise<boolean> => {
    switch (said) {
      case 'resolve':
        return run('ticket.resolve', { id, solution: text || null });
      case 'decline':
        return run('ticket.decline', { id, reason: text });
      case 'cancel':
        return run('ticket.cancel', { id, reason: text || null });
      case 'reopen':
        return run('ticket.reopen', { id, reason: text });
      case 'resubmit':
        return run('ticket.resubmit', { id, note: text || null });
    }
  };
  const demanded = said === 'decline' || said === 'reopen' ? { demanded: t('reasonNeeded') } : {};
  return (
    <TextDialog
      title={t(`title_${said}`)}
      lead={t(facts.vacation?.state === 'approved' && said === 'cancel' ? 'lead_cancelVacation' : `lead_${said}`)}
      label={t(`label_${said}`)}
      action={t(`act_${said}`)}
      danger={said === 'cancel' || said === 'decline'}
      draft={`${said}:${id}`}
      {...(said === 'resolve' ? { maxLength: 4_000 } : {})}
      {...demanded}
      busy={busy}
      error={error && words(error)}
      onClose={onClose}
      onDone={async (text) => {
        if (!(await send(text))) return false;
        tell(t(`done_${said}`), ticket.number ?? ticket.title);
        return true;
      }}
    />
  );
}
