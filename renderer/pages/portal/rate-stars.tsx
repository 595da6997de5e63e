import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/portal/ticket-parts.module.css';
import { useRefusalWords } from '#renderer/pages/portal/use-refusal-words.ts';

const marks = [1, 2, 3, 4, 5] as const;

/** How it was, by one press: five stars that say what they mean. `given` is the rating there is; a press gives another one. */
export function RateStars(props: { id: string; given: number | null; onRated?: (rating: number) => void }) {
  const t = useWords('portal');
  const words = useRefusalWords();
  const confirm = useCommand('ticket.confirm');
  const [over, setOver] = useState<number | null>(null);
  const shown = over ?? props.given ?? 0;
  const rate = async (rating: number) => {
    if (await confirm.run({ id: props.id, rating, comment: null })) props.onRated?.(rating);
  };
  return (
    <div className={css['rate']}>
      <fieldset className={css['stars']} aria-label={t('rateLabel')}>
        {marks.map((mark) => (
          <button
            key={mark}
            type="button"
            className={css['star']}
            data-on={mark <= shown || undefined}
            aria-pressed={props.given === mark}
            aria-label={`${mark}: ${t(`rating_${mark}`)}`}
            onMouseEnter={() => setOver(mark)}
            onMouseLeave={() => setOver(null)}
            onFocus={() => setOver(mark)}
            onBlur={() => setOver(null)}
            onClick={() => void rate(mark)}
          >
            {mark <= shown ? (
              <IconStarFilled size={18} aria-hidden="true" />
            ) : (
              <IconStar size={18} stroke={1.6} aria-hidden="true" />
            )}
          </button>
        ))}
      </fieldset>
      <span className={css['rateWord']}>
        {shown > 0 ? t(`rating_${shown as (typeof marks)[number]}`) : t('rateLabel')}
      </span>
      {confirm.error && <Note tone="red" title={words(confirm.error)} />}
    </div>
  );
}
