import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import css from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';

const submitKeys = ['Ctrl', '↵'] as const;

/** A dialog of a few fields and one action that sends them. It stays open until whoever opened it takes it away. */
export function FormDialog(props: {
  title: string;
  width?: number;
  /** What it is about, or what it will cause. */
  lead?: string | undefined;
  action: string;
  danger?: boolean | undefined;
  /** Nothing has to be filled in: the action itself takes the focus. */
  focusAction?: boolean;
  /** Why the action cannot be pressed now. */
  reason?: string | undefined;
  /** Ctrl+Enter presses the action, also from a field of many lines. */
  withKeys?: boolean;
  busy: boolean;
  /** Why it was refused. */
  error?: string | null;
  /** Another action, apart from the two at the end. */
  aside?: ReactNode;
  /** Answers `false`, at once or later, when fields are wrong: then the first of them takes the focus. */
  send: () => unknown;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useWords('common');
  const send = async (fields: HTMLFormElement) => {
    if ((await props.send()) !== false) return;
    focusWrong(fields);
  };
  return (
    <Dialog opened title={props.title} onClose={props.onClose} {...(props.width ? { width: props.width } : {})}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (!props.withKeys || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        {props.lead && <p className={css['lead']}>{props.lead}</p>}
        {props.children}
        {props.error && <Note tone="red" title={props.error} />}
        <div className={css['actions']}>
          {props.aside && <span className={css['aside']}>{props.aside}</span>}
          <ActionButton variant="subtle" onClick={props.onClose}>
            {t('cancel')}
          </ActionButton>
          <ActionButton
            type="submit"
            variant={props.danger ? 'danger' : 'filled'}
            busy={props.busy}
            reason={props.reason}
            autoFocus={props.focusAction ?? false}
            {...(props.withKeys ? { keys: submitKeys } : {})}
          >
            {props.action}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

/** Faults of a press are shown when its button is let go: a frame or a few later. */
function focusWrong(fields: HTMLFormElement, frames = 10): void {
  requestAnimationFrame(() => {
    const wrong = fields.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else if (frames > 1) focusWrong(fields, frames - 1);
  });
}
