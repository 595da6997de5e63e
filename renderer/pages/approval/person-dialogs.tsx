import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ConfirmDialog, Dialog } from '#renderer/components/confirm-dialog.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useAction, useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/dialogs.module.css';
import { PeoplePicker, PersonPicker } from '#renderer/pages/approval/people-picker.tsx';
import { useNames } from '#renderer/pages/approval/use-names.ts';
import type { Target } from '#renderer/state/approval-desk.ts';
import { isAway } from '#renderer/state/link.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';

const WORKING_DAY = 480;
const tone = () => (isAway() ? ('offline' as const) : ('done' as const));

/** Hands tasks over to one colleague: all or none. */
export function DelegateDialog(props: {
  targets: readonly Pick<Target, 'documentId' | 'taskId' | 'title'>[];
  onClose: () => void;
  onDone?: () => void;
  title?: (name: string) => string;
}) {
  const t = useWords('approval');
  const { employeeOf } = useDirectory();
  const names = useNames();
  const me = useSession((session) => session.state?.user?.id ?? '');
  const run = useAction(async (employeeId: string, comment: string) => {
    await runCommands(
      props.targets.map(({ documentId, taskId }) => ({
        name: 'approval.delegate' as const,
        args: { documentId, taskId, employeeId, comment },
      })),
    );
    const name = names(employeeOf(employeeId)?.fullName ?? '', 'dative');
    useToasts.getState().show({
      tone: tone(),
      title: props.title?.(name) ?? t('done_delegate', { name }),
      object: props.targets.length === 1 ? props.targets[0]?.title : undefined,
    });
    return true;
  });
  const send = async (employeeId: string, comment: string) => {
    if (!(await run.run(employeeId, comment))) return;
    props.onDone?.();
    props.onClose();
  };
  return (
    <PersonDialog
      title={t('delegateTitle')}
      text={t('delegateText')}
      field={t('delegateTo')}
      action={t('delegate')}
      without={[me]}
      run={run}
      onSend={send}
      onClose={props.onClose}
    />
  );
}

/** Asks one more person in the step under way. */
export function AddApproverDialog(props: {
  documentId: string;
  approvalId: string;
  asked: readonly string[];
  onClose: () => void;
}) {
  const t = useWords('approval');
  const { employeeOf } = useDirectory();
  const names = useNames();
  const add = useCommand('approval.add-approver');
  const send = async (employeeId: string, comment: string) => {
    const { documentId, approvalId } = props;
    if (!(await add.run({ documentId, approvalId, employeeId, comment }))) return;
    const name = names(employeeOf(employeeId)?.fullName ?? '');
    useToasts.getState().show({ tone: tone(), title: t('done_add', { name }) });
    props.onClose();
  };
  return (
    <PersonDialog
      title={t('addTitle')}
      text={t('addText')}
      field={t('addWho')}
      action={t('addApprover')}
      without={props.asked}
      run={add}
      onSend={send}
      onClose={props.onClose}
    />
  );
}

function PersonDialog(props: {
  title: string;
  text: string;
  field: string;
  action: string;
  without: readonly string[];
  run: { busy: boolean; error: Parameters<ReturnType<typeof useErrorWords>>[0] | null };
  onSend: (employeeId: string, comment: string) => Promise<void>;
  onClose: () => void;
}) {
  const t = useWords('approval');
  const common = useWords('common');
  const words = useErrorWords();
  const [person, setPerson] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [asked, setAsked] = useState(false);
  const send = () => {
    setAsked(true);
    if (person) void props.onSend(person, comment.trim());
  };
  return (
    <Dialog opened title={props.title} onClose={props.onClose} width={480}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className={css['quiet']}>{props.text}</p>
        <PersonPicker
          label={props.field}
          value={person}
          onChange={setPerson}
          without={props.without}
          error={asked && !person ? t('whoNeeded') : undefined}
          autoFocus
        />
        <TextField label={t('comment')} value={comment} onChange={setComment} rows={2} maxLength={2_000} />
        {props.run.error && <Note tone="red" title={words(props.run.error)} />}
        <div className={css['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton variant="filled" type="submit" busy={props.run.busy}>
            {props.action}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

/** Calls the round off; it cannot be taken up again, so it asks first. */
export function CancelDialog(props: { documentId: string; approvalId: string; onClose: () => void }) {
  const t = useWords('approval');
  const words = useErrorWords();
  const cancel = useCommand('approval.cancel');
  const confirm = async () => {
    const { documentId, approvalId } = props;
    if (!(await cancel.run({ documentId, approvalId, reason: '' }))) return;
    useToasts.getState().show({ tone: tone(), title: t('done_cancel') });
    props.onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('cancelTitle')}
      action={t('cancelRound')}
      busy={cancel.busy}
      onConfirm={() => void confirm()}
      onClose={props.onClose}
    >
      {t('cancelText')}
      {cancel.error && <Note tone="red" title={words(cancel.error)} />}
    </ConfirmDialog>
  );
}

/** Asks people to read the document and say that they have. */
export function AcquaintDialog(props: { documentId: string; onClose: () => void }) {
  const t = useWords('approval');
  const common = useWords('common');
  const words = useErrorWords();
  const request = useCommand('acknowledgement.request');
  const [people, setPeople] = useState<readonly string[]>([]);
  const [days, setDays] = useState('3');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const badDays = days.trim() !== '' && !/^[1-9]\d{0,2}$/.test(days.trim());
  const send = async () => {
    setAsked(true);
    if (people.length === 0 || badDays) return;
    const reply = await request.run({
      documentId: props.documentId,
      employeeIds: [...people],
      deadlineMinutes: days.trim() ? Number(days) * WORKING_DAY : null,
      note: note.trim() || null,
    });
    if (!reply) return;
    useToasts.getState().show({ tone: tone(), title: t('done_acquaint', { count: people.length }) });
    props.onClose();
  };
  return (
    <Dialog opened title={t('acquaintTitle')} onClose={props.onClose} width={520}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className={css['quiet']}>{t('acquaintText')}</p>
        <PeoplePicker
          label={t('acquaintWho')}
          value={people}
          onChange={setPeople}
          error={asked && people.length === 0 ? t('ownPeopleNeeded') : undefined}
        />
        <TextField
          label={t('acquaintDays')}
          value={days}
          onChange={setDays}
          error={badDays ? t('ownDeadlineBad') : undefined}
        />
        <TextField label={t('acquaintNote')} value={note} onChange={setNote} rows={2} maxLength={2_000} />
        {request.error && <Note tone="red" title={words(request.error)} />}
        <div className={css['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton variant="filled" type="submit" busy={request.busy}>
            {t('acquaint')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
