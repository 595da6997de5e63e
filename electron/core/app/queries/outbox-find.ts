import { asideRule, type OutboxRecord, refusedRule, withdrawnRule } from '#electron/core/app/queries/outbox-records.ts';
import { titlesOf } from '#electron/core/app/queries/titles.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';
import type { OutboxFilter } from '#shared/queries/exchange.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';

/** Each rule goes along the index by state and n, so that a page costs its length whatever the outbox holds. */
export const outboxRules = {
  waiting: `state = 'waiting' AND name <> 'sync.withdraw'`,
  accepted: `state = 'accepted'`,
  rejected: refusedRule,
  aside: asideRule,
} as const;

type Args = QueryArgs<'outbox.list'>;

/** The records of one page, in order, and how many fit in all. */
export function findRecords(db: Readable, args: Args): { records: OutboxRecord[]; found: number } {
  const states = [...new Set(args.states)];
  const before = args.before ?? Number.MAX_SAFE_INTEGER;
  const filter = args.filter ?? {};
  const { sql: narrower, values } = narrowing(filter);
  const order = args.oldestFirst ? 'ASC' : 'DESC';
  const skip = args.skip ?? 0;
  const limit = Math.max(0, args.limit);
  const rules = states.flatMap((state) => (state === 'aside' ? [asideRule, withdrawnRule] : [outboxRules[state]]));
  const where = rules.map((rule) => `${rule} AND n < ?${narrower}`);
  if (filter.text !== undefined && filter.text.trim() !== '') {
    const all = where.flatMap(
      (rule) => prepared(db, `SELECT * FROM outbox WHERE ${rule}`).all(before, ...values) as OutboxRecord[],
    );
    const fitting = all.filter(holding(db, all, filter)).sort(by(order));
    return { records: fitting.slice(skip, skip + limit), found: fitting.length };
  }
  const most = skip + limit;
  // One state is paged by the store; of several only what may stand on the page is merged.
  const alone = where.length === 1;
  const page = where.flatMap(
    (rule) =>
      prepared(db, `SELECT * FROM outbox WHERE ${rule} ORDER BY n ${order} LIMIT ? OFFSET ?`).all(
        ...[before, ...values, alone ? limit : most, alone ? skip : 0],
      ) as OutboxRecord[],
  );
  const records = alone ? page : page.sort(by(order)).slice(skip, most);
  const found = where
    .map(
      (rule) =>
        prepared(db, `SELECT count(*) FROM outbox WHERE ${rule}`)
          .pluck()
          .get(before, ...values) as number,
    )
    .reduce((sum, count) => sum + count, 0);
  return { records, found };
}

const by = (order: 'ASC' | 'DESC') => (left: OutboxRecord, right: OutboxRecord) =>
  order === 'ASC' ? left.n - right.n : right.n - left.n;

/** The part of a filter that the store itself can tell. */
function narrowing(filter: OutboxFilter): { sql: string; values: (string | number)[] } {
  const parts: [string, string | number][] = [];
  if (filter.entities)
    parts.push(['about_entity IN (SELECT value FROM json_each(?))', JSON.stringify(filter.entities)]);
  if (filter.from !== undefined) parts.push(['occurred_at >= ?', filter.from]);
  if (filter.to !== undefined) parts.push(['occurred_at < ?', filter.to]);
  if (filter.decidedFrom !== undefined) parts.push(['decided_at >= ?', filter.decidedFrom]);
  if (filter.suspended !== undefined) parts.push(['suspended = ?', filter.suspended ? 1 : 0]);
  return { sql: parts.map(([sql]) => ` AND ${sql}`).join(''), values: parts.map(([, value]) => value) };
}

/** Words of a change are what was typed and how its record calls itself; of its event the window knows the words. */
function holding(
  db: Readable,
  records: readonly OutboxRecord[],
  filter: OutboxFilter,
): (record: OutboxRecord) => boolean {
  const words = foldForFilter(filter.text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const commands = new Set(filter.commands);
  const pointed = records.flatMap(({ about_entity: entity, about_id: id }) =>
    entity !== null && id !== null ? [{ entity, id }] : [],
  );
  const titleOf = titlesOf(db, pointed);
  return (record) => {
    if (commands.has(record.name)) return true;
    const { about_entity: entity, about_id: id } = record;
    const title = entity !== null && id !== null ? titleOf({ entity, id }) : null;
    const called = foldForFilter(`${title?.title ?? ''} ${title?.number ?? ''}`);
    const rest = words.filter((word) => !called.includes(word));
    if (rest.length === 0) return true;
    const typed: string[] = [];
    collect(JSON.parse(record.args), typed);
    const all = foldForFilter(typed.join(' '));
    return rest.every((word) => all.includes(word));
  };
}

/** Ids are nobody's words: their digits would fit every number that is looked for. */
const anId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function collect(value: unknown, into: string[]): void {
  if (typeof value === 'number' || (typeof value === 'string' && !anId.test(value))) into.push(String(value));
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) collect(one, into);
}
