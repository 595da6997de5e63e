import { type FormEvent, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/recovery/recovery.module.css';
import { useSession } from '#renderer/state/session.ts';

/** A new passphrase is not shorter than this. */
export const shortest = 8;

/** The passphrase of the profile: typed to open it, or chosen (`fresh`). */
export function PassphraseForm(props: {
  fresh: boolean;
  action?: string;
  onPassphrase?: (passphrase: string) => void;
}) {
  const t = useWords('recovery');
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [differs, setDiffers] = useState(false);
  const use = useAction(async (passphrase: string) => {
    const answer = await ask('recovery.use-passphrase', { passphrase });
    useSession.getState().take(await ask('session.state', {}));
    if (!answer.ok) setWrong(t('key_WRONG_PASSPHRASE'));
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (props.fresh && typed.length < shortest) return setWrong(t('passphraseShort'));
    if (props.fresh && typed !== again) return setDiffers(true);
    if (typed === '') return;
    if (props.onPassphrase) props.onPassphrase(typed);
    else void use.run(typed);
  };
  return (
    <form className={css['form']} onSubmit={send} noValidate>
      <TextField
        label={t(props.fresh ? 'newPassphrase' : 'passphrase')}
        type="password"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setWrong(undefined);
        }}
        error={wrong}
        hint={props.fresh ? t('newPassphraseHint') : undefined}
        autoFocus
        autoComplete={props.fresh ? 'new-password' : 'current-password'}
      />
      {props.fresh && (
        <TextField
          label={t('passphraseAgain')}
          type="password"
          value={again}
          onChange={(text) => {
            setAgain(text);
            setDiffers(false);
          }}
          error={differs ? t('passphraseDiffers') : undefined}
          autoComplete="new-password"
        />
      )}
      <ActionButton type="submit" variant="filled" size="md" busy={use.busy}>
        {props.action ?? t(props.fresh ? 'setPassphrase' : 'openWithPassphrase')}
      </ActionButton>
    </form>
  );
}
