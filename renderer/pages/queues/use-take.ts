import { useCallback, useRef } from 'react';
import { runCommand, runQuery } from '#renderer/data/core.ts';
import { CoreError } from '#renderer/data/core-error.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { anyTicket, type QueueRow } from '#shared/queries/ticket.ts';

/** How many are tried when colleagues take the first ones at the same moment. */
const TRIES = 3;

/** Takes a ticket, or the one that breaks next of those that nobody has. `onTaken` moves the cursor there. */
export function useTake(queueIds: readonly string[], onTaken: (id: string) => void) {
  const t = useWords('queues');
  const tell = useTell();
  const done = (row: Pick<QueueRow, 'id' | 'number' | 'title'>) => {
    onTaken(row.id);
    tell(t('done_take'), row.number ?? row.title, () => runCommand('ticket.assign', { id: row.id, employeeId: null }));
  };
  const next = useAction(async () => {
    const { rows } = await runQuery('ticket.list', {
      filter: { ...anyTicket, queueIds: [...queueIds], assigneeIds: ['none'], states: ['open'] },
      sort: 'breaks',
      descending: false,
      offset: 0,
      limit: TRIES,
    });
    for (const row of rows) {
      try {
        await runCommand('ticket.take', { id: row.id });
        return done(row);
      } catch (fault) {
        if (!(fault instanceof CoreError && fault.code === 'ALREADY_TAKEN')) throw fault;
      }
    }
    useToasts.getState().show({ tone: 'plain', title: t('nothingToTake') });
  });
  const one = useAction(async (row: QueueRow) => {
    await runCommand('ticket.take', { id: row.id });
    done(row);
  });
  // Rows are drawn anew only when what they show has changed.
  const latest = useRef(one.run);
  latest.current = one.run;
  const row = useCallback((chosen: QueueRow) => void latest.current(chosen), []);
  return { next: next.run, row, busy: next.busy, error: next.error ?? one.error };
}
