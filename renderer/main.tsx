import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '#renderer/theme/fonts.css';
import '#renderer/theme/tokens.css';
import '#renderer/theme/base.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { connect } from '#renderer/api.ts';
import { startLanguage } from '#renderer/i18n/start.ts';
import { DeniedPage } from '#renderer/pages/missing/denied-page.tsx';
import { announceStyleNonce } from '#renderer/theme/nonce.ts';
import { ThemeProvider } from '#renderer/theme/theme-provider.tsx';

async function start(): Promise<void> {
  // The content policy forbids making code from text; zod would try.
  z.config({ jitless: true });
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no root');
  announceStyleNonce();
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
  try {
    await connect();
  } catch {
    root.render(
      <ThemeProvider>
        <DeniedPage />
      </ThemeProvider>,
    );
    return;
  }
  // The router reads the address as soon as it is loaded, and until now the address held the token.
  const { App } = await import('#renderer/app.tsx');
  root.render(
    <ThemeProvider>
      <App />
    </ThemeProvider>,
  );
}

void start();
