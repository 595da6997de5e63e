import { type FormEvent, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { Logo } from '#renderer/frame/logo.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/login/login.module.css';

export interface DemoAccount {
  id: string;
  name: string;
  /** «Бухгалтер, Новосибирск». */
  place: string;
}

export interface LoginViewProps {
  /** One-click people of a demo profile; empty elsewhere. */
  accounts: readonly DemoAccount[];
  /** People who have worked here: without a link only they can sign in. */
  known?: readonly { login: string; name: string }[];
  /** In a demo nobody knows a password: whoever has worked here signs in by one press, link or no link. */
  oneClick?: boolean;
  busy: boolean;
  error?: string | undefined;
  offline: boolean;
  onChoose: (id: string) => void;
  onPassword: (login: string, password: string) => void;
}

/** Who is at the window. A demo profile offers its people; everybody else types login and password. */
export function LoginView(props: LoginViewProps) {
  const t = useWords('session');
  const { known = [] } = props;
  const demo = props.accounts.length > 0;
  const [byPassword, setByPassword] = useState(!demo && known.length === 0);
  // Whose password is asked for; null: the login is typed too.
  const [person, setPerson] = useState<{ login: string; name: string } | null>(null);
  return (
    <main className={css['desk']}>
      <section className={css['card']} data-wide={(demo && !byPassword) || undefined}>
        <header className={css['head']}>
          <Logo size={28} />
          <h1 className={css['title']}>{person?.name ?? (demo && !byPassword ? t('demoTitle') : t('title'))}</h1>
        </header>
        {props.offline && <Note tone="amber" title={t('offline')} />}
        {props.error && <Note tone="red" title={props.error} />}
        {byPassword || person ? (
          <PasswordForm
            key={person?.login ?? ''}
            busy={props.busy}
            onPassword={props.onPassword}
            action={t('signIn')}
            {...(person ? { login: person.login } : {})}
          />
        ) : demo ? (
          <People accounts={props.accounts} busy={props.busy} onChoose={props.onChoose} />
        ) : (
          <>
            <p className={css['place']}>{t('knownHere')}</p>
            <People
              narrow
              accounts={known.map((one) => ({ id: one.login, name: one.name, place: one.login }))}
              busy={props.busy}
              onChoose={(login) =>
                props.oneClick ? props.onChoose(login) : setPerson(known.find((one) => one.login === login) ?? null)
              }
            />
          </>
        )}
        {(demo || known.length > 0) && (
          <footer className={css['foot']}>
            {demo && !byPassword && <span>{t('demoHint')}</span>}
            <LinkButton
              onClick={() => {
                setByPassword(person ? false : !byPassword);
                setPerson(null);
              }}
            >
              {byPassword || person ? t('byDemo') : t('byPassword')}
            </LinkButton>
          </footer>
        )}
      </section>
    </main>
  );
}

function People(props: Pick<LoginViewProps, 'accounts' | 'busy' | 'onChoose'> & { narrow?: boolean }) {
  const { accounts, busy, onChoose } = props;
  return (
    <ul className={css['people']} data-narrow={props.narrow || undefined}>
      {accounts.map((account) => (
        <li key={account.id}>
          <button type="button" className={css['person']} disabled={busy} onClick={() => onChoose(account.id)}>
            <PersonAvatar id={account.id} name={account.name} size={28} decorative />
            <span className={css['words']}>
              <b>{account.name}</b>
              <span className={css['place']}>{account.place}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Login and password, checked on sending with the focus on the first empty one. */
export function PasswordForm({
  busy,
  onPassword,
  login: given,
  action,
}: {
  busy: boolean;
  login?: string;
  /** Word on the button; «Разблокировать» for a person who is known. */
  action?: string;
  onPassword: (login: string, password: string) => void;
}) {
  const t = useWords('session');
  const [login, setLogin] = useState(given ?? '');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() && password) onPassword(login.trim(), password);
    else
      event.currentTarget.querySelector<HTMLInputElement>(login.trim() ? 'input[type="password"]' : 'input')?.focus();
  };
  return (
    <form className={css['form']} onSubmit={send} noValidate>
      {given === undefined && (
        <TextField
          label={t('login')}
          value={login}
          onChange={setLogin}
          autoFocus
          autoComplete="username"
          error={tried && !login.trim() ? t('loginEmpty') : undefined}
        />
      )}
      <TextField
        label={t('password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoFocus={given !== undefined}
        autoComplete="current-password"
        error={tried && !password ? t('passwordEmpty') : undefined}
      />
      <ActionButton type="submit" variant="filled" size="md" busy={busy}>
        {action ?? (given === undefined ? t('signIn') : t('unlock'))}
      </ActionButton>
    </form>
  );
}
