import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { hostInfo } from '#renderer/api.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { CopyCode } from '#renderer/components/error-panel.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { Facts } from '#renderer/pages/recovery/facts.tsx';
import { KeyForm } from '#renderer/pages/recovery/key-form.tsx';
import { PassphraseForm } from '#renderer/pages/recovery/passphrase-form.tsx';
import css from '#renderer/pages/recovery/recovery.module.css';
import { RecoveryCard } from '#renderer/pages/recovery/recovery-card.tsx';
import type { Rescue } from '#renderer/pages/recovery/use-rescue.ts';
import { when } from '#renderer/pages/recovery/when.ts';
import type { Inspection, Trouble } from '#shared/ipc/recovery-channels.ts';

const reasons = [
  ...(['MISSING', 'OTHER_USER', 'FOREIGN', 'DAMAGED', 'UNREADABLE', 'NO_KEY_STORE', 'FIXED_PASSWORD'] as const),
  ...(['PASSPHRASE', 'NEW_PASSPHRASE', 'WRONG_PASSPHRASE'] as const),
];

type Way = 'passphrase' | 'key' | 'anew';

/** The key cannot be had: a passphrase, the recovery key, or a beginning without either. */
export function KeyTrouble(props: {
  trouble: Trouble;
  inspection: Inspection | null;
  act: Rescue;
  onDiagnostics: () => void;
}) {
  const { trouble, inspection, act } = props;
  const t = useWords('recovery');
  const words = useErrorWords();
  const reason = reasons.find((one) => one === trouble.details['reason']) ?? 'FOREIGN';
  const byPhrase = reason === 'PASSPHRASE' || reason === 'NEW_PASSPHRASE' || reason === 'WRONG_PASSPHRASE';
  const [chosen, setChosen] = useState<Way | null>(null);
  const sealed = inspection?.sealed ?? false;
  const way: Way | null = chosen ?? (byPhrase ? 'passphrase' : sealed ? 'key' : null);
  const { profile } = hostInfo();
  const title = byPhrase
    ? t(reason === 'NEW_PASSPHRASE' ? 'title_NEW_PASSPHRASE' : 'title_PASSPHRASE')
    : t(reason === 'MISSING' ? 'title_KEY_MISSING' : 'title_DATABASE_KEY');
  const needsPhrase = inspection?.keyHome === 'passphrase';
  const failed = act.anew.error ?? act.retry.error;
  const fresh = reason === 'NEW_PASSPHRASE';
  return (
    <RecoveryCard
      title={title}
      place={t('whose', { profile })}
      lead={`${byPhrase ? '' : `${t('text_DATABASE_KEY')} `}${t(way === 'anew' ? 'anewLead' : `key_${reason}`)}`}
      icon={<IconKey size={22} stroke={1.6} color="var(--op-amber)" aria-hidden="true" />}
      foot={
        <>
          <span className={css['links']}>
            {byPhrase && way !== 'passphrase' && (
              <LinkButton onClick={() => setChosen('passphrase')}>{t('passphrase')}</LinkButton>
            )}
            {sealed && way !== 'key' && <LinkButton onClick={() => setChosen('key')}>{t('haveKey')}</LinkButton>}
            {way !== 'anew' && !fresh && <LinkButton onClick={() => setChosen('anew')}>{t('noKey')}</LinkButton>}
            {!fresh && <LinkButton onClick={() => void act.retry.run()}>{t('orRetry')}</LinkButton>}
            {inspection && <LinkButton onClick={props.onDiagnostics}>{t('forIt')}</LinkButton>}
          </span>
          {/* Choosing a passphrase is no trouble that somebody would be asked about. */}
          {!fresh && <CopyCode code={`${trouble.code}_${reason}`} />}
        </>
      }
    >
      {failed && <Note tone="red" title={words(failed)} code={<CopyCode code={failed.told} />} />}
      {way === 'passphrase' && <PassphraseForm fresh={fresh} />}
      {way === 'key' && <KeyForm withPassphrase={needsPhrase} />}
      {way === 'anew' && inspection && (
        <Anew
          inspection={inspection}
          busy={act.anew.busy}
          needsPhrase={needsPhrase}
          onDo={(passphrase) => void act.anew.run(passphrase)}
        />
      )}
      {way === null && inspection && (
        <>
          <Facts inspection={inspection} />
          <div className={css['actions']}>
            <ActionButton variant="filled" size="md" busy={act.retry.busy} onClick={() => void act.retry.run()}>
              {t('do_retry')}
            </ActionButton>
          </div>
        </>
      )}
    </RecoveryCard>
  );
}

/** What stays and what does not, in figures, before anything is set aside. */
function Anew(props: {
  inspection: Inspection;
  busy: boolean;
  needsPhrase: boolean;
  onDo: (passphrase: string | null) => void;
}) {
  const t = useWords('recovery');
  const { size } = useFormats();
  const { journal } = props.inspection;
  const button = (
    <ActionButton variant="filled" size="md" busy={props.busy} onClick={() => props.onDo(null)}>
      {t('anewDo')}
    </ActionButton>
  );
  return (
    <>
      <Note tone="amber" title={t('anewTitle')}>
        {t('anewText')}
      </Note>
      <ul className={css['list']}>
        <li>{t('anewStays')}</li>
        <li>
          {t('anewGone')} {journal && t('anewFigures', { size: size(journal.bytes), when: when(journal.at ?? 0) })}
        </li>
        <li>{t('anewLater')}</li>
      </ul>
      {props.needsPhrase ? (
        <PassphraseForm fresh action={t('anewDo')} onPassphrase={props.onDo} />
      ) : (
        <div className={css['actions']}>{button}</div>
      )}
    </>
  );
}
