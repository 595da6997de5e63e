import { type ReactNode, useMemo, useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { PartyFields } from '#renderer/pages/counterparty/party-fields.tsx';
import { faultsOf, type PartyDraft } from '#renderer/pages/counterparty/party-form.ts';

/** The form of a counterparty with its buttons: checked on leaving a field and again on saving, with the focus on the first error. */
export function PartyEditor(props: {
  title: string;
  first: PartyDraft;
  ownId: string | null;
  busy: boolean;
  error: CoreError | null;
  note?: ReactNode;
  onSave: (draft: PartyDraft) => void;
  onCancel: () => void;
}) {
  const t = useWords('common');
  const words = useErrorWords();
  const [draft, setDraft] = useState(props.first);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = () => {
    setTried(true);
    if (Object.keys(faultsOf(draft)).length === 0) props.onSave(draft);
    // The errors are there only after this press has been drawn.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const latest = useRef({ save, cancel: props.onCancel });
  latest.current = { save, cancel: props.onCancel };
  useShortcuts(
    useMemo(
      () => [
        { keys: 'Ctrl+S', whileTyping: true, run: () => latest.current.save() },
        { keys: 'Ctrl+Enter', whileTyping: true, run: () => latest.current.save() },
        { keys: 'Esc', whileTyping: true, run: () => latest.current.cancel() },
      ],
      [],
    ),
  );
  return (
    <Sheet>
      <PageHeader title={props.title} />
      <form
        ref={form}
        className={css['form']}
        aria-label={props.title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {props.note}
        {props.error && <Note tone="red" title={words(props.error)} />}
        <PartyFields draft={draft} onChange={setDraft} tried={tried} ownId={props.ownId} />
        {/* Enter in a field saves. */}
        <button type="submit" hidden />
      </form>
      <footer className={css['foot']}>
        <ActionButton variant="filled" keys={['Ctrl', 'S']} busy={props.busy} onClick={save}>
          {t('save')}
        </ActionButton>
        <ActionButton variant="subtle" keys={['Esc']} onClick={props.onCancel}>
          {t('cancel')}
        </ActionButton>
      </footer>
    </Sheet>
  );
}
