import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { runQuery } from '#renderer/data/core.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSettled } from '#renderer/pages/search/use-settled.ts';
import type { FoundRow, SearchQuestion } from '#shared/queries/search.ts';

/** How many rows are asked for at once. */
export const BLOCK = 50;
/** While the index catches up there is more to find every moment; milliseconds. */
const CATCHING_UP = 2_000;

/** What a question finds, in windows: the first rows are followed, the others are read when they come into sight. A row not read yet is undefined. */
export function useResults(question: SearchQuestion) {
  const [busy, setBusy] = useState(false);
  const key = useSettled(JSON.stringify(question), busy);
  const asked = useMemo(() => JSON.parse(key) as SearchQuestion, [key]);
  const head = useQuery('search.page', asked.text.trim() === '' ? null : { ...asked, start: 0, end: BLOCK });
  useEffect(() => setBusy(head.loading), [head.loading]);
  const [blocks, setBlocks] = useState<ReadonlyMap<number, readonly FoundRow[]>>(new Map());
  const wanted = useRef<readonly number[]>([]);
  const answer = useRef({ key, version: head.version });
  answer.current = { key, version: head.version };

  const read = useCallback((numbers: readonly number[]) => {
    const of = answer.current;
    for (const number of numbers) {
      const window = { start: number * BLOCK, end: (number + 1) * BLOCK };
      runQuery('search.page', { ...(JSON.parse(of.key) as SearchQuestion), ...window }).then(({ rows }) => {
        const now = answer.current;
        if (now.key === of.key && now.version === of.version) setBlocks((before) => new Map(before).set(number, rows));
      }, console.error);
    }
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins anew
  useEffect(() => setBlocks(new Map()), [key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every answer the blocks in sight are read again
  useEffect(() => read(wanted.current), [head.version, read]);
  const want = useCallback(
    (numbers: readonly number[]) => {
      const others = numbers.filter((one) => one > 0);
      const fresh = others.filter((one) => !wanted.current.includes(one));
      wanted.current = others;
      if (fresh.length > 0) read(fresh);
    },
    [read],
  );

  const { refresh } = head;
  const indexing = head.data?.indexing ?? 0;
  useEffect(() => {
    if (indexing === 0) return;
    const timer = setInterval(refresh, CATCHING_UP);
    return () => clearInterval(timer);
  }, [indexing, refresh]);

  // The answer to words that have been taken away answers nothing.
  const data = asked.text.trim() === '' ? undefined : head.data;
  const rowAt = useCallback(
    (index: number): FoundRow | undefined => {
      const number = Math.floor(index / BLOCK);
      return (number === 0 ? data?.rows : blocks.get(number))?.[index % BLOCK];
    },
    [data, blocks],
  );
  const current = head.current && key === JSON.stringify(question);
  return { asked, data, total: data?.total ?? 0, error: head.error, current, refresh, rowAt, want };
}

export type Results = ReturnType<typeof useResults>;
