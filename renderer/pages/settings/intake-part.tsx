import { useEffect, useState } from 'react';
import { onEvent } from '#renderer/api.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/settings/settings.module.css';
import { useToasts } from '#renderer/state/toasts.ts';
import type { IntakeFolder, IntakeFolders } from '#shared/ipc/intake-channels.ts';

const places = ['scans', 'mail', 'language'] as const;
type Place = (typeof places)[number];

/** Folders from which papers come in, and the one with the language of scans. */
export function IntakePart() {
  const t = useWords('intake');
  const words = useErrorWords();
  const [folders, setFolders] = useState<IntakeFolders | null>(null);
  const [unread, setUnread] = useState<CoreError | null>(null);
  const [typed, setTyped] = useState<Partial<Record<Place, string>>>({});
  useEffect(() => {
    const read = () =>
      void ask('intake.folders', {}).then(
        (found) => {
          setFolders(found);
          setUnread(null);
        },
        (fault: unknown) => setUnread(asCoreError(fault)),
      );
    read();
    // A folder that was gone and is back says so by itself.
    return onEvent(
      (event) => event.type === 'changed' && event.changes.some(({ entity }) => entity === 'intake') && read(),
    );
  }, []);
  const pathOf = (place: Place): string => typed[place] ?? folders?.[place].path ?? '';
  const save = useAction(async () => {
    const given = {
      scans: pathOf('scans') || null,
      mail: pathOf('mail') || null,
      language: pathOf('language') || null,
    };
    setFolders(await ask('intake.save-folders', given));
    setTyped({});
    useToasts.getState().show({ tone: 'done', title: t('saved') });
  });
  const error = save.error ?? unread;
  const note = error && <Note tone="red" title={words(error)} />;
  if (!folders)
    return (
      note && (
        <section className={css['part']} aria-label={t('foldersTitle')}>
          <h2>{t('foldersTitle')}</h2>
          {note}
        </section>
      )
    );
  const told = (place: Place): { words: string; wrong: boolean } => {
    const { path } = folders[place];
    if (path === null) return { words: t('notSet'), wrong: false };
    if (place === 'language') {
      const { ready } = folders.language;
      return { words: t(ready ? 'ocrReady' : 'ocrMissing'), wrong: !ready };
    }
    const { problem }: IntakeFolder = folders[place];
    return problem ? { words: t(`problem_${problem}`), wrong: true } : { words: t('watching'), wrong: false };
  };
  const changed = places.some((place) => typed[place] !== undefined && typed[place] !== (folders[place].path ?? ''));
  return (
    <section className={css['part']} aria-label={t('foldersTitle')}>
      <h2>{t('foldersTitle')}</h2>
      <form
        className={css['folders']}
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        {places.map((place) => {
          const { words: state, wrong } = told(place);
          return (
            <TextField
              key={place}
              label={t(place)}
              hint={wrong || typed[place] !== undefined ? t(`${place}Hint`) : `${t(`${place}Hint`)} ${state}`}
              placeholder={t('path')}
              value={pathOf(place)}
              maxLength={1_000}
              error={wrong && typed[place] === undefined ? state : undefined}
              onChange={(value) => setTyped((before) => ({ ...before, [place]: value }))}
            />
          );
        })}
        {note}
        {(changed || save.busy) && (
          <div>
            <ActionButton type="submit" variant="filled" busy={save.busy}>
              {t('save')}
            </ActionButton>
          </div>
        )}
      </form>
    </section>
  );
}
