import { hostInfo } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { demoPassword } from '#renderer/pages/login/demo-password.ts';
import { LockView } from '#renderer/pages/login/lock-view.tsx';
import { useSession } from '#renderer/state/session.ts';

/** The locked window: the same person unlocks it, or another signs in. */
export function LockPage() {
  const user = useSession((session) => session.state?.user);
  const words = useErrorWords();
  const take = useSession((session) => session.take);
  const unlock = useAction(async (password: string) => take(await ask('session.unlock', { password })));
  const leave = useAction(async () => take(await ask('session.logout', {})));
  if (!user) return null;
  const error = unlock.error ?? leave.error;
  return (
    <LockView
      person={{ id: user.id, name: user.fullName, login: user.login }}
      demo={hostInfo().demo}
      busy={unlock.busy || leave.busy}
      error={error ? words(error) : undefined}
      onUnlock={(_, password) => void unlock.run(password ?? demoPassword)}
      onOther={() => void leave.run()}
    />
  );
}
