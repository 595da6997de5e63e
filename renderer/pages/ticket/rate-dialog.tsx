import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/dialogs.module.css';

const stars = [1, 2, 3, 4, 5] as const;

/** Five stars as one choice: arrows and digits work, each star is named. */
function Stars(props: { value: number | null; onChange: (value: number) => void }) {
  const t = useWords('queues');
  return (
    <fieldset className={css['stars']}>
      <legend className="op-hidden">{t('rating')}</legend>
      {stars.map((star) => (
        <label
          key={star}
          className={css['star']}
          data-on={(props.value ?? 0) >= star || undefined}
          title={t(`rate${star}`)}
        >
          <input
            type="radio"
            name="rating"
            className="op-hidden"
            checked={props.value === star}
            onChange={() => props.onChange(star)}
          />
          {(props.value ?? 0) >= star ? <IconStarFilled size={26} /> : <IconStar size={26} stroke={1.4} />}
          <span className="op-hidden">{t(`rate${star}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Whether it is settled, and how it was. The rating may be left out. */
export function RateDialog(props: {
  /** It is confirmed with it; otherwise only rated. */
  confirms: boolean;
  rating: number | null;
  busy: boolean;
  error: string | null;
  onDone: (rating: number | null, comment: string | null) => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useWords('queues');
  const [rating, setRating] = useState(props.rating);
  const [comment, setComment] = useState('');
  const send = async () => {
    if (!props.confirms && rating === null) return;
    if (await props.onDone(rating, comment.trim() || null)) props.onClose();
  };
  return (
    <FormDialog
      title={t(props.confirms ? 'confirmTitle' : 'rateTitle')}
      width={440}
      lead={t('rateLead')}
      action={t(props.confirms ? 'confirm' : 'rate')}
      reason={!props.confirms && rating === null ? t('rateChoose') : undefined}
      busy={props.busy}
      error={props.error}
      send={send}
      onClose={props.onClose}
    >
      <Stars value={rating} onChange={setRating} />
      <TextField label={t('rateComment')} value={comment} onChange={setComment} rows={2} maxLength={2_000} />
    </FormDialog>
  );
}
