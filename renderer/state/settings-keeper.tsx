import { useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { followChoices, keepSettings, restoreSettings } from '#renderer/state/settings.ts';

/** Shows the window once it looks as this workstation remembers, and remembers what changes. */
export function SettingsKeeper({ children }: { children: ReactNode }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [ready, setReady] = useState(false);
  const setScheme = useRef(setColorScheme);
  useEffect(() => {
    let stop: (() => void) | undefined;
    restoreSettings(setScheme.current)
      .catch(console.error)
      .finally(() => {
        stop = followChoices();
        setReady(true);
      });
    return () => stop?.();
  }, []);
  const written = useRef<string | null>(null);
  useEffect(() => {
    if (!ready) return;
    if (written.current !== null && written.current !== colorScheme) keepSettings({ scheme: colorScheme });
    written.current = colorScheme;
  }, [ready, colorScheme]);
  return ready ? children : null;
}
