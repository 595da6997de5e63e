import { z } from 'zod';
import { rowChange, shortChange, verdict, word } from '#shared/sync/command-wire.ts';

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
  /** Scopes whose leaves before the cursor are forgotten: they are sent whole, what is not among it goes (protocol 2). */
  refill: z.array(z.string()).optional(),
});

/** Everything since the cursor when that is little: scopes are the same, nothing follows (protocol 2). */
export const shortPage = z.object({
  to: z.number().int(),
  /** Hash of the history at `to`. */
  hash: z.string(),
  /** When all of it was written; a change that was written at another time says so itself. */
  at: z.number(),
  changes: z.array(shortChange),
});

/** The answer to `push` in protocol 2; with the page when the push asked for one and it is at hand. */
const taken = z.object({
  t: z.literal('taken'),
  ref: z.number().int(),
  lease: z.string(),
  lastN: z.number().int(),
  /** When the centre decided what it accepted here. */
  at: z.number(),
  words: z.array(word),
  page: shortPage.optional(),
});

/** The answer to `next`; `lastN` only where it is another than was said before. */
const page = shortPage.extend({
  t: z.literal('page'),
  ref: z.number().int(),
  lastN: z.number().int().optional(),
});

/** The centre does not know where the workstation stands: a whole `pull` is needed. */
const again = z.object({ t: z.literal('again'), ref: z.number().int() });

/** The answer to `check`: which scopes differ; null: others have written meanwhile, the same question is asked later. */
const checked = z.object({
  t: z.literal('checked'),
  ref: z.number().int(),
  differ: z.array(z.string()).nullable(),
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

export const down = z.discriminatedUnion('t', [
  welcome,
  pushed,
  pulled,
  taken,
  page,
  again,
  checked,
  wake,
  pong,
  refused,
]);
export type Down = z.infer<typeof down>;
export type Welcome = z.infer<typeof welcome>;
export type Pushed = z.infer<typeof pushed>;
export type Pulled = z.infer<typeof pulled>;
export type Refused = z.infer<typeof refused>;
export type Taken = z.infer<typeof taken>;
export type ShortPage = z.infer<typeof shortPage>;
export type Page = z.infer<typeof page>;
export type Checked = z.infer<typeof checked>;
