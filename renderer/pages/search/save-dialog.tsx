import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useAudiences } from '#renderer/pages/documents/register-tabs.tsx';
import { searchViews } from '#renderer/pages/search/use-saved.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { SearchQuestion } from '#shared/queries/search.ts';

/** Gives a search a name, for oneself or for colleagues. */
export function SaveDialog({ question, onClose }: { question: SearchQuestion; onClose: () => void }) {
  const t = useWords('search');
  const documents = useWords('documents');
  const words = useErrorWords();
  const audiences = useAudiences();
  const save = useCommand('view.save');
  const [{ name, audience, tried }, setForm] = useState({
    name: question.text.slice(0, 100),
    audience: '',
    tried: false,
  });
  const change = (patch: { name?: string; audience?: string; tried?: boolean }) =>
    setForm((before) => ({ ...before, ...patch }));
  const send = async () => {
    change({ tried: true });
    const given = name.trim();
    if (given === '') return;
    const order = { id: null, page: searchViews, name: given, settings: { ...question }, position: 0 };
    if (!(await save.run({ ...order, audience: audience || null }))) return;
    useToasts.getState().show({ tone: 'done', title: t('savedDone'), object: given });
    onClose();
  };
  return (
    <Dialog opened title={t('save')} onClose={onClose} width={420}>
      <form onSubmit={(event) => void [event.preventDefault(), send()]}>
        <TextField
          autoFocus
          label={t('saveName')}
          maxLength={100}
          value={name}
          error={tried && name.trim() === '' ? t('saveNameEmpty') : undefined}
          onChange={(next) => change({ name: next })}
        />
        {audiences.length > 1 && (
          <SelectField
            label={documents('viewAudience')}
            choices={audiences}
            value={audience}
            onChange={(next) => change({ audience: next ?? '' })}
          />
        )}
        {save.error && <Note tone="red" title={words(save.error)} />}
        <div className={dialog['actions']}>
          <ActionButton type="submit" variant="filled" busy={save.busy}>
            {documents('saveChanges')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
