import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import { readReminders } from '#renderer/pages/contract/term-words.ts';
import { useSaved } from '#renderer/pages/contract/use-saved.ts';
import { keyDateKinds } from '#shared/domain/contract/key-date.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { KeyDateLine } from '#shared/queries/contract.ts';

interface Values {
  kind: KeyDateLine['kind'];
  title: string;
  date: string;
  remindDays: number[];
  responsibleId: string | null;
}

const usual = [30, 7, 1];

/** A key date of a contract: added, changed or taken away. `line` null: a new one. */
export function KeyDateDialog(props: {
  documentId: string;
  line: KeyDateLine | null;
  responsibleId: string | null;
  onClose: () => void;
}) {
  const { documentId, onClose } = props;
  const t = useWords('contract');
  const common = useWords('common');
  const words = useErrorWords();
  const saved = useSaved();
  const today = useClock().today();
  const { employees } = useDirectory();
  // What stood there when the dialog was opened is the other side of the merge.
  const [line] = useState(props.line);
  const [kind, setKind] = useState<Values['kind']>(line?.kind ?? 'custom');
  const [title, setTitle] = useState(line?.title ?? '');
  const [date, setDate] = useState<string | null>(line?.date ?? null);
  const [remind, setRemind] = useState((line?.remindDays ?? usual).join(', '));
  const [responsibleId, setResponsible] = useState(line ? line.responsibleId : props.responsibleId);
  const [tried, setTried] = useState(false);
  const days = readReminders(remind);
  const nameless = kind === 'custom' && !title.trim();

  const save = useAction(async (values: Values) => {
    const name = values.title || t(`keyDate_${values.kind}`);
    if (line?.id) {
      const seen: Record<string, unknown> = { ...line };
      const changed = (Object.keys(values) as (keyof Values)[]).filter(
        (field) => !sameValue(values[field], seen[field]),
      );
      if (changed.length > 0) {
        const patch = Object.fromEntries(changed.map((field) => [field, values[field]]));
        const base = Object.fromEntries(changed.map((field) => [field, seen[field]]));
        await runCommand('key_date.update', { documentId, id: line.id, patch, base });
        saved(t('keyDateSaved'), name);
      }
    } else {
      await runCommand('key_date.add', { documentId, values });
      saved(t('keyDateAdded'), name);
    }
    onClose();
  });
  const archive = useAction(async () => {
    if (!line?.id) return;
    const { id: _id, responsibleName: _name, doneAt: _done, daysLeft: _left, due: _due, ...values } = line;
    await runCommand('key_date.archive', { documentId, id: line.id });
    saved(t('keyDateArchived'), line.title || t(`keyDate_${line.kind}`), () =>
      runCommand('key_date.add', { documentId, values }),
    );
    onClose();
  });
  const send = () => {
    setTried(true);
    if (!date || !days || nameless) return false;
    void save.run({ kind, title: title.trim(), date, remindDays: days, responsibleId });
    return true;
  };
  const error = save.error ?? archive.error;
  return (
    <FormDialog
      title={line ? t('keyDateEdit') : t('keyDateNew')}
      width={460}
      action={common('save')}
      busy={save.busy}
      error={error && words(error)}
      aside={
        line?.id && (
          <ActionButton variant="subtle" busy={archive.busy} onClick={() => void archive.run()}>
            {common('remove')}
          </ActionButton>
        )
      }
      send={send}
      onClose={onClose}
    >
      <div className={css['pair']}>
        <SelectField
          label={t('kind')}
          value={kind}
          choices={keyDateKinds.map((one) => ({ value: one, label: t(`keyDate_${one}`) }))}
          onChange={(next) => setKind(keyDateKinds.find((one) => one === next) ?? 'custom')}
        />
        <DateField
          label={t('date')}
          value={date}
          onChange={setDate}
          today={today}
          error={tried && !date ? t('dateEmpty') : undefined}
          required
        />
      </div>
      <TextField
        label={t('title')}
        value={title}
        onChange={setTitle}
        maxLength={300}
        error={tried && nameless ? t('titleEmpty') : undefined}
        required={kind === 'custom'}
      />
      <TextField
        label={t('remind')}
        value={remind}
        onChange={setRemind}
        hint={t('remindHint')}
        error={days === null ? t('remindWrong') : undefined}
      />
      <SelectField
        label={t('responsible')}
        value={responsibleId}
        choices={employees.map((employee) => ({ value: employee.id, label: employee.fullName }))}
        onChange={setResponsible}
        search
        clearable
      />
    </FormDialog>
  );
}
