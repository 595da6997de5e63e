import { useEffect, useMemo, useState } from 'react';
import { runQuery } from '#renderer/data/core.ts';
import { changesOf } from '#renderer/pages/record/order-parts.ts';
import type { Names } from '#renderer/pages/record/use-field-words.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** At most this many counterparties are asked for by name at once. */
const MOST = 100;
const pointing = new Set(['counterpartyId', 'possibleDuplicateOf']);

/** Names of the counterparties that changes of the outbox point at: an order carries only their ids. */
export function usePartyNames(lines: readonly OutboxLine[]): Names {
  const [names, setNames] = useState<Names>({});
  const wanted = useMemo(() => {
    const ids = lines
      .flatMap((line) => changesOf(line.command, line.args))
      .filter((change) => pointing.has(change.field))
      .flatMap((change) => [change.from, change.to])
      .filter((id) => typeof id === 'string');
    return [...new Set(ids)].slice(0, MOST).join(' ');
  }, [lines]);
  useEffect(() => {
    let current = true;
    const ids = wanted.split(' ').filter(Boolean);
    Promise.all(
      ids.map(async (id) => {
        const card = await runQuery('counterparty.card', { id });
        return card ? [[id, card.counterparty.name] as const] : [];
      }),
    ).then((found) => {
      if (current) setNames(Object.fromEntries(found.flat()));
    }, console.error);
    return () => {
      current = false;
    };
  }, [wanted]);
  return names;
}
