import { useEffect, useState } from 'react';
import { bytesOf } from '#renderer/api.ts';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { BytesView } from '#renderer/pages/files/bytes-view.tsx';
import css from '#renderer/pages/intake/intake.module.css';
import type { IntakeItem } from '#shared/ipc/intake-channels.ts';

interface Shown {
  id: string;
  bytes: Blob;
  mime: string;
}

async function read(id: string): Promise<Shown> {
  // On its way here the host puts a handle in place of the path; none means that the file is gone.
  const opened = await ask('intake.open', { id });
  const { handle } = opened as unknown as { handle: string | null };
  if (handle === null) throw new CoreError({ code: 'FILE_UNREADABLE' });
  return { id, bytes: await bytesOf(handle), mime: opened.mediaType };
}

/** The file under the hand, by the reader of its kind. */
export function IntakePreview({ item }: { item: IntakeItem | null }) {
  const t = useWords('intake');
  const words = useErrorWords();
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const id = item?.id ?? null;
  useEffect(() => {
    setShown(null);
    setError(null);
    if (id === null) return;
    let gone = false;
    read(id).then(
      (bytes) => !gone && setShown(bytes),
      (fault: unknown) => !gone && setError(asCoreError(fault)),
    );
    return () => {
      gone = true;
    };
  }, [id]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className={css['preview']} tabIndex={0} aria-label={t('preview')}>
      {!item && <p className={css['quiet']}>{t('nothingChosen')}</p>}
      {error && <Note tone="red" title={words(error)} />}
      {item && shown?.id === item.id && <BytesView bytes={shown.bytes} name={item.name} mime={shown.mime} />}
    </section>
  );
}
