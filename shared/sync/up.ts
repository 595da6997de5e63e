import { z } from 'zod';
import { wireCommand } from '#shared/sync/command-wire.ts';

/** What a workstation may say to the centre. */
const place = { epoch: z.string().nullable(), client: z.string(), lease: z.string().nullable() };

const hello = z.object({
  t: z.literal('hello'),
  proto: z.number().int(),
  schema: z.string(),
  org: z.string().nullable(),
  token: z.string(),
  device: z.string(),
  deviceName: z.string().max(100),
  ...place,
});

const push = z.object({
  t: z.literal('push'),
  ref: z.number().int(),
  commands: z.array(wireCommand).max(2_000),
  ...place,
});

const pull = z.object({
  t: z.literal('pull'),
  ref: z.number().int(),
  cursor: z.number().int(),
  /** Hash of the history at the cursor; null before the first download. */
  chainHash: z.string().nullable(),
  membershipSeq: z.number().int(),
  /** Scopes the workstation holds; the centre answers with what is gained and lost. */
  scopes: z.array(z.string()).max(200),
  /** Highest n whose verdict is written here. */
  ackN: z.number().int(),
  limit: z.number().int().positive().max(20_000),
  /** Continues a backfill of gained scopes. */
  after: z.string().nullable(),
  ...place,
});

const ping = z.object({ t: z.literal('ping'), ref: z.number().int() });

export const up = z.discriminatedUnion('t', [hello, push, pull, ping]);
export type Up = z.infer<typeof up>;
export type Hello = z.infer<typeof hello>;
export type Push = z.infer<typeof push>;
export type Pull = z.infer<typeof pull>;
