import { z } from 'zod';

/** One command as it travels: `n` is its place among the commands of one workstation, without gaps. */
export const wireCommand = z.object({
  id: z.string().min(1).max(60),
  n: z.number().int().positive(),
  name: z.string().max(80),
  v: z.number().int(),
  args: z.unknown(),
  /** SHA-256 of the canonical JSON of [name, v, args]. */
  argsHash: z.string().max(64),
  /** Rows read, with their versions: the centre prefetches them. Merges never look at them. */
  baseVersions: z.record(z.string(), z.number().int()),
  occurredAt: z.number(),
});
export type WireCommand = z.infer<typeof wireCommand>;

/** The centre's word on one command. A duplicate carries the original word. */
export const verdict = z.object({
  n: z.number().int(),
  id: z.string(),
  status: z.enum(['accepted', 'rejected']),
  duplicate: z.boolean().optional(),
  seq: z.number().int().nullable(),
  /** When the centre decided, by its clock. */
  at: z.number(),
  code: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  result: z.unknown().optional(),
});
export type Verdict = z.infer<typeof verdict>;

/** One row as the centre has it; `row: null` is a content-free leave: it no longer concerns this person. */
export const rowChange = z.object({
  e: z.string(),
  id: z.string(),
  v: z.number().int(),
  at: z.number(),
  row: z.record(z.string(), z.unknown()).nullable(),
});
export type RowChange = z.infer<typeof rowChange>;
