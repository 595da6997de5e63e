import type { Batch, Client, LogEntry, RowWrite, ServerStore } from '#server/sync/store-port.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** An id whose byte order is the order of `n`. */
export const idAt = (n: number): string => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Only what the store looks at: the id and the fields that its declared keys are made of. */
export const counterparty = (n: number, inn: string): AnyRow => ({ id: idAt(n), inn, kpp: null, name: `№ ${n}` });

export const document = (n: number, sourceKey: string | null = null): AnyRow => ({
  id: idAt(n),
  sourceKey,
  counterpartyId: null,
});

export function put(entity: EntityName, row: AnyRow, version: number, scopes: string[], left: string[] = []): RowWrite {
  return { entity, id: row.id, row, version, at: version * 1_000, scopes, left };
}

export const remove = (entity: EntityName, id: string, version: number, left: string[]): RowWrite => ({
  entity,
  id,
  row: null,
  version,
  at: version * 1_000,
  scopes: [],
  left,
});

export function accepted(client: string, n: number, seq: number, id = idAt(90_000 + seq)): LogEntry {
  const verdict = { n, id, status: 'accepted' as const, seq, at: seq * 1_000, result: { n } };
  return { ...entry(client, seq), verdict };
}

export function rejected(client: string, n: number, afterSeq: number, id = idAt(80_000 + n)): LogEntry {
  const verdict = { n, id, status: 'rejected' as const, seq: null, at: n, code: 'DENIED', details: { why: 'роль' } };
  return { ...entry(client, afterSeq), verdict };
}

const entry = (client: string, seq: number) => ({
  client,
  userId: idAt(1),
  argsHash: `args-${seq}`,
  command: { name: 'document.update', v: 1, args: { title: '«Опора»' }, occurredAt: 5 },
  chainHash: `chain-${seq}`,
});

export const clientAt = (id: string, lastN: number, lease = `lease-${lastN}`): Client => ({
  id,
  userId: idAt(1),
  device: 'device',
  deviceName: 'Бухгалтерия',
  lastN,
  lease,
  previousLease: lastN > 1 ? `lease-${lastN - 1}` : null,
});

/** Commits rows at the next seq, with the log entry that belongs to it. */
export async function commit(store: ServerStore, org: string, make: (seq: number) => Partial<Batch>): Promise<number> {
  return store.write(org, async (tx) => {
    const head = await tx.head();
    const seq = head.seq + 1;
    const log = [accepted('writer', seq, seq)];
    await tx.write({ rows: [], log, clients: [], head: { ...head, seq, chainHash: `chain-${seq}` }, ...make(seq) });
    return seq;
  });
}
