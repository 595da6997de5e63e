import { type FormEvent, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { allGroups, GroupFields, noGroups } from '#renderer/pages/recovery/group-fields.tsx';
import { NewPassphrase, noPhrase, problemOf } from '#renderer/pages/recovery/new-passphrase.tsx';
import css from '#renderer/pages/recovery/recovery.module.css';
import { useSession } from '#renderer/state/session.ts';
import { readGroups } from '#shared/lib/recovery-groups.ts';

/** The recovery key opens the data; where keys are made of passphrases a new one is chosen with it. */
export function KeyForm({ withPassphrase }: { withPassphrase: boolean }) {
  const t = useWords('recovery');
  const words = useErrorWords();
  const [groups, setGroups] = useState(noGroups);
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [foreign, setForeign] = useState(false);
  const [chosen, setChosen] = useState(noPhrase);
  const use = useAction(async () => {
    const answer = await ask('recovery.use-key', { groups, ...(withPassphrase ? { passphrase: chosen.phrase } : {}) });
    if (answer.ok) return useSession.getState().take(await ask('session.state', {}));
    setWrong(answer.wrong);
    setForeign(answer.wrong.length === 0);
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = readGroups(groups);
    const problem = withPassphrase ? problemOf(chosen) : null;
    setChosen({ ...chosen, problem });
    if (!typed.ok) setWrong(typed.wrong);
    else if (problem === null) void use.run();
  };
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
      {use.error && <Note tone="red" title={words(use.error)} />}
      {withPassphrase && <NewPassphrase chosen={chosen} onChange={setChosen} />}
      <ActionButton type="submit" variant="filled" size="md" busy={use.busy}>
        {t('openWithKey')}
      </ActionButton>
    </form>
  );
}
