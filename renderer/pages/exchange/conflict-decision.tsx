import { useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { StatusPill } from '#renderer/components/status.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import { type Choices, decidedCount, valuesOf } from '#renderer/pages/exchange/conflict-choices.ts';
import { ConflictField } from '#renderer/pages/exchange/conflict-field.tsx';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { ConflictLine } from '#shared/queries/exchange.ts';

/** One conflict field by field: what was, what the author wants, what stands in the centre, or a wording of one's own. */
export function ConflictDecision(props: {
  line: ConflictLine;
  choices: Choices;
  onChoose: (choices: Choices) => void;
  onLater: () => void;
}) {
  const { line, choices } = props;
  const { conflict } = line;
  const t = useWords('exchange');
  const words = useErrorWords();
  const navigate = useNavigate();
  const clock = useClock();
  const resolve = useCommand('conflict.resolve');
  const me = useSession((session) => session.state?.user?.id);
  const today = clock.today();
  const total = conflict.fields.length;
  const done = decidedCount(conflict.fields, choices, today);
  const save = async () => {
    const values = valuesOf(conflict.fields, choices, today);
    if (!values) return;
    const reply = await resolve.run({ id: conflict.id, choices: values });
    if (reply)
      useToasts.getState().show({ tone: 'done', title: t('decisionSaved'), object: line.objectTitle?.slice(0, 60) });
  };
  const latest = useRef(save);
  latest.current = save;
  useShortcuts(useMemo(() => [{ keys: 'Ctrl+Enter', whileTyping: true, run: () => void latest.current() }], []));

  const mine = conflict.authorId === me;
  const when = clock.moment(conflict.occurredAt);
  const author = line.authorName ?? '…';
  const theirs =
    line.theirsName && conflict.theirsAt !== null
      ? { who: line.theirsName, theirsWhen: clock.moment(conflict.theirsAt) }
      : null;
  const story = theirs
    ? mine
      ? t('storyMine', { when, ...theirs })
      : t('storyOther', { when, author, ...theirs })
    : mine
      ? t('storyMineUnknown', { when })
      : t('storyOtherUnknown', { when, author });
  const address =
    conflict.objectEntity === 'document'
      ? `/documents/${conflict.objectId}`
      : conflict.objectEntity === 'counterparty'
        ? `/counterparties/${conflict.objectId}`
        : null;
  return (
    <section className={css['desk']} aria-label={line.objectTitle ?? t('conflict')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={t('conflict')}>
        <div className={css['tag']}>
          <StatusPill status="conflict" />
          {line.objectNumber && <RegistrationNumber number={line.objectNumber} plain />}
          {address && <LinkButton onClick={() => navigate(address)}>{t('openRecord')}</LinkButton>}
        </div>
        <h2 className={css['title']}>{line.objectTitle ?? t('conflict')}</h2>
        <p className={css['story']}>
          {story} {t('needChoice', { count: total })}
        </p>
        <div className={css['fields']}>
          <div className={css['captions']} aria-hidden="true">
            <span>{t('columnField')}</span>
            <span>{t('columnWas')}</span>
            <span>{mine ? t('columnMine') : t('columnAuthor')}</span>
            <span>{t('columnCentre')}</span>
          </div>
          {conflict.fields.map((field) => (
            <ConflictField
              key={field.field}
              line={line}
              field={{ field: field.field, base: field.base, mine: field.mine, theirs: field.theirs }}
              choice={choices[field.field]}
              onChoose={(choice) => props.onChoose({ ...choices, [field.field]: choice })}
              mineLabel={mine ? t('columnMine') : t('columnAuthor')}
            />
          ))}
        </div>
        <Merged line={line} />
        {resolve.error && <Note tone="red" title={words(resolve.error)} />}
      </section>
      <footer className={css['foot']}>
        <span role="status">{t('decided', { done, total })}</span>
        <span>
          <ActionButton variant="subtle" onClick={props.onLater}>
            {t('later')}
          </ActionButton>
          <ActionButton
            variant="filled"
            keys={['Ctrl', '↵']}
            busy={resolve.busy}
            reason={done < total ? t('decideRest') : undefined}
            onClick={() => void save()}
          >
            {t('saveDecision')}
          </ActionButton>
        </span>
      </footer>
    </section>
  );
}

/** What both sides changed and was brought together by rule. */
function Merged({ line }: { line: ConflictLine }) {
  const t = useWords('exchange');
  const record = useWords('record');
  const { fieldName, value } = useFieldWords();
  const { merged } = line.conflict;
  if (merged.length === 0) return null;
  return (
    <details className={css['merged']} open>
      <summary>{t('mergedSelf', { count: merged.length })}</summary>
      <ul>
        {merged.map((one) => (
          <li key={one.field}>
            {record('changeOnly', { field: fieldName(one.field), to: value(one.field, one.value, line.names) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
