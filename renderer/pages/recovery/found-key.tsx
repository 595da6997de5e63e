import { type FormEvent, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { allGroups, GroupFields, noGroups } from '#renderer/pages/recovery/group-fields.tsx';
import css from '#renderer/pages/recovery/recovery.module.css';
import type { RecoveryReport } from '#shared/ipc/recovery-channels.ts';

/** The key of data that was set aside has been found: what had not been sent goes back to the outbox. */
export function FoundKey({ stamp, onFound }: { stamp: string; onFound: () => void }) {
  const t = useWords('recovery');
  const words = useErrorWords();
  const [groups, setGroups] = useState(noGroups);
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [foreign, setForeign] = useState(false);
  const [report, setReport] = useState<RecoveryReport | null>(null);
  const bring = useAction(async () => {
    const answer = await ask('recovery.found-key', { stamp, groups });
    if (answer.ok) {
      setReport(answer.report);
      return onFound();
    }
    setWrong(answer.wrong);
    setForeign(answer.wrong.length === 0);
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void bring.run();
  };
  if (report)
    return (
      <Note tone="green" title={report.replayed > 0 ? t('foundDone', { count: report.replayed }) : t('foundNone')} />
    );
  return (
    <form className={css['form']} onSubmit={send} noValidate>
      <GroupFields
        legend={t('keyGroups')}
        hint={t('keyGroupsHint')}
        numbers={allGroups}
        values={groups}
        wrong={wrong}
        onChange={(values) => {
          setGroups(values);
          setWrong([]);
          setForeign(false);
        }}
      />
      {wrong.length > 0 && (
        <Note tone="red" title={t('groupsWrong', { numbers: wrong.map((one) => one + 1).join(', ') })} />
      )}
      {foreign && <Note tone="red" title={t('keyForeign')} />}
      {bring.error && <Note tone="red" title={words(bring.error)} />}
      <ActionButton type="submit" variant="filled" size="md" busy={bring.busy}>
        {t('foundDo')}
      </ActionButton>
    </form>
  );
}
