import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { answer } from '#electron/core/store/rows/read.ts';
import { execute, type Outcome } from '#shared/commands/execute.ts';
import { commands } from '#shared/commands/registry.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { BulkChange } from '#shared/queries/bulk.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Lets `document.update` decide over each document and writes nothing: what it refuses is told with its reason. */
export function documentBulk(
  db: Readable,
  { ids, change }: QueryArgs<'document.bulk'>,
  deps: QueryDeps,
): QueryResult<'document.bulk'> {
  const result: QueryResult<'document.bulk'> = { edits: [], same: 0, refused: [] };
  for (const id of ids) {
    const row = storedOf(db, 'document', id)?.row;
    if (!row) {
      result.refused.push({ id, number: null, subject: '', code: 'NOT_HERE', details: {} });
      continue;
    }
    const edit = editOf(row, change);
    if (Object.keys(edit.patch).length === 0) {
      result.same += 1;
      continue;
    }
    const outcome = wouldBe(db, deps, edit);
    if (outcome.ok) result.edits.push(edit);
    else {
      const { number, subject } = row;
      result.refused.push({ id, number, subject, code: outcome.code, details: outcome.details });
    }
  }
  return result;
}

/** What has to change in a document, with what stands there now. */
function editOf(row: RowOf<'document'>, { addLabels = [], dropLabels = [], ...fields }: BulkChange) {
  const kept = row.labels.filter((label) => !dropLabels.includes(label));
  const labels = [...kept, ...addLabels.filter((label) => !kept.includes(label))];
  const wanted = Object.entries({ ...fields, labels }).filter(
    ([field, value]) => value !== undefined && !sameValue(value, row[field as keyof typeof row]),
  );
  return {
    id: row.id,
    patch: Object.fromEntries(wanted),
    base: Object.fromEntries(wanted.map(([field]) => [field, row[field as keyof typeof row]])),
  };
}

function wouldBe(db: Readable, { userId, now }: QueryDeps, args: { id: string }): Outcome {
  const order = { id: args.id, name: 'document.update', v: commands['document.update'].version, args };
  const steps = execute(order, {
    userId,
    commandId: order.id,
    deviceName: null,
    client: readMeta(db, 'client') ?? null,
    occurredAt: now(),
    receivedAt: null,
    where: 'device',
    sees: () => true,
  });
  let step = steps.next();
  while (!step.done) step = steps.next(answer(db, step.value));
  return step.value;
}
