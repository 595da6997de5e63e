import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { byBreaking, type Listed } from '#electron/core/app/queries/ticket/order.ts';
import { queueRows, type Telling, tellingOf } from '#electron/core/app/queries/ticket/queue-rows.ts';
import { chosenTickets } from '#electron/core/app/queries/ticket/ticket-list.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Column = QueryResult<'ticket.board'>['columns'][number];

const mostCards = 50;
const mostNames = 3;

/** Tickets of a filter as columns: what waits in the queue, each stage of work, what waits for its requester, what is resolved. */
export function ticketBoard(
  db: Readable,
  { filter }: QueryArgs<'ticket.board'>,
  deps: QueryDeps,
): QueryResult<'ticket.board'> {
  const telling = tellingOf(db, deps);
  const { chosen } = chosenTickets(telling, deps, filter);
  const by = Map.groupBy(chosen, ({ line }) => line.state);
  const column = (
    key: string,
    state: Column['state'],
    listed: readonly Listed[],
    stage: number | null,
    name: string | null,
  ) => ({
    key,
    state,
    stage,
    name,
    total: listed.length,
    rows: queueRows(telling, listed.toSorted(byBreaking).slice(0, mostCards)),
  });
  const working = stagesOf(telling, filter.serviceIds, chosen, by.get('working') ?? []);
  return {
    columns: [
      column('open', 'open', by.get('open') ?? [], null, null),
      ...working.map(({ stage, name, listed }) => column(`working/${stage}`, 'working', listed, stage, name)),
      column('waiting', 'waiting', by.get('waiting') ?? [], null, null),
      column('resolved', 'resolved', by.get('resolved') ?? [], null, null),
    ],
  };
}

interface Stage {
  stage: number;
  /** As the services of the board call it; null: too many different ones. */
  name: string | null;
  listed: readonly Listed[];
}

/** The stages of the services on the board, empty ones too, so that a card has somewhere to go. */
function stagesOf(
  { portal }: Telling,
  serviceIds: readonly string[] | null,
  chosen: readonly Listed[],
  working: readonly Listed[],
): Stage[] {
  const names: Set<string>[] = [];
  const versions = new Set<string>();
  for (const { line } of chosen) {
    if (line.state !== 'open' && line.state !== 'working' && line.state !== 'waiting') continue;
    if (serviceIds !== null && !serviceIds.includes(line.serviceId)) continue;
    const key = `${line.serviceId}/${line.serviceVersion}`;
    if (versions.has(key)) continue;
    versions.add(key);
    const stages = portal.definition(line.serviceId, line.serviceVersion)?.stages ?? [];
    for (const [stage, name] of stages.entries()) {
      names[stage] ??= new Set();
      names[stage].add(name);
    }
  }
  const by = Map.groupBy(working, ({ line }) => line.stage);
  const count = Math.max(1, names.length, ...[...by.keys()].map((stage) => stage + 1));
  return Array.from({ length: count }, (_, stage) => {
    const known = [...(names[stage] ?? [])];
    const name = known.length > 0 && known.length <= mostNames ? known.join(' / ') : null;
    return { stage, name, listed: by.get(stage) ?? [] };
  });
}
