import { IconX } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { isPurpose, purposeOrder, type VersionedFile } from '#renderer/pages/files/file-groups.ts';
import type { Attaching, Intake } from '#renderer/pages/files/use-attach.ts';
import { refusedName, useFileErrorWords } from '#renderer/pages/files/use-file-error-words.ts';
import css from '#renderer/pages/files/versions.module.css';

/** Asks what files of a contract are: its text, an appendix, or a new version of a file that is there already and why. */
export function IntakeDialog({ attach, files }: { attach: Attaching; files: readonly VersionedFile[] }) {
  const t = useWords('files');
  const common = useWords('common');
  const words = useFileErrorWords();
  const { asked, setAsked, save, cancel, leaveOut } = attach;
  const rows = asked ?? [];
  const refused = rows.find((row) => row.file.name === refusedName(save.error)) ?? null;
  const change = (place: number, patch: Partial<Intake>) =>
    setAsked(rows.map((row, at) => (at === place ? { ...row, ...patch } : row)));
  const choose = (place: number, value: string | null) => {
    if (value === null) return;
    if (isPurpose(value)) change(place, { purpose: value, basedOn: null });
    else change(place, { basedOn: files.find((file) => file.group === value) ?? null });
  };
  const choices = [
    ...purposeOrder.map((purpose) => ({ value: purpose as string, label: t(`as_${purpose}`) })),
    ...files.map((file) => ({ value: file.group, label: t('asVersion', { name: file.newest.name }) })),
  ];
  const onlyVersion = rows.length === 1 && rows[0]?.basedOn;
  return (
    <Dialog opened={asked !== null} title={t(onlyVersion ? 'intakeTitleOne' : 'intakeTitle')} onClose={cancel}>
      <form
        className={css['intakes']}
        onSubmit={(event) => {
          event.preventDefault();
          void save.run(rows);
        }}
      >
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
          <fieldset key={`${row.file.name}-${place}`} className={css['intake']}>
            <legend>{row.file.name}</legend>
            {rows.length > 1 && (
              <span className={css['leave']}>
                <IconButton label={t('takeOut', { name: row.file.name })} size={24} onClick={() => leaveOut(row)}>
                  <IconX size={14} stroke={1.6} />
                </IconButton>
              </span>
            )}
            {save.error && row === refused && <Note tone="red" title={words(save.error)} />}
            <SelectField
              label={t('intakeAs')}
              value={row.basedOn?.group ?? row.purpose}
              choices={choices}
              onChange={(value) => choose(place, value)}
            />
            {row.basedOn && (
              <TextField
                label={t('intakeNote')}
                hint={t('intakeNoteHint')}
                value={row.note}
                maxLength={1_000}
                onChange={(note) => change(place, { note })}
                autoFocus={place === 0}
              />
            )}
          </fieldset>
        ))}
        {save.error && !refused && <Note tone="red" title={words(save.error)} />}
        <p className={css['hint']}>{t('intakeText')}</p>
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={cancel}>
            {common('cancel')}
          </ActionButton>
          <ActionButton variant="filled" type="submit" busy={save.busy} autoFocus={!rows.some((row) => row.basedOn)}>
            {t('intakeSave')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
