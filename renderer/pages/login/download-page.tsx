import { ProgressLine } from '#renderer/components/progress-line.tsx';
import { Logo } from '#renderer/frame/logo.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/login/login.module.css';
import { useSession } from '#renderer/state/session.ts';

/** The first exchange of a fresh workstation: how far it is. */
export function DownloadPage() {
  const t = useWords('session');
  const download = useSession((session) => session.state?.download);
  return (
    <main className={css['desk']}>
      <section className={css['card']} data-wide>
        <header className={css['head']}>
          <Logo size={28} />
          <h1 className={css['title']}>{t('firstExchange')}</h1>
        </header>
        <ProgressLine
          title={t('receiving')}
          done={download?.done ?? 0}
          total={download?.total ?? 0}
          hint={t('receivingHint')}
        />
      </section>
    </main>
  );
}
