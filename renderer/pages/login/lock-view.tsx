import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useFirstFocus } from '#renderer/components/use-first-focus.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/login/login.module.css';
import { PasswordForm } from '#renderer/pages/login/login-view.tsx';

export interface LockViewProps {
  person: { id: string; name: string; login: string };
  /** A demo person unlocks with one press. */
  demo: boolean;
  busy: boolean;
  error?: string | undefined;
  onUnlock: (login: string, password: string | null) => void;
  onOther: () => void;
}

/** The window is locked: nothing of the work is seen, the exchange goes on. */
export function LockView(props: LockViewProps) {
  const t = useWords('session');
  const { person } = props;
  const place = useFirstFocus<HTMLElement>();
  return (
    <main className={css['desk']} ref={place}>
      <section className={css['card']}>
        <header className={css['head']}>
          <PersonAvatar id={person.id} name={person.name} size={28} decorative />
          <div>
            <h1 className={css['title']}>{t('lockedTitle')}</h1>
            <p className={css['place']}>{person.name}</p>
          </div>
        </header>
        {props.error && <Note tone="red" title={props.error} />}
        {props.demo ? (
          <ActionButton
            variant="filled"
            size="md"
            busy={props.busy}
            autoFocus
            onClick={() => props.onUnlock(person.login, null)}
          >
            {t('unlock')}
          </ActionButton>
        ) : (
          <PasswordForm busy={props.busy} login={person.login} onPassword={props.onUnlock} />
        )}
        <footer className={css['foot']}>
          <span>{t('lockedHint')}</span>
          <LinkButton onClick={props.onOther}>{t('otherPerson')}</LinkButton>
        </footer>
      </section>
    </main>
  );
}
