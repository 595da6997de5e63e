import { hostInfo } from '#renderer/api.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { demoPassword } from '#renderer/pages/login/demo-password.ts';
import { PasswordForm } from '#renderer/pages/login/login-view.tsx';
import { RecoveryCard } from '#renderer/pages/recovery/recovery-card.tsx';

/** The centre gives the data to the person it belongs to. */
export function SignIn(props: {
  person: { login: string; fullName: string };
  busy: boolean;
  error: string | undefined;
  onSignIn: (login: string, password: string) => void;
  onBack: () => void;
}) {
  const t = useWords('recovery');
  const { login, fullName } = props.person;
  return (
    <RecoveryCard
      narrow
      title={t('signInTitle')}
      lead={t('signInWhose', { name: fullName })}
      foot={<LinkButton onClick={props.onBack}>{t('back')}</LinkButton>}
    >
      {props.error && <Note tone="red" title={props.error} />}
      {hostInfo().demo ? (
        <ActionButton
          variant="filled"
          size="md"
          autoFocus
          busy={props.busy}
          onClick={() => props.onSignIn(login, demoPassword)}
        >
          {t('signInAs', { name: fullName })}
        </ActionButton>
      ) : (
        <PasswordForm
          busy={props.busy}
          login={login}
          action={t('signInAs', { name: fullName })}
          onPassword={props.onSignIn}
        />
      )}
    </RecoveryCard>
  );
}
