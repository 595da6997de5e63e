import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { PersonPicker } from '#renderer/pages/approval/people-picker.tsx';

/** A colleague who shall follow the ticket. */
export function WatchDialog(props: {
  without: readonly string[];
  busy: boolean;
  error: string | null;
  onDone: (employeeId: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useWords('queues');
  const [employeeId, setEmployeeId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (employeeId && (await props.onDone(employeeId))) props.onClose();
  };
  return (
    <FormDialog
      title={t('watchTitle')}
      width={420}
      lead={t('watchLead')}
      action={t('watchAdd')}
      busy={props.busy}
      error={props.error}
      send={send}
      onClose={props.onClose}
    >
      <PersonPicker
        label={t('watchWho')}
        value={employeeId}
        onChange={setEmployeeId}
        without={props.without}
        error={tried && !employeeId ? t('taskPersonNeeded') : undefined}
        autoFocus
      />
    </FormDialog>
  );
}
