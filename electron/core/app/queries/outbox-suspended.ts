import type { OutboxRecord } from '#electron/core/app/queries/outbox-records.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { answer } from '#electron/core/store/rows/read.ts';
import { execute } from '#shared/commands/execute.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/**
 * Why a suspended change does not run here now: it is decided once more over the rows as they are, and nothing is written.
 * null when it is not suspended; INTERNAL when it would run at this very moment.
 */
export function whySuspended(
  db: Readable,
  record: OutboxRecord,
  args: unknown,
  deps: QueryDeps,
): OutboxLine['suspended'] {
  if (record.suspended === 0 || record.state !== 'waiting') return null;
  const order = { id: record.id, name: record.name, v: record.version, args };
  const steps = execute(order, {
    ...{ commandId: record.id, userId: deps.userId, deviceName: null, occurredAt: record.occurred_at },
    ...{ receivedAt: null, where: 'device', client: readMeta(db, 'client') ?? null, sees: () => true },
  });
  let step = steps.next();
  while (!step.done) step = steps.next(answer(db, step.value));
  return step.value.ok ? { code: 'INTERNAL', details: {} } : { code: step.value.code, details: step.value.details };
}
