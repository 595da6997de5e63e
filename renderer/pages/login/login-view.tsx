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
  busy: boolean;
  error?: string | undefined;
  offline: boolean;
  onChoose: (id: string) => void;
  onPassword: (login: string, password: string) => void;
}

/** Who is at the window. A demo profile offers its people; everybody else types login and password. */
export function LoginView(props: LoginViewProps) {
  const t = useWords('session');
  const demo = props.accounts.length > 0;
  const [byPassword, setByPassword] = useState(!demo);
  return (
    <main className={css['desk']}>
      <section className={css['card']} data-wide={!byPassword || undefined}>
        <header className={css['head']}>
          <Logo size={28} />
          <h1 className={css['title']}>{byPassword ? t('title') : t('demoTitle')}</h1>
        </header>
        {props.offline && <Note tone="amber" title={t('offline')} />}
        {props.error && <Note tone="red" title={props.error} />}
        {byPassword ? <PasswordForm busy={props.busy} onPassword={props.onPassword} /> : <People {...props} />}
        {demo && (
          <footer className={css['foot']}>
            {!byPassword && <span>{t('demoHint')}</span>}
            <LinkButton onClick={() => setByPassword(!byPassword)}>
              {byPassword ? t('byDemo') : t('byPassword')}
            </LinkButton>
          </footer>
        )}
      </section>
    </main>
  );
}

function People({ accounts, busy, onChoose }: LoginViewProps) {
  return (
    <ul className={css['people']}>
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
}: {
  busy: boolean;
  login?: string;
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
        {given === undefined ? t('signIn') : t('unlock')}
      </ActionButton>
    </form>
  );
}
