import { z } from 'zod';
import { documentStates } from '#shared/domain/document.ts';
import { query } from '#shared/queries/query.ts';

const labels = z.array(z.string().min(1).max(60)).max(50);

/** What several documents are given at once; a field that is left out stays as it is. */
export const bulkChange = z.object({
  responsibleId: z.string().nullable().optional(),
  branchId: z.string().optional(),
  dueDate: z.string().nullable().optional(),
  state: z.enum(documentStates).optional(),
  addLabels: labels.optional(),
  dropLabels: labels.optional(),
});
export type BulkChange = z.infer<typeof bulkChange>;

/** Documents that one question or one action takes. */
export const BULK_SLICE = 1_000;

/** An edit that would be accepted here: the arguments of `document.update`. */
export interface BulkEdit {
  id: string;
  patch: Record<string, unknown>;
  base: Record<string, unknown>;
}

export interface BulkRefusal {
  id: string;
  number: string | null;
  subject: string;
  code: string;
  details: Record<string, unknown>;
}

/** What a change would do to documents, decided by the command itself without writing anything. */
export const documentBulk = query<{
  edits: BulkEdit[];
  /** They are as wanted already. */
  same: number;
  refused: BulkRefusal[];
}>()({
  name: 'document.bulk',
  args: z.object({ ids: z.array(z.string()).max(BULK_SLICE), change: bulkChange }),
  entities: ['document'],
});
