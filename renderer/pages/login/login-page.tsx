import { useEffect, useState } from 'react';
import { hostInfo } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { demoPassword } from '#renderer/pages/login/demo-password.ts';
import { LoginView } from '#renderer/pages/login/login-view.tsx';
import { useSession } from '#renderer/state/session.ts';
import { useSignIn } from '#renderer/state/sign-in.ts';
import type { DemoAccount } from '#shared/ipc/contract.ts';

const nobody: readonly { login: string; fullName: string }[] = [];

/** How often the centre is asked for the people of the demo while it does not answer, in milliseconds. */
const lookAgainAfter = 3_000;

/** Signing in: demo people in one press, others by password. Works offline for those who have worked here. */
export function LoginPage() {
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  const [asked, setAsked] = useState(!hostInfo().demo);
  const words = useErrorWords();
  const known = useSession((session) => session.state?.known) ?? nobody;
  const { run, busy, error } = useSignIn();
  const t = useWords('session');
  // Whoever signs in has no work yet that could go on without the centre.
  const why = error && (error.code === 'SERVER_UNREACHABLE' ? t('exchangeBroken') : words(error));
  useEffect(() => {
    if (!hostInfo().demo) return;
    let timer: number | undefined;
    let over = false;
    const look = async (): Promise<void> => {
      const found = await ask('session.accounts', {}).catch(() => []);
      if (over) return;
      setAccounts(found);
      setAsked(true);
      // The centre did not answer: the people come when it does, without anybody having to load the window again.
      if (found.length === 0) timer = window.setTimeout(look, lookAgainAfter);
    };
    void look();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, []);
  if (!asked) return null;
  return (
    <LoginView
      accounts={accounts.map((account) => ({
        id: account.login,
        name: account.fullName,
        place: `${account.position}, ${account.branch}`,
      }))}
      oneClick={hostInfo().demo}
      busy={busy}
      error={why ?? undefined}
      // The demo's people are told by the centre: none of them means that it does not answer.
      offline={hostInfo().demo && accounts.length === 0}
      known={known.map((one) => ({ login: one.login, name: one.fullName }))}
      onChoose={(login) => void run(login, demoPassword)}
      onPassword={(login, password) => void run(login, password)}
    />
  );
}
