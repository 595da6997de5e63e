import type { ReactNode, Ref } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/form.module.css';
import { useSection } from '#renderer/state/place.ts';

/** The page around a form: title, notes, the fields, and the two buttons at the bottom that never scroll away. */
export function FormShell(props: {
  title: string;
  /** The section of the rail that is marked, and where leaving leads when nothing lies behind. */
  section: string;
  action: string;
  busy: boolean;
  error: CoreError | null;
  /** How many fields are wrong after a try to save. */
  wrong: number;
  draftFoundAt: number | null;
  keptAt: number | null;
  onSave: () => void;
  onDiscard: () => void;
  formRef: Ref<HTMLFormElement>;
  notes?: ReactNode;
  /** What the fields are filled in from; beside them where there is room, after them elsewhere. */
  side?: ReactNode;
  children: ReactNode;
}) {
  const t = useWords('form');
  const words = useErrorWords();
  const clock = useClock();
  const navigate = useNavigate();
  const location = useLocation();
  useSection(props.section);
  const back = () => (location.key === 'default' ? navigate(`/${props.section}`) : navigate(-1));
  const { onSave } = props;
  useShortcuts([
    { keys: 'Ctrl+S', whileTyping: true, run: onSave },
    { keys: 'Ctrl+Enter', whileTyping: true, run: onSave },
    { keys: 'Esc', whileTyping: true, run: () => leaveStep(back) },
  ]);
  return (
    <Sheet>
      <PageHeader title={props.title} />
      <form
        ref={props.formRef}
        className={css['body']}
        aria-label={props.title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <div className={css['sheet']} data-sided={Boolean(props.side) || undefined}>
          <div className={css['column']}>
            {props.draftFoundAt !== null && (
              <Note
                tone="ink"
                title={t('draftFound', { time: clock.moment(props.draftFoundAt) })}
                actions={<LinkButton onClick={props.onDiscard}>{t('discard')}</LinkButton>}
              >
                {t('draftFoundText')}
              </Note>
            )}
            {props.notes}
            {props.children}
          </div>
          {props.side && <div className={css['side']}>{props.side}</div>}
        </div>
      </form>
      <footer className={css['footer']}>
        <ActionButton variant="filled" keys={['Ctrl', 'S']} busy={props.busy} onClick={onSave}>
          {props.action}
        </ActionButton>
        <ActionButton variant="subtle" keys={['Esc']} onClick={back}>
          {t('cancel')}
        </ActionButton>
        {props.error && <Note tone="red" title={words(props.error)} />}
        {!props.error && props.wrong > 0 && (
          <span className={css['wrong']} role="alert">
            {t('errors', { count: props.wrong })}
          </span>
        )}
        <span className={css['kept']} role="status">
          {props.keptAt !== null && t('draftKept', { time: clock.time(props.keptAt) })}
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
