import { z } from 'zod';

/** What a person does with changes that the centre refused. */
export const exchangeChannels = {
  /**
   * Enters refused changes again, all or none, in their order: the first one mended, the rest about what it creates now.
   * `mended`: new arguments by n; `instead`: another record for one that does not come about, by id.
   */
  'outbox.reissue': z.object({
    ns: z.array(z.number().int()).min(1).max(2_000),
    mended: z.array(z.object({ n: z.number().int(), args: z.unknown() })).max(100),
    instead: z.record(z.string(), z.string()),
  }),
} as const;

export type ExchangeReplies = {
  /** The new numbers and ids, in the order of entering. */
  'outbox.reissue': { n: number; id: string }[];
};
