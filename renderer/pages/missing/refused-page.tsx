import { Note } from '#renderer/components/note.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/login/login.module.css';

/** The program could not open this workstation's data: what happened, and that nothing has been touched. */
export function RefusedPage({ refusal }: { refusal: CoreError }) {
  const t = useWords('frame');
  const words = useErrorWords();
  return (
    <main className={css['desk']}>
      <section className={css['card']}>
        <h1 className={css['title']}>{t('refusedTitle')}</h1>
        <Note tone="red" title={words(refusal)} code={refusal.code}>
          {t('refusedUntouched')}
        </Note>
      </section>
    </main>
  );
}
