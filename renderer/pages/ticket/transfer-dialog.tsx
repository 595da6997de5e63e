import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** Desks that take tickets, in the order of their names. */
export function useDesks(): { value: string; label: string }[] {
  const { data } = useQuery('service.setup', {});
  return (data?.queues ?? [])
    .filter((one) => one.archivedAt === null)
    .map((one) => ({ value: one.id, label: one.name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** To which desk, and what the colleagues there should know. */
export function TransferDialog(props: {
  from: string | null;
  count?: number;
  busy: boolean;
  error: string | null;
  onDone: (queueId: string, note: string | null) => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useWords('queues');
  const desks = useDesks().filter((one) => one.value !== props.from);
  const [queueId, setQueueId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (queueId && (await props.onDone(queueId, note.trim() || null))) props.onClose();
  };
  return (
    <FormDialog
      title={props.count && props.count > 1 ? t('transferMany', { count: props.count }) : t('transferTitle')}
      width={460}
      lead={t('transferLead')}
      action={t('transfer')}
      busy={props.busy}
      error={props.error}
      send={send}
      onClose={props.onClose}
    >
      <SelectField
        label={t('transferTo')}
        value={queueId}
        choices={desks}
        onChange={setQueueId}
        error={tried && !queueId ? t('transferChoose') : undefined}
        search
        autoFocus
      />
      <TextField label={t('transferNote')} value={note} onChange={setNote} rows={2} maxLength={2_000} />
    </FormDialog>
  );
}
