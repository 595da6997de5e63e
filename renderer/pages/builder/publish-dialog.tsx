import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { DifferenceList } from '#renderer/pages/builder/difference-list.tsx';
import type { KeptService } from '#renderer/pages/builder/use-service-draft.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

/** Puts the draft in force: what changes for those who ask from now on, and a word for the list of versions. */
export function PublishDialog(props: {
  row: KeptService;
  definition: ServiceDefinition;
  onRefused: (error: CoreError) => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useWords('builder');
  const common = useWords('common');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const { row } = props;
  const version = row.publishedVersion + 1;
  const publish = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await runCommand('service.publish', { id: row.id, note: note.trim() });
      useToasts.getState().show({ tone: 'done', title: t('published', { version }), object: row.name });
      props.onDone();
    } catch (fault) {
      props.onRefused(asCoreError(fault));
    }
  };
  return (
    <Dialog opened title={t('publishTitle', { version })} onClose={props.onClose} width={520}>
      <form
        className={css['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <p className={css['quiet']}>{t(row.published ? 'publishNext' : 'publishFirst')}</p>
        {row.published && <DifferenceList before={row.published} after={props.definition} />}
        <TextField
          label={t('publishNote')}
          hint={t('publishNoteHint')}
          value={note}
          rows={3}
          maxLength={1000}
          autoFocus
          onChange={setNote}
        />
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton variant="filled" type="submit" busy={busy}>
            {t('publish', { version })}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
