import { type ReactNode, useState } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { BytesView } from '#renderer/pages/files/bytes-view.tsx';
import { useFileErrorWords } from '#renderer/pages/files/use-file-error-words.ts';
import { FirstPage } from '#renderer/pages/print/first-page.tsx';
import css from '#renderer/pages/print/print.module.css';

/** The pages as they will come out; the former ones stay in sight while new ones are made. */
export function MadePreview(props: {
  file: { bytes: Blob; name: string } | null;
  mime: string;
  busy: boolean;
  error: CoreError | null;
  /** Only the first page, whole. */
  onlyFirst?: boolean;
  /** In place of the pages: why there are none. */
  children?: ReactNode;
}) {
  const { file, busy, error } = props;
  const t = useWords('print');
  const words = useFileErrorWords();
  const late = useDelayed(busy, 300);
  const [broken, setBroken] = useState(false);
  return (
    <section className={css['preview']} aria-label={t('preview')} aria-busy={busy}>
      <div className={css['making']} role="status">
        {late && t('making')}
      </div>
      {error && (
        <div className={css['told']}>
          <Note tone="red" title={t('previewFailed')}>
            {words(error)}
          </Note>
        </div>
      )}
      {props.children}
      {file && !error && props.onlyFirst && !broken && (
        <FirstPage bytes={file.bytes} label={file.name} onProblem={() => setBroken(true)} />
      )}
      {file && !error && (!props.onlyFirst || broken) && (
        <BytesView bytes={file.bytes} name={file.name} mime={props.mime} />
      )}
    </section>
  );
}
