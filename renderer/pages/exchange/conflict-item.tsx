import { IconCircleCheckFilled } from '@tabler/icons-react';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Definition } from '#renderer/pages/document/form-values.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import { disputedOf } from '#renderer/pages/exchange/disputed-fields.ts';
import { namedAfter } from '#renderer/pages/exchange/named-after.ts';
import { useCardWords } from '#renderer/pages/exchange/use-card-words.ts';
import type { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { useSession } from '#renderer/state/session.ts';
import type { ConflictLine } from '#shared/queries/exchange.ts';

/** One conflict in the list: of what, and in one line both sides, or who has decided it. */
export function ConflictItem(props: {
  line: ConflictLine;
  current: boolean;
  onSelect: () => void;
  definitions: readonly Definition[];
  words: ReturnType<typeof useFieldWords>;
}) {
  const { line, current, onSelect, definitions, words } = props;
  const t = useWords('exchange');
  const clock = useClock();
  const me = useSession((session) => session.state?.user?.id);
  const { conflict, objectTitle, objectNumber, authorName, names } = line;
  const isResolved = conflict.state === 'resolved';
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
  const sides = () => {
    if (!told || !first) return '';
    if (isResolved) return t('chosenLine', { field: told.field, chosen: said(first.chosen) });
    return conflict.authorId === me ? t('yoursAndCentre', told) : t('ofAndCentre', { ...told, who: authorName ?? '…' });
  };
  const rest = disputed.length - 1;
  const decided =
    isResolved && conflict.resolvedAt !== null
      ? ` · ${t('resolvedShort', { who: line.resolvedName ?? t('somebody'), when: clock.moment(conflict.resolvedAt) })}`
      : '';
  return (
    <button type="button" className={css['item']} aria-current={current} onClick={onSelect}>
      {isResolved ? <IconCircleCheckFilled size={16} data-done /> : <StatusGlyph status="conflict" />}
      <span>
        <b>{objectTitle ?? t('conflict')}</b>
        {sides()}
        <br />
        <span className={css['quiet']}>
          {objectNumber ?? about}
          {rest > 0 && ` · ${t('moreFields', { count: rest })}`}
          {decided}
        </span>
      </span>
    </button>
  );
}

/** One line of at most sixty characters. */
const short = (text: string): string => oneLine(text.replaceAll('\n', ' '));
const oneLine = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
