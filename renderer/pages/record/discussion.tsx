import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/record/record.module.css';

/** What people say to each other about a record, and the place to add to it unless the record is in the archive. */
export function Discussion(props: { entity: 'document' | 'counterparty'; id: string; archived: boolean }) {
  const { entity, id, archived } = props;
  const t = useWords('record');
  const clock = useClock();
  const words = useErrorWords();
  const { data } = useQuery('record.comments', { entity, id });
  const [text, setText] = useState('');
  const add = useCommand('comment.add');
  const send = async () => {
    if (!text.trim()) return;
    const reply = await add.run({ objectEntity: entity, objectId: id, text: text.trim() });
    if (reply) setText('');
  };
  return (
    <section aria-label={t('discussion')}>
      {data?.length === 0 && <p className={css['quiet']}>{t('discussionEmpty')}</p>}
      <ol className={css['lines']} aria-live="polite">
        {data?.map((line) => (
          <li key={line.id} className={css['line']}>
            <PersonAvatar id={line.authorId} name={line.authorName ?? t('someone')} decorative />
            <div>
              <div className={css['head']}>
                <b>{line.authorName ?? t('someone')}</b>
                <span className={css['quiet']}>{clock.moment(line.occurredAt)}</span>
              </div>
              <p className={css['words']}>{line.text}</p>
            </div>
          </li>
        ))}
      </ol>
      {archived ? (
        <p className={css['quiet']}>{t('discussionClosed')}</p>
      ) : (
        <form
          className={css['form']}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void send();
          }}
        >
          <TextField
            label={t('message')}
            value={text}
            onChange={setText}
            rows={2}
            maxLength={20_000}
            hint={t('messageHint')}
          />
          {add.error && <Note tone="red" title={words(add.error)} />}
          <ActionButton type="submit" keys={['Ctrl', '↵']} busy={add.busy}>
            {t('send')}
          </ActionButton>
        </form>
      )}
    </section>
  );
}
