import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { CaseFileRow } from '#shared/domain/registration/journal.ts';

/** Sets the last day on which something is filed in a case. */
export function CloseCaseDialog({ file, onClose }: { file: CaseFileRow; onClose: () => void }) {
  const t = useWords('journals');
  const words = useErrorWords();
  const today = useClock().today();
  const [date, setDate] = useState<string | null>(today);
  const [tried, setTried] = useState(false);
  const update = useCommand('case_file.update');
  const opened = file.openedOn;
  const early = opened !== null && date !== null && date < opened;
  const fault = date === null ? t('closeDateEmpty') : early ? t('closeDateWrong', { date: formatDate(opened) }) : null;
  const send = async () => {
    setTried(true);
    if (fault !== null) return;
    if (!(await update.run({ id: file.id, patch: { closedOn: date }, base: { closedOn: file.closedOn } }))) return;
    useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('closeDone'), object: file.title });
    onClose();
  };
  return (
    <FormDialog
      title={t('closeTitle', { index: file.index })}
      width={460}
      lead={t('closeText')}
      action={t('closeCase')}
      focusAction
      busy={update.busy}
      error={update.error && words(update.error)}
      send={send}
      onClose={onClose}
    >
      <DateField
        label={t('closeDate')}
        value={date}
        onChange={setDate}
        today={today}
        error={tried && fault !== null ? fault : undefined}
        required
      />
    </FormDialog>
  );
}
