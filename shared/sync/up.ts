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
  /** With it the answer may carry the page that follows this cursor (protocol 2). */
  cursor: z.number().int().optional(),
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

/** What is new since the last page of this connection; everything else stands as that page left it (protocol 2). */
const next = z.object({ t: z.literal('next'), ref: z.number().int(), cursor: z.number().int() });

/** Whether the rows of these scopes are those of the centre: how many there are and what they come to (protocol 2). */
const check = z.object({
  t: z.literal('check'),
  ref: z.number().int(),
  cursor: z.number().int(),
  scopes: z.array(z.object({ scope: z.string(), rows: z.number().int(), digest: z.string().max(64) })).max(200),
});

const ping = z.object({ t: z.literal('ping'), ref: z.number().int() });

export const up = z.discriminatedUnion('t', [hello, push, pull, next, check, ping]);
export type Up = z.infer<typeof up>;
export type Hello = z.infer<typeof hello>;
export type Push = z.infer<typeof push>;
export type Pull = z.infer<typeof pull>;
export type Next = z.infer<typeof next>;
export type Check = z.infer<typeof check>;
