import { type ReactNode, useEffect, useRef, useState } from 'react';
import { runCommand } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type Offered, offeredFor, type TicketDialog } from '#renderer/pages/ticket/offered.ts';
import { TicketDialogs } from '#renderer/pages/ticket/ticket-dialogs.tsx';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { useOfferActions } from '#renderer/state/page-actions.ts';
import { useSession } from '#renderer/state/session.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';

export interface TicketAction {
  id: string;
  label: string;
  keys?: readonly string[];
  run: () => void;
}

/** The actions of one ticket by the right of the person and its state. */
export interface TicketActions {
  /** The one filled button of a header; null when nothing is next. */
  primary: TicketAction | null;
  secondary: TicketAction | null;
  more: TicketAction[];
  open: (dialog: TicketDialog) => void;
  take: () => void;
  /** Follows it, or stops. */
  watch: (employeeId: string, watching: boolean) => void;
  busy: boolean;
  error: CoreError | null;
  clear: () => void;
  /** Must be rendered once; the dialogs open here. */
  dialogs: ReactNode;
}

/** What the person can do with a ticket now. `onAnswer` brings their hand to the field of the reply. */
export function useTicketActions(facts: TicketFacts | null, onAnswer: () => void): TicketActions {
  const t = useWords('queues');
  const tell = useTell();
  const me = useSession((session) => session.state?.user?.id ?? '');
  const [dialog, setDialog] = useState<TicketDialog | null>(null);
  const [state, setState] = useState<{ busy: boolean; error: CoreError | null }>({ busy: false, error: null });
  const run = async <N extends CommandName>(name: N, args: ArgsOf<N>): Promise<boolean> => {
    setState({ busy: true, error: null });
    try {
      await runCommand(name, args);
      setState({ busy: false, error: null });
      return true;
    } catch (fault) {
      setState({ busy: false, error: asCoreError(fault) });
      return false;
    }
  };
  const clear = () => setState((before) => ({ ...before, error: null }));
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (dialog !== null || !from.current) return;
    if (document.activeElement === document.body) from.current.focus();
    from.current = null;
  }, [dialog]);
  const open = (next: TicketDialog) => {
    clear();
    from.current = openedFrom();
    setDialog(next);
  };
  const ticket = facts?.ticket;
  const object = ticket ? (ticket.number ?? ticket.title) : '';
  const take = async () => {
    if (!ticket || state.busy || !(await run('ticket.take', { id: ticket.id }))) return;
    tell(t('done_take'), object, () => runCommand('ticket.assign', { id: ticket.id, employeeId: null }));
  };
  const watch = async (employeeId: string, watching: boolean) => {
    if (!ticket || !(await run('ticket.watch', { id: ticket.id, employeeId, watching }))) return;
    tell(t(watching ? 'done_watch' : 'done_unwatch'), object, () =>
      runCommand('ticket.watch', { id: ticket.id, employeeId, watching: !watching }),
    );
  };
  const offered = facts ? offeredFor(facts, me) : { primary: null, secondary: null, more: [] };
  const acts: Partial<Record<Offered, () => void>> = {
    take: () => void take(),
    // The press itself is nobody’s business.
    answer: () => onAnswer(),
    watch: () => void watch(me, true),
    unwatch: () => void watch(me, false),
    colleague: () => open('watch'),
  };
  const action = (id: Offered): TicketAction => ({
    id,
    label: t(`act_${id}`),
    ...(keysOf[id] ? { keys: keysOf[id] } : {}),
    run: acts[id] ?? (() => open(id as TicketDialog)),
  });
  const primary = offered.primary && action(offered.primary);
  const secondary = offered.secondary && action(offered.secondary);
  const more = offered.more.map(action);
  useOfferActions(
    ticket ? object : null,
    [primary, secondary, ...more].filter((one) => one !== null),
  );
  return {
    primary,
    secondary,
    more,
    open,
    take: () => void take(),
    watch: (employeeId, watching) => void watch(employeeId, watching),
    busy: state.busy,
    error: dialog === null ? state.error : null,
    clear,
    dialogs:
      facts && dialog ? (
        <TicketDialogs
          facts={facts}
          dialog={dialog}
          run={run}
          busy={state.busy}
          error={state.error}
          onClose={() => {
            setDialog(null);
            clear();
          }}
        />
      ) : null,
  };
}

const keysOf: Partial<Record<Offered, readonly string[]>> = { take: ['T'], assign: ['D'], stage: ['M'], answer: ['R'] };

/** Where the hand goes back to: what has the focus, or the button of the menu that is about to be gone. */
function openedFrom(): HTMLElement | null {
  const now = document.activeElement;
  const menu = now?.closest('[role="menu"]');
  const opener = menu?.id ? document.querySelector<HTMLElement>(`[aria-controls="${menu.id}"]`) : null;
  return opener ?? (now instanceof HTMLElement && now !== document.body ? now : null);
}
