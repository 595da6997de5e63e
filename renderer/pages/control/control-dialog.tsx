import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/control/control.module.css';

/** A dialog of a few fields and one action; a wrong field takes the focus when it is pressed. `send` answers whether all was well. */
export function ControlDialog(props: {
  title: string;
  lead?: string;
  action: string;
  danger?: boolean;
  busy: boolean;
  error: CoreError | null;
  send: () => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
}) {
  const common = useWords('common');
  const words = useErrorWords();
  const send = async (fields: HTMLFormElement) => {
    if (await props.send()) props.onClose();
    else requestAnimationFrame(() => fields.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <Dialog opened title={props.title} onClose={props.onClose} width={460}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        {props.lead && <p className={css['lead']}>{props.lead}</p>}
        {props.children}
        {props.error && <Note tone="red" title={words(props.error)} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton type="submit" variant={props.danger ? 'danger' : 'filled'} busy={props.busy}>
            {props.action}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
