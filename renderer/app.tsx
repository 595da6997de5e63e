import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { DirectoryProvider } from '#renderer/data/directory.tsx';
import { DownloadPage } from '#renderer/pages/login/download-page.tsx';
import { LockPage } from '#renderer/pages/login/lock-page.tsx';
import { LoginPage } from '#renderer/pages/login/login-page.tsx';
import { RefusedPage } from '#renderer/pages/missing/refused-page.tsx';
import { RecoveryKeyPage } from '#renderer/pages/recovery/key-page.tsx';
import { RecoveryPage } from '#renderer/pages/recovery/recovery-page.tsx';
import { router } from '#renderer/router.tsx';
import { followLink } from '#renderer/state/link.ts';
import { followRescue, useRecovery } from '#renderer/state/recovery.ts';
import { followSession, useSession } from '#renderer/state/session.ts';
import { SettingsKeeper } from '#renderer/state/settings-keeper.tsx';
import { keepToasts } from '#renderer/state/toast-keeper.ts';

/** The window after it has connected. */
export function App() {
  return (
    <SettingsKeeper>
      <Stage />
    </SettingsKeeper>
  );
}

/** Who is there decides what is shown. */
function Stage() {
  useEffect(followSession, []);
  useEffect(followLink, []);
  useEffect(keepToasts, []);
  useEffect(followRescue, []);
  const session = useSession((one) => one.state);
  const refusal = useSession((one) => one.refusal);
  const rescue = useRecovery((one) => one.running || one.outcome !== null);
  if (!session) return refusal ? <RefusedPage refusal={refusal} /> : null;
  if (rescue) return <RecoveryPage />;
  switch (session.stage) {
    case 'trouble':
      return <RecoveryPage />;
    case 'none':
      return <LoginPage />;
    case 'locked':
      return <LockPage />;
    case 'downloading':
      return <DownloadPage />;
    case 'open':
      if (session.keyDue) return <RecoveryKeyPage />;
      return (
        // Another person begins with a fresh window: nothing of the former one's filters or drafts is seen.
        <DirectoryProvider key={session.user?.id}>
          <RouterProvider router={router} />
        </DirectoryProvider>
      );
  }
}
