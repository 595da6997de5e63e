import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { StatusPill } from '#renderer/components/status.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import { conflictAddress } from '#renderer/pages/exchange/addresses.ts';
import { BothVersions } from '#renderer/pages/exchange/both-versions.tsx';
import css from '#renderer/pages/exchange/conflict.module.css';
import { ConflictCaused } from '#renderer/pages/exchange/conflict-caused.tsx';
import { type Choices, choiceOf, decidedCount, valuesOf } from '#renderer/pages/exchange/conflict-choices.ts';
import { ConflictField } from '#renderer/pages/exchange/conflict-field.tsx';
import { ConflictFiles } from '#renderer/pages/exchange/conflict-files.tsx';
import { ConflictMerged } from '#renderer/pages/exchange/conflict-merged.tsx';
import { disputedOf, recordValues } from '#renderer/pages/exchange/disputed-fields.ts';
import { useCardWords } from '#renderer/pages/exchange/use-card-words.ts';
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
  onDecided: () => void;
  onPrint: () => void;
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
  const definitions = useDefinitions();
  const fieldWords = useFieldWords(definitions);
  const { data: facts } = useQuery('conflict.facts', { id: conflict.id });
  const fields = useMemo(() => disputedOf(conflict, definitions), [conflict, definitions]);
  const total = fields.length;
  const done = decidedCount(fields, choices, today);
  const desk = useRef<HTMLElement>(null);
  const save = async () => {
    // What stands in a field with a fault was not taken over: deciding now would write something else.
    const faulty = desk.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (faulty) return faulty.focus();
    const decided = valuesOf(fields, choices, today);
    if (!decided) return;
    const reply = await resolve.run({ id: conflict.id, choices: recordValues(conflict, decided) });
    if (!reply) return;
    useToasts.getState().show({ tone: 'done', title: t('decisionSaved'), object: line.objectTitle?.slice(0, 60) });
    props.onDecided();
  };
  const latest = useRef(save);
  latest.current = save;
  const byKey = () => {
    // A field takes over what was typed when it is left.
    const active = document.activeElement;
    if (active instanceof HTMLElement && desk.current?.contains(active)) flushSync(() => active.blur());
    void latest.current();
  };
  const pressed = useRef(byKey);
  pressed.current = byKey;
  useShortcuts(useMemo(() => [{ keys: 'Ctrl+Enter', whileTyping: true, run: () => pressed.current() }], []));

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
  const address = conflictAddress(line);
  const mineLabel = mine ? t('columnMine') : t('columnAuthor');
  const received =
    facts && facts.receivedAt !== null ? t('centreLearned', { time: clock.moment(facts.receivedAt) }) : null;
  const part = useCardWords()(conflict.objectEntity);
  return (
    <section className={css['desk']} ref={desk} aria-label={line.objectTitle ?? t('conflict')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={t('conflict')}>
        <div className={css['tag']}>
          <StatusPill status="conflict" />
          {line.objectNumber && <RegistrationNumber number={line.objectNumber} plain />}
          {address && <LinkButton onClick={() => navigate(address)}>{t('openRecord')}</LinkButton>}
          <span className={css['end']}>
            <IconButton label={t('print')} onClick={props.onPrint}>
              <IconPrinter size={16} stroke={1.6} />
            </IconButton>
          </span>
        </div>
        <h2 className={css['title']}>{line.objectTitle ?? t('conflict')}</h2>
        {part && <p className={css['quiet']}>{part}</p>}
        <p className={css['story']}>
          {story} {received} {t('needChoice', { count: total })}
        </p>
        <div className={css['fields']}>
          <div className={css['captions']} aria-hidden="true">
            <span>{t('columnField')}</span>
            <span>{t('columnWas')}</span>
            <span>{mineLabel}</span>
            <span>{t('columnCentre')}</span>
          </div>
          {fields.map((field) => (
            <ConflictField
              key={field.field}
              line={line}
              field={field}
              choice={choiceOf(field, choices)}
              onChoose={(choice) => props.onChoose({ ...choices, [field.field]: choice })}
              mineLabel={mineLabel}
              receivedAt={facts?.receivedAt ?? null}
              writer={facts?.theirs[field.field.split('.')[0] ?? field.field]}
              words={fieldWords}
            />
          ))}
        </div>
        {conflict.objectEntity === 'document' && (
          <ConflictCaused documentId={conflict.objectId} fields={fields} choices={choices} />
        )}
        <ConflictMerged line={line} facts={facts} mine={mine} words={fieldWords} />
        {line.documentId !== null && <ConflictFiles line={line} documentId={line.documentId} mineLabel={mineLabel} />}
        <BothVersions line={line} facts={facts} mineLabel={mineLabel} words={fieldWords} />
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
