import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { useEdits } from '#renderer/pages/files/use-edits.ts';
import css from '#renderer/pages/files/versions.module.css';
import type { FileEdit } from '#shared/ipc/contract.ts';

/** Files that are open in programs of the system: what becomes of every save, and the way to end it. */
export function EditsNote({ editing }: { editing: ReturnType<typeof useEdits> }) {
  return editing.edits.map((edit) => (
    <EditNote
      key={edit.attachmentId}
      edit={edit}
      busy={editing.end.busy}
      onEnd={() => void editing.end.run(edit.attachmentId)}
    />
  ));
}

function EditNote({ edit, busy, onEnd }: { edit: FileEdit; busy: boolean; onEnd: () => void }) {
  const t = useWords('files');
  const words = useErrorWords();
  const end = (
    <ActionButton size="xs" busy={busy} onClick={onEnd}>
      {t('editingEnd')}
    </ActionButton>
  );
  if (!edit.problem)
    return (
      <Note tone="ink" title={t('editing', { name: edit.name })} actions={end}>
        {t('editingText')}
        {edit.versions > 0 && <b className={css['saved']}> {t('editingVersions', { count: edit.versions })}</b>}
      </Note>
    );
  return (
    <Note tone="red" title={t('editingFailed', { name: edit.name })} actions={end}>
      {t('editingFailedText', { reason: words(new CoreError({ code: edit.problem })) })}
      <br />
      {t('editingCopy', { path: edit.localPath })}
    </Note>
  );
}
