import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { PersonPicker } from '#renderer/pages/approval/people-picker.tsx';
import { parseMinutes } from '#renderer/pages/ticket/parse-minutes.ts';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useDesks } from '#renderer/pages/ticket/transfer-dialog.tsx';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';

/** One more thing to be done for a ticket, by a desk or by a person. */
export function TaskDialog({ facts, onClose }: { facts: TicketFacts; onClose: () => void }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const add = useCommand('ticket_task.add');
  const desks = useDesks();
  const [title, setTitle] = useState('');
  const [by, setBy] = useState<'desk' | 'person'>('desk');
  const [queueId, setQueueId] = useState(facts.ticket.queueId);
  const [employeeId, setEmployeeId] = useState<string | null>(null);
  const [length, setLength] = useState('');
  const [tried, setTried] = useState(false);
  const minutes = length.trim() === '' ? null : parseMinutes(length);
  const wrongLength = length.trim() !== '' && minutes === null;
  const missing = by === 'desk' ? queueId === null : employeeId === null;
  const send = async () => {
    setTried(true);
    if (!title.trim() || missing || wrongLength) return;
    const who = by === 'desk' ? { queueId, employeeId: null } : { queueId: null, employeeId };
    if (!(await add.run({ ticketId: facts.ticket.id, title: title.trim(), ...who, minutes }))) return;
    tell(t('done_task'), title.trim());
    onClose();
  };
  return (
    <FormDialog
      title={t('taskNew')}
      width={460}
      action={t('taskAdd')}
      busy={add.busy}
      error={add.error && words(add.error)}
      send={send}
      onClose={onClose}
    >
      <TextField
        label={t('taskTitle')}
        value={title}
        onChange={setTitle}
        maxLength={300}
        error={tried && !title.trim() ? t('taskTitleNeeded') : undefined}
        autoFocus
      />
      <Segmented
        label={t('taskBy')}
        value={by}
        choices={[
          { value: 'desk', label: t('taskByDesk') },
          { value: 'person', label: t('taskByPerson') },
        ]}
        onChange={setBy}
      />
      {by === 'desk' ? (
        <SelectField
          label={t('taskDesk')}
          value={queueId}
          choices={desks}
          search
          onChange={setQueueId}
          error={tried && missing ? t('transferChoose') : undefined}
        />
      ) : (
        <PersonPicker
          label={t('taskPerson')}
          value={employeeId}
          onChange={setEmployeeId}
          error={tried && missing ? t('taskPersonNeeded') : undefined}
        />
      )}
      <TextField
        label={t('taskLength')}
        value={length}
        onChange={setLength}
        hint={t('taskLengthHint')}
        error={tried && wrongLength ? t('timeUnread') : undefined}
      />
    </FormDialog>
  );
}
