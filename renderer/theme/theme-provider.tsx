import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from '#renderer/theme/mantine-theme.ts';
import { cssVariablesResolver } from '#renderer/theme/mantine-variables.ts';
import { getStyleNonce } from '#renderer/theme/nonce.ts';

/** The key that public/scheme.js reads before the first paint. */
const colorSchemeManager = localStorageColorSchemeManager({ key: 'opora-scheme' });

/** Gives the window its looks; `auto` follows the system. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={getStyleNonce}
    >
      {children}
    </MantineProvider>
  );
}
