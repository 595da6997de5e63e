import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useRecovery } from '#renderer/state/recovery.ts';
import { useSession } from '#renderer/state/session.ts';

const look = async () => useSession.getState().take(await ask('session.state', {}));

export type Rescue = ReturnType<typeof useRescue>;

/** The steps of a rescue as actions of the page; each tells whether it runs and why it was refused. */
export function useRescue() {
  const { begin, end } = useRecovery();
  const held = async <T>(work: () => Promise<T>, reports = false): Promise<T> => {
    begin(reports);
    try {
      return await work();
    } catch (error) {
      end(null);
      throw error;
    }
  };
  const rescue = useAction(() =>
    held(async () => end({ kind: 'report', report: await ask('recovery.rescue', {}) }), true),
  );
  const download = useAction((login: string, password: string) =>
    held(async () => end({ kind: 'report', report: await ask('recovery.download', { login, password }) }), true),
  );
  const mend = useAction(() => held(async () => end({ kind: 'settings', done: await ask('recovery.settings', {}) })));
  const anew = useAction((passphrase: string | null) =>
    held(async () => {
      const { aside } = await ask('recovery.anew', passphrase === null ? {} : { passphrase });
      end({ kind: 'anew', aside });
    }),
  );
  const retry = useAction(async () => {
    await ask('recovery.retry', {});
    await look();
  });
  const leave = useAction(async () => useSession.getState().take(await ask('session.logout', {})));
  return { rescue, download, mend, anew, retry, leave };
}
