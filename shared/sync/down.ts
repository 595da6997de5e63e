import { z } from 'zod';
import { rowChange, verdict } from '#shared/sync/command-wire.ts';

/** What the centre may say to a workstation. */
const welcome = z.object({
  t: z.literal('welcome'),
  org: z.string(),
  epoch: z.string(),
  user: z.string(),
  head: z.number().int(),
  /** The last n of this client that the centre has consumed. */
  lastN: z.number().int(),
  now: z.number(),
});

const pushed = z.object({
  t: z.literal('pushed'),
  ref: z.number().int(),
  lease: z.string(),
  lastN: z.number().int(),
  verdicts: z.array(verdict),
});

const pulled = z.object({
  t: z.literal('pulled'),
  ref: z.number().int(),
  toSeq: z.number().int(),
  chainHash: z.string(),
  lastN: z.number().int(),
  changes: z.array(rowChange),
  /** More pages follow; nothing is applied until the last one is here. */
  more: z.boolean(),
  after: z.string().nullable(),
  membershipSeq: z.number().int(),
  scopeAdds: z.array(z.string()),
  scopeDrops: z.array(z.string()),
  /** Verdicts whose reply may have been lost. */
  inbox: z.array(verdict),
});

const wake = z.object({ t: z.literal('wake'), seq: z.number().int() });
const pong = z.object({ t: z.literal('pong'), ref: z.number().int(), now: z.number() });

/** Ends the exchange for a reason; `ref` names the message it answers. */
const refused = z.object({
  t: z.literal('refused'),
  ref: z.number().int().nullable(),
  code: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export const down = z.discriminatedUnion('t', [welcome, pushed, pulled, wake, pong, refused]);
export type Down = z.infer<typeof down>;
export type Welcome = z.infer<typeof welcome>;
export type Pushed = z.infer<typeof pushed>;
export type Pulled = z.infer<typeof pulled>;
export type Refused = z.infer<typeof refused>;
