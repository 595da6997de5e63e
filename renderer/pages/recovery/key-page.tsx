import { IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { GroupFields } from '#renderer/pages/recovery/group-fields.tsx';
import css from '#renderer/pages/recovery/recovery.module.css';
import { RecoveryCard } from '#renderer/pages/recovery/recovery-card.tsx';
import { when } from '#renderer/pages/recovery/when.ts';
import { useSession } from '#renderer/state/session.ts';
import type { RecoveryReplies } from '#shared/ipc/recovery-channels.ts';
import { groupCount } from '#shared/lib/recovery-groups.ts';

/** Two different groups, drawn anew each time: a sheet that was not looked at does not answer. */
function draw(): [number, number] {
  const first = Math.floor(Math.random() * groupCount);
  const second = (first + 1 + Math.floor(Math.random() * (groupCount - 1))) % groupCount;
  return first < second ? [first, second] : [second, first];
}

/** The recovery key as a sheet to be printed, and the check that somebody has it. `onClose`: back to where it was opened from. */
export function RecoveryKeyPage({ onClose }: { onClose?: () => void }) {
  const t = useWords('recovery');
  const words = useErrorWords();
  const [key, setKey] = useState<RecoveryReplies['recovery.key'] | null>(null);
  const [asked] = useState(draw);
  const [typed, setTyped] = useState(['', '']);
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const read = useAction(async () => setKey(await ask('recovery.key', {})));
  const look = async () => useSession.getState().take(await ask('session.state', {}));
  const confirm = useAction(async () => {
    const answers = asked.map((group, at) => ({ group, text: typed[at] ?? '' }));
    const answer = await ask('recovery.confirm-key', { answers });
    if (!answer.ok) return setWrong(answer.wrong);
    await look();
    setKey(await ask('recovery.key', {}));
    onClose?.();
  });
  const later = useAction(async () => {
    await ask('recovery.later-key', {});
    await look();
  });
  const begin = read.run;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => void begin(), []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void confirm.run();
  };
  const foot = onClose ? (
    <LinkButton onClick={onClose}>{t('back')}</LinkButton>
  ) : (
    <LinkButton onClick={() => void later.run()}>{t('later')}</LinkButton>
  );
  return (
    <RecoveryCard title={t('keyTitle')} lead={t('keyLead')} foot={foot}>
      {read.error && <Note tone="red" title={words(read.error)} />}
      {key && <KeySheet keyFacts={key} />}
      {key && createPortal(<PrintedKey keyFacts={key} />, document.body)}
      {key && (
        <div className={css['actions']}>
          <ActionButton icon={<IconPrinter size={16} stroke={1.6} aria-hidden="true" />} onClick={() => window.print()}>
            {t('keyPrint')}
          </ActionButton>
          <span className={css['quiet']}>
            {key.confirmedAt === null ? t('notConfirmed') : t('confirmed', { when: when(key.confirmedAt) })}
          </span>
        </div>
      )}
      {key && (
        <form className={css['form']} onSubmit={send} noValidate>
          <GroupFields
            legend={t('confirmTitle')}
            numbers={asked}
            values={typed}
            wrong={wrong}
            onChange={(values) => {
              setTyped(values);
              setWrong([]);
            }}
          />
          {confirm.error && <Note tone="red" title={words(confirm.error)} />}
          <ActionButton type="submit" variant="filled" size="md" busy={confirm.busy}>
            {t('confirm')}
          </ActionButton>
        </form>
      )}
    </RecoveryCard>
  );
}

/** What is printed lies beside the window's own tree, which is not printed. */
function PrintedKey(props: { keyFacts: RecoveryReplies['recovery.key'] }) {
  return (
    <div className={css['printed']} data-print-key aria-hidden="true">
      <KeySheet {...props} />
    </div>
  );
}

/** A page that stays light, with nothing on it that could be taken for something else. */
function KeySheet({ keyFacts }: { keyFacts: RecoveryReplies['recovery.key'] }) {
  const t = useWords('recovery');
  return (
    <section className={css['paper']} aria-label={t('keyGroups')}>
      <p>
        <b>{t('keyTitle')}</b>
      </p>
      <ol className={css['keyGroups']}>
        {keyFacts.groups.map((group, at) => (
          <li key={group}>
            <span>{at + 1}</span>
            <code>{`${group.slice(0, 4)}-${group.slice(4)}`}</code>
          </li>
        ))}
      </ol>
      <p>
        {t('keyProfile')}: {keyFacts.profile} · {t('keyMade')}: {when(keyFacts.madeAt)}
      </p>
      <p>{t('keySheetHint')}</p>
    </section>
  );
}
