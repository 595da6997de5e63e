import { type FormEvent, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { NewPassphrase, noPhrase, problemOf } from '#renderer/pages/recovery/new-passphrase.tsx';
import css from '#renderer/pages/recovery/recovery.module.css';
import { useSession } from '#renderer/state/session.ts';

/** The passphrase of the profile: typed to open it, or chosen (`fresh`). */
export function PassphraseForm(props: {
  fresh: boolean;
  action?: string;
  onPassphrase?: (passphrase: string) => void;
}) {
  const t = useWords('recovery');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(noPhrase);
  const [wrong, setWrong] = useState<string | undefined>();
  const use = useAction(async (passphrase: string) => {
    const answer = await ask('recovery.use-passphrase', { passphrase });
    useSession.getState().take(await ask('session.state', {}));
    if (!answer.ok) setWrong(t('key_WRONG_PASSPHRASE'));
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const problem = props.fresh ? problemOf(chosen) : null;
    if (problem) return setChosen({ ...chosen, problem });
    const phrase = props.fresh ? chosen.phrase : typed;
    if (phrase === '') return;
    if (props.onPassphrase) props.onPassphrase(phrase);
    else void use.run(phrase);
  };
  return (
    <form className={css['form']} onSubmit={send} noValidate>
      {props.fresh ? (
        <NewPassphrase chosen={chosen} autoFocus onChange={setChosen} />
      ) : (
        <TextField
          label={t('passphrase')}
          type="password"
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setWrong(undefined);
          }}
          error={wrong}
          autoFocus
          autoComplete="current-password"
        />
      )}
      <ActionButton type="submit" variant="filled" size="md" busy={use.busy}>
        {props.action ?? t(props.fresh ? 'setPassphrase' : 'openWithPassphrase')}
      </ActionButton>
    </form>
  );
}
