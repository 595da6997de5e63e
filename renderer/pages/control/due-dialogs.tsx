import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { AnswerField } from '#renderer/pages/control/answer-field.tsx';
import { ControlDialog } from '#renderer/pages/control/control-dialog.tsx';
import { ReasonField } from '#renderer/pages/control/reason-field.tsx';
import { useNoted } from '#renderer/pages/control/use-noted.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

interface DueDialogProps {
  document: DocumentRow;
  onClose: () => void;
}

/** Why a due day cannot stand; undefined: it can. */
function useDueFault(document: DocumentRow): (due: string | null, other?: string | null) => string | undefined {
  const t = useWords('control');
  return (due, other) => {
    if (!due) return t('dueEmpty');
    if (due < document.date) return t('dueEarly', { date: formatDate(document.date) });
    return due === other ? t('dueSame') : undefined;
  };
}

/** By which day, and by whom. */
export function PutDialog({ document, onClose }: DueDialogProps) {
  const t = useWords('control');
  const today = useClock().today();
  const { employees } = useDirectory();
  const [due, setDue] = useState<string | null>(document.dueDate);
  const [responsibleId, setResponsible] = useState(document.responsibleId);
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const noted = useNoted(document);
  const put = useCommand('control.put');
  const fault = useDueFault(document)(due);
  const send = async () => {
    setTried(true);
    if (fault || !due || !responsibleId) return false;
    const given = { id: document.id, dueDate: due, responsibleId, was: document.dueDate };
    if (!(await put.run({ ...given, comment: comment.trim() || null }))) return false;
    noted(t('putDone'));
    return true;
  };
  return (
    <ControlDialog title={t('putTitle')} action={t('put')} {...put} send={send} onClose={onClose}>
      <DateField
        label={t('due')}
        value={due}
        onChange={setDue}
        today={today}
        error={tried ? fault : undefined}
        required
      />
      <SelectField
        label={t('responsible')}
        value={responsibleId}
        choices={employees.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        onChange={setResponsible}
        error={tried && !responsibleId ? t('responsibleEmpty') : undefined}
        search
      />
      <TextField
        label={t('comment')}
        value={comment}
        onChange={setComment}
        hint={t('commentHint')}
        maxLength={2_000}
        rows={2}
      />
    </ControlDialog>
  );
}

/** Another day, with the reason. */
export function MoveDialog({ document, onClose }: DueDialogProps) {
  const t = useWords('control');
  const today = useClock().today();
  const [due, setDue] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const noted = useNoted(document);
  const move = useCommand('control.move');
  const fault = useDueFault(document)(due, document.dueDate);
  const send = async () => {
    setTried(true);
    if (fault || !reason.trim()) return false;
    if (!(await move.run({ id: document.id, dueDate: due, was: document.dueDate, reason: reason.trim() })))
      return false;
    noted(t('moveDone'));
    return true;
  };
  return (
    <ControlDialog title={t('move')} action={t('move')} {...move} send={send} onClose={onClose}>
      <DateField
        label={t('newDue')}
        value={due}
        onChange={setDue}
        today={today}
        error={tried ? fault : undefined}
        required
      />
      <ReasonField value={reason} onChange={setReason} tried={tried} />
    </ControlDialog>
  );
}

/** On which day it was carried out, and how. */
export function DoneDialog({ document, onClose }: DueDialogProps) {
  const t = useWords('control');
  const today = useClock().today();
  const [doneOn, setDoneOn] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const [answerId, setAnswer] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const noted = useNoted(document);
  const done = useCommand('control.done');
  const fault = !doneOn ? t('doneEmpty') : doneOn > today ? t('doneLater') : undefined;
  const send = async () => {
    setTried(true);
    if (fault || !doneOn) return false;
    if (!(await done.run({ id: document.id, doneOn, note: note.trim() || null, answerId }))) return false;
    noted(t('doneDone'));
    return true;
  };
  return (
    <ControlDialog title={t('doneTitle')} action={t('done')} {...done} send={send} onClose={onClose}>
      <DateField
        label={t('doneOn')}
        value={doneOn}
        onChange={setDoneOn}
        today={today}
        error={tried ? fault : undefined}
        required
      />
      <AnswerField documentId={document.id} value={answerId} onChange={setAnswer} />
      <TextField label={t('doneComment')} value={note} onChange={setNote} maxLength={2_000} rows={2} />
    </ControlDialog>
  );
}
