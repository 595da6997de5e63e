import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';

/** A record of the outbox as its table holds it. */
export interface OutboxRecord {
  n: number;
  id: string;
  name: string;
  version: number;
  args: string;
  args_hash: string;
  base_versions: string;
  occurred_at: number;
  about_entity: string | null;
  about_id: string | null;
  state: 'waiting' | 'sent' | 'accepted' | 'rejected';
  seq: number | null;
  decided_at: number | null;
  code: string | null;
  details: string | null;
  suspended: number;
  dismissed: number;
  stripped: number;
  replaced_by: string | null;
}

/**
 * Refusals that still ask something of the person: not put aside, and not a change they took back themselves
 * (a withdrawn command keeps its number and is refused in any case).
 */
export const refusedRule = `state = 'rejected' AND dismissed = 0 AND name <> 'sync.withdraw'`;

/** Changes taken back by their author: they wait for nothing, although their mark has not reached the centre yet. */
export const withdrawnRule = `state = 'waiting' AND name = 'sync.withdraw'`;

/** Refused changes that ask nothing any more: taken back, put aside, or entered again. They stay in the journal. */
export const asideRule = `state = 'rejected' AND (dismissed = 1 OR name = 'sync.withdraw')`;

/** What the centre has decided is decided; of the rest, `sent` is only what is on the wire at this moment. */
export function stateNow(record: Pick<OutboxRecord, 'n' | 'state'>, deps: QueryDeps): OutboxRecord['state'] {
  if (record.state === 'accepted' || record.state === 'rejected') return record.state;
  const range = deps.sending();
  return range && record.n >= range.from && record.n <= range.to ? 'sent' : 'waiting';
}

export const detailsOf = ({ details }: Pick<OutboxRecord, 'details'>): Record<string, unknown> | null =>
  details === null ? null : (JSON.parse(details) as Record<string, unknown>);

/** Every field of an order's arguments, those of its inner values too, by name. */
export function namedIn(args: unknown): { field: string; value: unknown }[] {
  if (typeof args !== 'object' || args === null) return [];
  const inner = ['values', 'patch', 'base', 'choices'] as const;
  const bags = [args, ...inner.map((name) => (args as Record<string, unknown>)[name])];
  return bags.flatMap((bag) =>
    typeof bag === 'object' && bag !== null ? Object.entries(bag).map(([field, value]) => ({ field, value })) : [],
  );
}

/** Bytes of the command's JSON on the wire, before compression. */
export function sizeOf(record: OutboxRecord): number {
  const { id, n, name, version: v, args_hash: argsHash, occurred_at: occurredAt } = record;
  const frame = JSON.stringify({ id, n, name, v, args: 0, argsHash, baseVersions: 0, occurredAt });
  return Buffer.byteLength(frame) - 2 + Buffer.byteLength(record.args) + Buffer.byteLength(record.base_versions);
}
