import { IconCircleCheckFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Definition } from '#renderer/pages/document/form-values.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import type { Choices } from '#renderer/pages/exchange/conflict-choices.ts';
import { ConflictDecision } from '#renderer/pages/exchange/conflict-decision.tsx';
import { disputedOf } from '#renderer/pages/exchange/disputed-fields.ts';
import page from '#renderer/pages/exchange/exchange.module.css';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { namedAfter } from '#renderer/pages/exchange/named-after.ts';
import { useCardWords } from '#renderer/pages/exchange/use-card-words.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { useSession } from '#renderer/state/session.ts';
import type { ConflictLine } from '#shared/queries/exchange.ts';

const MOST = 200;

/** Two truths about the same field: one line each at the left, the choice at the right. */
export function ConflictDesk() {
  const t = useWords('exchange');
  const navigate = useNavigate();
  const { data, error, refresh } = useQuery('conflict.list', { state: 'open', limit: MOST });
  const resolved = useQuery('conflict.list', { state: 'resolved', limit: MOST }).data?.length ?? 0;
  const [selected, setSelected] = useState<string | null>(null);
  // What has been chosen stays while another conflict is looked at.
  const [choices, setChoices] = useState<Readonly<Record<string, Choices>>>({});
  const definitions = useDefinitions();
  const words = useFieldWords(definitions);
  if (!data) return <Failed error={error} onRetry={refresh} />;
  const place = Math.max(
    0,
    data.findIndex((line) => line.conflict.id === selected),
  );
  const chosen = data[place];
  if (!chosen) {
    return (
      <EmptyState title={t('noConflicts')} text={t('noConflictsText')}>
        {resolved > 0 && <p className={css['quiet']}>{t('resolvedCount', { count: resolved })}</p>}
      </EmptyState>
    );
  }
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = ['ArrowDown', 'KeyJ'].includes(event.code) ? 1 : ['ArrowUp', 'KeyK'].includes(event.code) ? -1 : 0;
    const next = data[place + step];
    if (step === 0 || !next || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    setSelected(next.conflict.id);
    event.currentTarget.querySelectorAll<HTMLElement>('button')[place + step]?.focus();
  };
  const later = () => {
    const next = data[(place + 1) % data.length];
    if (next && data.length > 1) setSelected(next.conflict.id);
    else navigate('/documents');
  };
  return (
    <div className={page['body']}>
      <section className={css['side']} aria-label={t('conflictsList')} data-area="list">
        <p className={css['promise']}>{t('nothingLost')}</p>
        <ul className={css['items']} onKeyDown={move}>
          {data.map((line) => (
            <li key={line.conflict.id}>
              <Item
                line={line}
                current={line === chosen}
                onSelect={() => setSelected(line.conflict.id)}
                definitions={definitions}
                words={words}
              />
            </li>
          ))}
        </ul>
        {resolved > 0 && (
          <p className={css['sideFoot']}>
            <IconCircleCheckFilled size={14} aria-hidden="true" /> {t('resolvedCount', { count: resolved })}
          </p>
        )}
      </section>
      <ConflictDecision
        key={chosen.conflict.id}
        line={chosen}
        choices={choices[chosen.conflict.id] ?? {}}
        onChoose={(next) => setChoices((before) => ({ ...before, [chosen.conflict.id]: next }))}
        onLater={later}
      />
    </div>
  );
}

function Item(props: {
  line: ConflictLine;
  current: boolean;
  onSelect: () => void;
  definitions: readonly Definition[];
  words: ReturnType<typeof useFieldWords>;
}) {
  const { line, current, onSelect, definitions, words } = props;
  const t = useWords('exchange');
  const me = useSession((session) => session.state?.user?.id);
  const { conflict, objectTitle, objectNumber, authorName, names } = line;
  const disputed = disputedOf(conflict, definitions);
  const first = disputed.find((one) => one.byItself === null) ?? disputed[0];
  const about = useCardWords()(conflict.objectEntity);
  // Typed words are quoted, or the sentence around them falls apart.
  const said = (side: unknown): string => {
    const text = short(words.value(first?.field ?? '', side, names, conflict.objectEntity));
    const typed = first?.kind === 'text' && typeof side === 'string' && /\p{L}/u.test(side);
    return typed && !text.includes('«') ? t('quoted', { text }) : text;
  };
  const told = first && {
    field: words.fieldNameIn(namedAfter(line), first.field),
    mine: said(first.mine),
    theirs: said(first.theirs),
  };
  const rest = disputed.length - 1;
  return (
    <button type="button" className={css['item']} aria-current={current} onClick={onSelect}>
      <StatusGlyph status="conflict" />
      <span>
        <b>{objectTitle ?? t('conflict')}</b>
        {told &&
          (conflict.authorId === me
            ? t('yoursAndCentre', told)
            : t('ofAndCentre', { ...told, who: authorName ?? '…' }))}
        <br />
        <span className={css['quiet']}>
          {objectNumber ?? about}
          {rest > 0 && ` · ${t('moreFields', { count: rest })}`}
        </span>
      </span>
    </button>
  );
}

/** One line of at most sixty characters. */
const short = (text: string): string => oneLine(text.replaceAll('\n', ' '));
const oneLine = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
