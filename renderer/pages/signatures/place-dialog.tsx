import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { VersionedFile } from '#renderer/pages/files/file-groups.ts';
import versions from '#renderer/pages/files/versions.module.css';
import { EXTRACT, type Place, type Unplaced } from '#renderer/pages/signatures/use-place.ts';

/** Asks of which file a signature is when neither its bytes nor its name say so, and whether to take out the file that lies inside of it. */
export function PlaceDialog({ place, papers }: { place: Place; papers: readonly VersionedFile[] }) {
  const t = useWords('signatures');
  const common = useWords('common');
  const words = useErrorWords();
  const { asked, setAsked, save, cancel } = place;
  const rows = asked ?? [];
  const choose = (row: Unplaced, choice: string | null) =>
    setAsked(rows.map((one) => (one === row ? { ...row, choice: choice ?? '' } : one)));
  const choicesOf = ({ beside, inner }: Unplaced) => [
    ...(beside.placing.holdsFile
      ? [{ value: EXTRACT, label: t('takeOut', { name: inner }) }]
      : papers.map(({ newest }) => ({ value: newest.id, label: newest.name }))),
    { value: '', label: t('noFile') },
  ];
  return (
    <Dialog opened={asked !== null} title={t('placeTitle', { count: rows.length })} onClose={cancel}>
      <form
        className={versions['intakes']}
        onSubmit={(event) => {
          event.preventDefault();
          void save.run(rows);
        }}
      >
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
          <fieldset key={`${row.beside.file.name}-${place}`} className={versions['intake']}>
            <legend>{row.beside.file.name}</legend>
            <SelectField
              label={t(row.beside.placing.holdsFile ? 'insideField' : 'ofField')}
              value={row.choice}
              choices={choicesOf(row)}
              onChange={(choice) => choose(row, choice)}
              autoFocus={place === 0}
            />
            <p className={versions['hint']}>{t(row.beside.placing.holdsFile ? 'insideHint' : 'ofHint')}</p>
          </fieldset>
        ))}
        {save.error && <Note tone="red" title={words(save.error)} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={cancel}>
            {common('cancel')}
          </ActionButton>
          <ActionButton variant="filled" type="submit" busy={save.busy}>
            {t('placeSave')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
