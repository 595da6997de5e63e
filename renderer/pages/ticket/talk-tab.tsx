import { type Ref, useState } from 'react';
import { Segmented } from '#renderer/components/segmented.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { Composer, type ComposerHandle } from '#renderer/pages/ticket/composer.tsx';
import { Talk } from '#renderer/pages/ticket/talk.tsx';
import css from '#renderer/pages/ticket/ticket.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { TwoTimes } from '#renderer/pages/ticket/two-times.tsx';
import type { TicketActions } from '#renderer/pages/ticket/use-ticket-actions.tsx';

/** Everything that was said and that happened, and the place to answer under it. */
export function TalkTab(props: { facts: TicketFacts; actions: TicketActions; composer: Ref<ComposerHandle> }) {
  const { facts, actions } = props;
  const t = useWords('talk');
  const [words, setWords] = useState<'all' | 'words'>('all');
  const answers = facts.may.desk || facts.may.own;
  return (
    <div className={css['talkTab']}>
      <h2 className="op-hidden">{t('title')}</h2>
      <div className={css['talkHead']}>
        <Segmented
          label={t('shown')}
          value={words}
          choices={[
            { value: 'all', label: t('everything') },
            { value: 'words', label: t('onlyWords') },
          ]}
          onChange={setWords}
        />
      </div>
      <div className={css['talkLines']}>
        <TwoTimes facts={facts} />
        {facts.twoTimes && <div className={css['gap']} />}
        <Talk facts={facts} wordsOnly={words === 'words'} />
      </div>
      {answers && (
        <div className={css['talkFoot']}>
          <Composer
            facts={facts}
            ref={props.composer}
            onTime={() => actions.open('time')}
            onResolve={() => actions.open('resolve')}
          />
        </div>
      )}
    </div>
  );
}
