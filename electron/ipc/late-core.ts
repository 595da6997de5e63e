import type { Core, CoreEvent, Reply } from '#shared/ipc/bridge.ts';

/**
 * A core that is still starting: calls wait for it, so the window can open at once. When the start is refused (a wrong key, a locked
 * database) every call answers with that reason and the page can say it.
 */
export function lateCore(starting: Promise<Core>, isErrorCode: (code: string) => boolean): Core {
  const listeners = new Set<(event: CoreEvent) => void>();
  const settled = starting.then(
    (core) => {
      core.on((event) => {
        for (const listener of listeners) listener(event);
      });
      return { core };
    },
    (error: unknown) => ({ refused: refusalOf(error, isErrorCode) }),
  );
  return {
    async call(channel, payload): Promise<Reply> {
      const outcome = await settled;
      return 'core' in outcome ? outcome.core.call(channel, payload) : outcome.refused;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      const outcome = await settled;
      if ('core' in outcome) await outcome.core.close();
    },
  };
}

function refusalOf(error: unknown, isErrorCode: (code: string) => boolean): Reply {
  const { code, details, reason } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  // A code of the system or of SQLite, and what a fault says of itself, is for the log: a window knows the words of our own table only.
  if (typeof code !== 'string' || code === 'INTERNAL' || !isErrorCode(code))
    return { ok: false, error: { code: 'INTERNAL' } };
  const parameters = typeof details === 'object' && details !== null ? details : reason === undefined ? {} : { reason };
  return { ok: false, error: { code, details: parameters as Record<string, unknown> } };
}
