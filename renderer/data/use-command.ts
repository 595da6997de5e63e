import { useCallback, useState } from 'react';
import { runCommand } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';
import type { CommandReply } from '#shared/ipc/contract.ts';

export interface CommandState<N extends CommandName> {
  /** Runs it; resolves to undefined when it was refused (then `error` says why). Repeat presses while busy are ignored. */
  run: (args: ArgsOf<N>) => Promise<CommandReply<N> | undefined>;
  busy: boolean;
  error: CoreError | null;
  clear: () => void;
}

/** One command of a place in the window: whether it runs, and why it was refused, to be shown in that place. */
export function useCommand<N extends CommandName>(name: N): CommandState<N> {
  const { run, ...state } = useAction((args: ArgsOf<N>) => runCommand(name, args));
  return { run, ...state };
}

/** The same for any asynchronous action of the core. */
export function useAction<Args extends unknown[], Value>(act: (...args: Args) => Promise<Value>) {
  const [state, setState] = useState<{ busy: boolean; error: CoreError | null }>({ busy: false, error: null });
  const run = async (...args: Args): Promise<Value | undefined> => {
    if (state.busy) return undefined;
    setState({ busy: true, error: null });
    try {
      const value = await act(...args);
      setState({ busy: false, error: null });
      return value;
    } catch (fault) {
      setState({ busy: false, error: asCoreError(fault) });
      return undefined;
    }
  };
  const clear = useCallback(() => setState((before) => ({ ...before, error: null })), []);
  return { run, busy: state.busy, error: state.error, clear };
}
