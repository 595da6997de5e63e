import { useState } from 'react';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useDeskState } from '#renderer/pages/queues/desk-state.ts';
import { type BulkTask, type LeftReason, ordersOf, siftTickets, undoOf } from '#renderer/pages/queues/sift-tickets.ts';
import { runOrders } from '#renderer/pages/ticket/run-orders.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { useSession } from '#renderer/state/session.ts';
import type { QueueRow } from '#shared/queries/ticket.ts';

/** Several tickets as one action with one way back. What does not fit stays selected, and `left` says why. */
export function useDeskBulk() {
  const t = useWords('queues');
  const tell = useTell();
  const { employeeOf } = useDirectory();
  const me = useSession((session) => session.state?.user?.id ?? '');
  const { selection, select } = useDeskState();
  const [left, setLeft] = useState<{ row: QueueRow; why: LeftReason }[]>([]);
  const [state, setState] = useState<{ busy: boolean; error: CoreError | null }>({ busy: false, error: null });
  const run = async (task: BulkTask): Promise<boolean> => {
    if (state.busy) return false;
    const { go, stay } = siftTickets([...selection.values()], task);
    setLeft(stay);
    if (go.length === 0) return true;
    setState({ busy: true, error: null });
    try {
      await runOrders(ordersOf(go, task));
    } catch (fault) {
      setState({ busy: false, error: asCoreError(fault) });
      return false;
    }
    setState({ busy: false, error: null });
    select(new Map(stay.map(({ row }) => [row.id, row])));
    const back = undoOf(go, task, employeeOf(me)?.queueIds ?? []);
    const undo = back
      ? () => {
          setLeft([]);
          return runOrders(back);
        }
      : undefined;
    tell(t(`bulkDone_${task.type}`, { count: go.length }), undefined, undo);
    return true;
  };
  return {
    run,
    me,
    busy: state.busy,
    error: state.error,
    left,
    forget: () => {
      setLeft([]);
      setState((before) => ({ ...before, error: null }));
    },
  };
}

export type DeskBulk = ReturnType<typeof useDeskBulk>;
