import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '#renderer/theme/fonts.css';
import '#renderer/theme/tokens.css';
import '#renderer/theme/base.css';
import { createRoot } from 'react-dom/client';
import { connect } from '#renderer/api.ts';
import { App } from '#renderer/app.tsx';
import { startLanguage } from '#renderer/i18n/start.ts';
import { DeniedPage } from '#renderer/pages/missing/denied-page.tsx';
import { ThemeProvider } from '#renderer/theme/theme-provider.tsx';

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no root');
  await startLanguage();
  const root = createRoot(place);
  // The gallery shows components without a core; production builds do not contain it.
  if (import.meta.env.MODE !== 'production' && location.hash.startsWith('#/gallery')) {
    const { Gallery } = await import('#renderer/pages/gallery/start-gallery.tsx');
    root.render(
      <ThemeProvider>
        <Gallery />
      </ThemeProvider>,
    );
    return;
  }
  const shown = await connect().then(
    () => <App />,
    () => <DeniedPage />,
  );
  root.render(<ThemeProvider>{shown}</ThemeProvider>);
}

void start();
