import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/diagnostics/diagnostics.module.css';
import { DiagnosticsView } from '#renderer/pages/diagnostics/diagnostics-view.tsx';

/** The bundle for IT as a page of its own, reached from the settings and the palette. */
export function DiagnosticsPage() {
  const t = useWords('diagnostics');
  return (
    <Sheet>
      <PageHeader title={t('title')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['page']} tabIndex={0} aria-label={t('title')}>
        <DiagnosticsView />
      </section>
    </Sheet>
  );
}
