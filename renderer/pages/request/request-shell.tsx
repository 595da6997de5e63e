import type { ReactNode, Ref } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/request/request.module.css';
import { useSection } from '#renderer/state/place.ts';

/** The page around the form of a request: the fields, who will have it, and the buttons that never scroll away. */
export function RequestShell(props: {
  title: string;
  action: string;
  busy: boolean;
  /** Why it cannot be sent at all; the button is not there then. */
  closed?: boolean;
  /** The words of a refusal. */
  error: string | null;
  /** How many fields are wrong. */
  wrong: number;
  keptAt: number | null;
  onSend: () => void;
  formRef: Ref<HTMLFormElement>;
  side: ReactNode;
  children: ReactNode;
}) {
  const form = useWords('form');
  const clock = useClock();
  const navigate = useNavigate();
  const location = useLocation();
  useSection('tickets');
  const back = () => (location.key === 'default' ? navigate('/tickets') : navigate(-1));
  const send = () => {
    if (!props.closed) props.onSend();
  };
  useShortcuts([
    { keys: 'Ctrl+S', whileTyping: true, run: send },
    { keys: 'Ctrl+Enter', whileTyping: true, run: send },
    { keys: 'Esc', whileTyping: true, run: () => leaveStep(back) },
  ]);
  return (
    <Sheet>
      <PageHeader title={props.title} />
      <div className={css['page']}>
        <form
          ref={props.formRef}
          className={css['column']}
          aria-label={props.title}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          {props.children}
        </form>
        {props.side}
      </div>
      <footer className={css['footer']}>
        {!props.closed && (
          <ActionButton variant="filled" keys={['Ctrl', '↵']} busy={props.busy} onClick={send}>
            {props.action}
          </ActionButton>
        )}
        <ActionButton variant="subtle" keys={['Esc']} onClick={back}>
          {form('cancel')}
        </ActionButton>
        {props.error !== null && <Note tone="red" title={props.error} />}
        {props.error === null && props.wrong > 0 && (
          <span className={css['wrong']} role="alert">
            {form('errors', { count: props.wrong })}
          </span>
        )}
        <span className={css['kept']} role="status">
          {props.keptAt !== null && form('draftKept', { time: clock.time(props.keptAt) })}
        </span>
      </footer>
    </Sheet>
  );
}

/** Esc closes what is open, then leaves the field, then the form; what was typed stays as a draft. */
function leaveStep(back: () => void): unknown {
  const active = document.activeElement;
  if (active?.getAttribute('aria-expanded') === 'true') return false;
  if (active instanceof HTMLElement && active.matches('input, textarea')) return active.blur();
  return back();
}
