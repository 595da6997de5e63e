import { IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { Note } from '#renderer/components/note.tsx';
import css from '#renderer/pages/ticket/dialogs.module.css';

export interface DialogChoice {
  id: string;
  content: ReactNode;
  /** What stands at the right: the load, the number of tickets. */
  end?: ReactNode;
  /** As it is now. */
  current?: boolean;
}

/** One of a few: a press or Enter does it at once; arrows go through them. */
export function ChooseDialog(props: {
  title: string;
  lead?: string;
  choices: readonly DialogChoice[];
  empty?: string;
  error: string | null;
  onChoose: (id: string) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const next = buttons[(at + step + buttons.length) % buttons.length];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const first = props.choices.findIndex((one) => !one.current);
  return (
    <Dialog opened title={props.title} onClose={props.onClose} width={460}>
      {props.lead && <p className={css['lead']}>{props.lead}</p>}
      {props.children}
      <ul className={css['choices']} onKeyDown={move} aria-label={props.title}>
        {props.choices.map((choice, index) => (
          <li key={choice.id}>
            <button
              type="button"
              className={css['choice']}
              aria-current={choice.current || undefined}
              data-autofocus={index === first || undefined}
              onClick={() => props.onChoose(choice.id)}
            >
              <span className={css['content']}>{choice.content}</span>
              {choice.end && <span className={css['end']}>{choice.end}</span>}
              {choice.current && <IconCheck size={16} stroke={1.8} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
      {props.choices.length === 0 && props.empty && <p className={css['lead']}>{props.empty}</p>}
      {props.error && <Note tone="red" title={props.error} />}
    </Dialog>
  );
}
