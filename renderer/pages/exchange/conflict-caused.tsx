import { Note } from '#renderer/components/note.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { causedBy } from '#renderer/pages/exchange/caused.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import type { Choices } from '#renderer/pages/exchange/conflict-choices.ts';
import type { DisputedField } from '#renderer/pages/exchange/disputed-fields.ts';

/** What saving will do to an approval under way, said before it is saved. */
export function ConflictCaused(props: { documentId: string; fields: readonly DisputedField[]; choices: Choices }) {
  const t = useWords('exchange');
  const clock = useClock();
  const { data } = useQuery('approval.view', { documentId: props.documentId });
  const caused = causedBy(data?.current ?? null, props.fields, props.choices, clock.today());
  if (!caused) return null;
  const told = { version: caused.versionNumber, people: caused.people.join(', ') };
  return (
    <section className={css['caused']} aria-label={t('causedTitle')} aria-live="polite">
      {caused.outcome === 'repeat' ? (
        <Note tone="amber" title={t('causedRepeat')}>
          {t('causedRepeatText', told)}
        </Note>
      ) : (
        <Note tone="ink" title={t('causedTitle')}>
          {t('causedKeep', told)}
        </Note>
      )}
    </section>
  );
}
