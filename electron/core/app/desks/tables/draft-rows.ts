import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { MappedRow } from '#shared/formats/tabular/map-rows.ts';

export type DraftRow = Pick<MappedRow, 'row' | 'values'>;

/** The rows that `tabular.check` wrote, so many at a time: never all of them at once. */
export async function* draftRows(path: string, size: number): AsyncGenerator<DraftRow[]> {
  let batch: DraftRow[] = [];
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    if (line === '') continue;
    batch.push(JSON.parse(line) as DraftRow);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
