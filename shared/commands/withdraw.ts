import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { Refusal } from '#shared/domain/error.ts';

/** Takes the place of a command that its author took back before the centre decided: it consumes the same number and does nothing. */
export const withdraw = command({
  name: 'sync.withdraw',
  version: 1,
  args: z.object({ id: z.string() }),
  // biome-ignore lint/correctness/useYield: nothing is read
  *decide() {
    throw new Refusal('WITHDRAWN', {});
  },
});
