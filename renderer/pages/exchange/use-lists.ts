import { useEffect, useState } from 'react';
import { useClock } from '#renderer/data/directory.tsx';
import { type Conditions, filterOf, isFiltered, shows } from '#renderer/pages/exchange/outbox-conditions.ts';
import { PAGE } from '#renderer/pages/exchange/pager.tsx';
import { useOutbox } from '#renderer/pages/exchange/use-exchange.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { commands } from '#shared/commands/registry.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';

/** Refused changes stand under what they depend on: they are read together, as many as the core gives. */
const MOST = 500;
const none: readonly OutboxLine[] = [];

interface List {
  lines: readonly OutboxLine[];
  found: number;
  skip: number;
  onSkip: (skip: number) => void;
}

/** The lists of the outbox under the given conditions, each on its own page. */
export function useLists(conditions: Conditions) {
  const clock = useClock();
  const { action } = useFieldWords();
  const text = conditions.text.trim().toLowerCase();
  const called = text === '' ? [] : Object.keys(commands).filter((name) => action(name).toLowerCase().includes(text));
  const startOf = (day: string) => {
    const noon = Date.parse(`${day}T12:00Z`);
    return Date.parse(`${day}T00:00Z`) - clock.offset(noon) * 60_000;
  };
  const [entities, setEntities] = useState<readonly string[]>([]);
  const filter = filterOf(conditions, entities, startOf, called);
  const key = JSON.stringify([conditions.state, filter]);

  const [skips, setSkips] = useState<{ key: string; waiting: number; accepted: number; aside: number }>({
    ...{ key, waiting: 0, accepted: 0, aside: 0 },
  });
  const skipOf = (list: 'waiting' | 'accepted' | 'aside') => (skips.key === key ? skips[list] : 0);
  const onSkip = (list: 'waiting' | 'accepted' | 'aside') => (skip: number) =>
    setSkips((before) => ({
      ...(before.key === key ? before : { waiting: 0, accepted: 0, aside: 0 }),
      key,
      [list]: skip,
    }));

  const { state } = conditions;
  // Without conditions the list of what was accepted is that of the day.
  const ofDay = state === null && !isFiltered(conditions);
  const decidedFrom = startOf(clock.today());
  const listOf = (list: 'waiting' | 'accepted' | 'aside' | 'rejected'): ListArgs | null => {
    if (!shows(state, list)) return null;
    if (list === 'accepted' && ofDay) return { states: [list], filter: { decidedFrom } };
    return { states: [list], filter, ...(list === 'waiting' ? { oldestFirst: true } : {}) };
  };
  const paged = (list: 'waiting' | 'accepted' | 'aside') => {
    const asked = listOf(list);
    return asked && { ...asked, skip: skipOf(list), limit: PAGE };
  };
  const rejectedArgs = listOf('rejected');
  const answers = {
    rejected: useOutbox(rejectedArgs && { ...rejectedArgs, limit: MOST }),
    waiting: useOutbox(paged('waiting')),
    accepted: useOutbox(paged('accepted')),
    aside: useOutbox(paged('aside')),
  };
  const facts = useOutbox({ states: ['accepted'], filter: { decidedFrom }, limit: 0, totals: true });
  const found = facts.data?.totals?.entities.join();
  useEffect(() => {
    if (found !== undefined) setEntities(found === '' ? [] : found.split(','));
  }, [found]);
  const part = (list: 'waiting' | 'accepted' | 'aside'): List => ({
    lines: shows(state, list) ? (answers[list].data?.lines ?? none) : none,
    found: shows(state, list) ? (answers[list].data?.found ?? 0) : 0,
    skip: skipOf(list),
    onSkip: onSkip(list),
  });
  return {
    rejected: {
      lines: shows(state, 'rejected') ? (answers.rejected.data?.lines ?? none) : none,
      found: answers.rejected.data?.found ?? 0,
    },
    waiting: part('waiting'),
    accepted: part('accepted'),
    aside: part('aside'),
    ofDay,
    receiptsToday: facts.data?.found ?? 0,
    counts: facts.data?.counts,
    waitingBytes: facts.data?.totals?.waitingBytes ?? 0,
    entities,
    /** The same lists whole, as they are asked for. */
    asked: (['rejected', 'waiting', 'accepted', 'aside'] as const).flatMap((list) => listOf(list) ?? []),
    error: [facts, ...Object.values(answers)].find((answer) => answer.error)?.error,
    refresh: () => {
      for (const answer of [facts, ...Object.values(answers)]) answer.refresh();
    },
  };
}

type ListArgs = Pick<QueryArgs<'outbox.list'>, 'states' | 'filter' | 'oldestFirst'>;
