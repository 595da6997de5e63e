import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/print/print.module.css';

/** What will come out beside what can be chosen about it, and under both the actions; Enter is the last of them. */
export function PaneForm(props: {
  preview: ReactNode;
  /** What is chosen about it. */
  children: ReactNode;
  /** Why the last action was refused. */
  error: string | null;
  actions: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
}) {
  const common = useWords('common');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <div className={css['room']}>
        {props.preview}
        <div className={css['settings']}>
          {props.children}
          {props.error && <Note tone="red" title={props.error} />}
        </div>
      </div>
      <div className={dialog['actions']}>
        <ActionButton variant="subtle" onClick={props.onClose}>
          {common('close')}
        </ActionButton>
        {props.actions}
      </div>
    </form>
  );
}
