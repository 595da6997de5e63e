import { z } from 'zod';

/**
 * Begins the hash of a command whose author may not see any more what was seen then: those values were taken out, the rest of the hash is
 * that of the whole command. The centre knows it again by it, or, restored to a time before it, runs it without them.
 */
export const lessened = '~';

/** One command as it travels: `n` is its place among the commands of one workstation, without gaps. */
export const wireCommand = z.object({
  id: z.string().min(1).max(60),
  n: z.number().int().positive(),
  name: z.string().max(80),
  v: z.number().int(),
  args: z.unknown(),
  /** SHA-256 of the canonical JSON of [name, v, args]; since protocol 2 its beginning is enough on the wire. */
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

/**
 * A word on one command of the push that it answers, in the order of that push: the seq of a command that was accepted under the id
 * that was sent, otherwise the verdict in full.
 */
export const word = z.union([z.number().int(), verdict]);
export type Word = z.infer<typeof word>;

/** Only what has changed in a row: fields `p` upon its version `pv`. Whoever holds another version asks for whole rows. */
const rowPatch = z.object({
  e: z.string(),
  id: z.string(),
  v: z.number().int(),
  at: z.number().optional(),
  p: z.record(z.string(), z.unknown()),
  pv: z.number().int(),
});

/** A patch, or a whole row or leave as in `rowChange`; `at` is missing where it is that of the page. */
export const shortChange = z.union([rowPatch, rowChange.extend({ at: z.number().optional() })]);
export type ShortChange = z.infer<typeof shortChange>;
