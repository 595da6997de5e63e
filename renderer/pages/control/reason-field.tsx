import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** Why something is done: words that may not be left out, which is said once it was `tried` without them. */
export function ReasonField(props: {
  value: string;
  onChange: (value: string) => void;
  tried: boolean;
  /** What to say instead of the usual sentence. */
  empty?: string | undefined;
  autoFocus?: boolean;
}) {
  const t = useWords('control');
  const { tried, empty = t('reasonEmpty'), ...field } = props;
  const error = tried && !props.value.trim() ? empty : undefined;
  return <TextField {...field} label={t('reason')} error={error} maxLength={2_000} rows={2} required />;
}
