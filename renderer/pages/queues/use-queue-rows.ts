import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { runQuery } from '#renderer/data/core.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { BLOCK, layoutOf, type QueueLayout } from '#renderer/pages/queues/queue-layout.ts';
import { useEachMinute } from '#renderer/pages/ticket/use-ticket.ts';
import type { QueueRow, TicketFilter, Urgency } from '#shared/queries/ticket.ts';

const nothing = { late: 0, soon: 0, work: 0, waiting: 0, approval: 0, resolved: 0, ended: 0 } as const;

/**
 * The list of a desk in windows: its first rows and the counts of its groups are followed, further blocks are read when they come
 * into sight. A row that has not been read yet is undefined.
 */
export function useQueueRows(filter: TicketFilter | null) {
  const args = filter && { filter, sort: 'breaks' as const, descending: false, offset: 0, limit: BLOCK };
  const head = useQuery('ticket.list', args);
  useEachMinute(head.refresh, filter !== null);
  const key = JSON.stringify(filter);
  const [blocks, setBlocks] = useState<ReadonlyMap<number, readonly QueueRow[]>>(new Map());
  const wanted = useRef<readonly number[]>([]);
  const question = useRef({ key, filter, version: 0 });
  question.current = { key, filter, version: head.version };

  const read = useCallback((numbers: readonly number[]) => {
    const { filter: asked, version, key: of } = question.current;
    if (!asked) return;
    for (const number of numbers) {
      const window = {
        filter: asked,
        sort: 'breaks' as const,
        descending: false,
        offset: number * BLOCK,
        limit: BLOCK,
      };
      runQuery('ticket.list', window).then((answer) => {
        // An answer to an older question, or from before a change, is dropped.
        if (question.current.key !== of || question.current.version !== version) return;
        setBlocks((before) => new Map(before).set(number, answer.rows));
      }, console.error);
    }
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter begins anew
  useEffect(() => setBlocks(new Map()), [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every answer the blocks in sight are read again
  useEffect(() => read(wanted.current.filter((one) => one > 0)), [head.version, key, read]);

  const want = useCallback(
    (numbers: readonly number[]) => {
      const fresh = numbers.filter((one) => one > 0 && !wanted.current.includes(one));
      wanted.current = numbers;
      if (fresh.length > 0) read(fresh);
    },
    [read],
  );
  const counts: Record<Urgency, number> = head.data?.counts ?? nothing;
  const layout: QueueLayout = useMemo(() => layoutOf(counts), [counts]);
  const first = head.data?.rows;
  const rowAt = useCallback(
    (index: number): QueueRow | undefined => {
      const number = Math.floor(index / BLOCK);
      return (number === 0 ? first : blocks.get(number))?.[index % BLOCK];
    },
    [first, blocks],
  );
  const loaded = useMemo(() => {
    const rows = new Map<string, number>();
    for (const [at, row] of (first ?? []).entries()) rows.set(row.id, at);
    for (const [number, block] of blocks)
      for (const [at, row] of block.entries()) rows.set(row.id, number * BLOCK + at);
    return rows;
  }, [first, blocks]);
  return { head, layout, total: head.data?.total ?? 0, rowAt, want, indexOf: (id: string) => loaded.get(id) ?? -1 };
}

export type QueueRows = ReturnType<typeof useQueueRows>;
