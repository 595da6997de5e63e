import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/composer.module.css';
import type { QueryResult } from '#shared/queries/registry.ts';

export type CannedReply = QueryResult<'desk.words'>['replies'][number];

/** Canned replies whose title or text holds the words, those whose title begins with them first. */
export function fittingReplies(replies: readonly CannedReply[], words: string): CannedReply[] {
  const rank = (one: CannedReply) => {
    const title = one.title.toLowerCase();
    return title.startsWith(words) ? 0 : title.includes(words) ? 1 : one.text.toLowerCase().includes(words) ? 2 : 3;
  };
  return replies
    .map((one) => ({ one, rank: rank(one) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.one.position - b.one.position)
    .map((entry) => entry.one)
    .slice(0, 8);
}

/** The open list of replies over the field: the field keeps the focus and names the active line. */
export function CannedList(props: {
  id: string;
  /** With their fields filled in. */
  previews: readonly { reply: CannedReply; text: string }[];
  active: number;
  onChoose: (reply: CannedReply) => void;
}) {
  const t = useWords('queues');
  if (props.previews.length === 0) return <p className={css['noReplies']}>{t('cannedNone')}</p>;
  return (
    <div role="listbox" id={props.id} className={css['replies']} aria-label={t('canned')}>
      {props.previews.map(({ reply, text }, index) => (
        // The field has the focus; its keys choose.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={reply.id}
          id={`${props.id}-${index}`}
          role="option"
          aria-selected={index === props.active}
          className={css['reply']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(reply)}
        >
          <b>{reply.title}</b>
          <span className="op-ellipsis">{text}</span>
        </div>
      ))}
    </div>
  );
}
