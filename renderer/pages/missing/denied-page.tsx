import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/login/login.module.css';

/** The window was opened without the program: there is nothing it may show. */
export function DeniedPage() {
  const t = useWords('frame');
  return (
    <main className={css['desk']}>
      <section className={css['card']}>
        <Note tone="amber" title={t('deniedTitle')}>
          {t('bridgeDenied')}
        </Note>
      </section>
    </main>
  );
}
