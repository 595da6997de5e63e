import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** A new passphrase is not shorter than this. */
const shortest = 8;

/** A passphrase that is being chosen, typed twice: nothing else opens the data. */
export interface Chosen {
  phrase: string;
  again: string;
  /** Told once it has been sent. */
  problem: 'short' | 'differs' | null;
}

export const noPhrase: Chosen = { phrase: '', again: '', problem: null };

/** What is wrong with it; null when it may be used. */
export function problemOf({ phrase, again }: Chosen): Chosen['problem'] {
  if (phrase.length < shortest) return 'short';
  return phrase === again ? null : 'differs';
}

/** The two fields of a new passphrase. */
export function NewPassphrase(props: { chosen: Chosen; autoFocus?: boolean; onChange: (chosen: Chosen) => void }) {
  const t = useWords('recovery');
  const { chosen, onChange } = props;
  const short = chosen.problem === 'short';
  return (
    <>
      <TextField
        label={t('newPassphrase')}
        type="password"
        value={chosen.phrase}
        onChange={(phrase) => onChange({ ...chosen, phrase, problem: null })}
        error={short ? t('passphraseShort') : undefined}
        hint={short ? undefined : t('newPassphraseHint')}
        autoFocus={props.autoFocus ?? false}
        autoComplete="new-password"
      />
      <TextField
        label={t('passphraseAgain')}
        type="password"
        value={chosen.again}
        onChange={(again) => onChange({ ...chosen, again, problem: null })}
        error={chosen.problem === 'differs' ? t('passphraseDiffers') : undefined}
        autoComplete="new-password"
      />
    </>
  );
}
