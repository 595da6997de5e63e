import { type ReactNode, useState } from 'react';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type BoardColumn, movesTo } from '#renderer/pages/queues/board-moves.ts';
import { type Order, runOrders } from '#renderer/pages/ticket/run-orders.ts';
import { TextDialog } from '#renderer/pages/ticket/text-dialog.tsx';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import type { QueueRow } from '#shared/queries/ticket.ts';

/** What moving a card means: taken, given back, at another stage; a question and a solution need words first. */
export function useBoardMoves(): {
  move: (row: QueueRow, column: BoardColumn) => Promise<void>;
  error: CoreError | null;
  dialog: ReactNode;
} {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const [error, setError] = useState<CoreError | null>(null);
  const [busy, setBusy] = useState(false);
  const [asks, setAsks] = useState<{ row: QueueRow; to: 'waiting' | 'resolved' } | null>(null);
  const run = async (orders: readonly Order[]): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await runOrders(orders);
      return true;
    } catch (fault) {
      setError(asCoreError(fault));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const move = async (row: QueueRow, column: BoardColumn): Promise<void> => {
    if (!movesTo(row, column)) return;
    const { id } = row;
    const object = row.number ?? row.title;
    if (column.state === 'waiting' || column.state === 'resolved') {
      setError(null);
      return setAsks({ row, to: column.state });
    }
    if (column.state === 'open') {
      const back = (): Order[] => [{ name: 'ticket.assign', args: { id, employeeId: row.assigneeId } }];
      if (await run([{ name: 'ticket.assign', args: { id, employeeId: null } }]))
        tell(t('done_unassign'), object, () => runOrders(back()));
      return;
    }
    const stage = column.stage ?? 0;
    const orders: Order[] = [
      ...(row.assigneeId === null ? [{ name: 'ticket.take' as const, args: { id } }] : []),
      ...(row.stage === stage ? [] : [{ name: 'ticket.stage' as const, args: { id, stage } }]),
    ];
    const back: Order[] = [
      ...(row.stage === stage ? [] : [{ name: 'ticket.stage' as const, args: { id, stage: row.stage } }]),
      ...(row.assigneeId === null ? [{ name: 'ticket.assign' as const, args: { id, employeeId: null } }] : []),
    ];
    const title = row.stage === stage ? t('done_take') : t('done_stage', { stage: column.name ?? String(stage + 1) });
    if (await run(orders)) tell(title, object, () => runOrders(back));
  };
  const dialog = asks && (
    <TextDialog
      title={t(asks.to === 'waiting' ? 'askTitle' : 'title_resolve')}
      lead={t(asks.to === 'waiting' ? 'askLead' : 'lead_resolve')}
      label={t(asks.to === 'waiting' ? 'askLabel' : 'label_resolve')}
      action={t(asks.to === 'waiting' ? 'replyAsk' : 'act_resolve')}
      draft={`board-${asks.to}:${asks.row.id}`}
      {...(asks.to === 'waiting' ? { demanded: t('askNeeded') } : {})}
      busy={busy}
      error={error && words(error)}
      onClose={() => {
        setAsks(null);
        setError(null);
      }}
      onDone={async (text) => {
        const { id, number, title } = asks.row;
        const order: Order =
          asks.to === 'waiting'
            ? { name: 'ticket.reply', args: { id, text, next: 'ask', options: [] } }
            : { name: 'ticket.resolve', args: { id, solution: text || null } };
        if (!(await run([order]))) return false;
        tell(t(asks.to === 'waiting' ? 'said_ask' : 'done_resolve'), number ?? title);
        return true;
      }}
    />
  );
  return { move, error: asks ? null : error, dialog };
}
