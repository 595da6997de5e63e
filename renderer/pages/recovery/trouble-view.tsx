import { IconAlertTriangle } from '@tabler/icons-react';
import { hostInfo } from '#renderer/api.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { CopyCode } from '#renderer/components/error-panel.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Facts } from '#renderer/pages/recovery/facts.tsx';
import css from '#renderer/pages/recovery/recovery.module.css';
import { RecoveryCard } from '#renderer/pages/recovery/recovery-card.tsx';
import { SignIn } from '#renderer/pages/recovery/sign-in.tsx';
import type { Rescue } from '#renderer/pages/recovery/use-rescue.ts';
import type { Inspection, RecoveryStep, Trouble } from '#shared/ipc/recovery-channels.ts';

/** Damage, a full disk, another version, another window: what it is, what there is, and one step out of it. */
export function TroubleView(props: {
  trouble: Trouble;
  inspection: Inspection | null;
  /** What there is to be done is not known yet. */
  looks: boolean;
  act: Rescue;
  /** Whether the page of the sign-in stands here. */
  signsIn: boolean;
  onSignsIn: (signsIn: boolean) => void;
  onDiagnostics: () => void;
}) {
  const { trouble, inspection, act, signsIn, onSignsIn } = props;
  const t = useWords('recovery');
  const words = useErrorWords();
  const { profile, version } = hostInfo();
  // There is no work here that could go on without the centre.
  const refused = (error: CoreError) => (error.code === 'SERVER_UNREACHABLE' ? t('centreGone') : words(error));
  const place = trouble.person ? t('whosePerson', { name: trouble.person.fullName, profile }) : t('whose', { profile });
  if (signsIn && trouble.person)
    return (
      <SignIn
        person={trouble.person}
        busy={act.download.busy}
        error={act.download.error ? refused(act.download.error) : undefined}
        onSignIn={(login, password) => void act.download.run(login, password)}
        onBack={() => onSignsIn(false)}
      />
    );
  const [first = 'retry', ...others] = inspection?.steps ?? [];
  const run: Record<RecoveryStep, () => void> = {
    rescue: () => void act.rescue.run(),
    download: () => onSignsIn(true),
    settings: () => void act.mend.run(),
    retry: () => void act.retry.run(),
    key: () => undefined,
    anew: () => undefined,
  };
  const failed = act.rescue.error ?? act.download.error ?? act.mend.error ?? act.retry.error;
  const why = first === 'download' && inspection?.unsent === 0 && !inspection.journal ? 'download_all' : first;
  const waits = first === 'download' && inspection?.centre !== 'reachable';
  const folder = trouble.details['folder'];
  return (
    <RecoveryCard
      title={t(`title_${trouble.code}`)}
      place={place}
      lead={t(`text_${trouble.code}`, { version })}
      icon={<IconAlertTriangle size={22} stroke={1.6} color="var(--op-amber)" aria-hidden="true" />}
      foot={
        <>
          <span className={css['links']}>
            {others.includes('download') && <LinkButton onClick={run.download}>{t('orDownload')}</LinkButton>}
            {others.includes('rescue') && <LinkButton onClick={run.rescue}>{t('orRescue')}</LinkButton>}
            {others.includes('retry') && <LinkButton onClick={run.retry}>{t('orRetry')}</LinkButton>}
            {trouble.person && <LinkButton onClick={() => void act.leave.run()}>{t('otherPerson')}</LinkButton>}
            {inspection && <LinkButton onClick={props.onDiagnostics}>{t('forIt')}</LinkButton>}
          </span>
          <CopyCode code={trouble.code} />
        </>
      }
    >
      {typeof folder === 'string' && <p className={css['path']}>{folder}</p>}
      {inspection && <Facts inspection={inspection} />}
      {props.looks && <p className={css['quiet']}>{t('lookingFor')}</p>}
      {failed && <Note tone="red" title={refused(failed)} code={<CopyCode code={failed.told} />} />}
      <div className={css['step']} data-looks={props.looks || undefined}>
        <p>{waits ? t('why_download_wait') : t(`why_${why as 'rescue'}`)}</p>
        <ActionButton
          variant="filled"
          size="md"
          autoFocus={!props.looks}
          busy={act.retry.busy}
          {...(waits ? { reason: t('centre_unreachable') } : {})}
          onClick={run[first]}
        >
          {t(`do_${first as 'retry'}`)}
        </ActionButton>
      </div>
    </RecoveryCard>
  );
}
