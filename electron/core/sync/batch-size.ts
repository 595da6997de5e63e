/** How many commands one push carries: it follows the link. */
export interface BatchSize {
  commands: number;
}

export const startingBatch: BatchSize = { commands: 50 };

const fastEnough = 400;
/** Milliseconds that a person who looks at the outbox bears between two movements. */
const slow = 2_000;
/** What so few commands wait for is the way and the queue of the centre, not their own bytes: fewer would only wait more often. */
const few = 20;
const largest = 500;

/** After an answer: twice as many when it came quickly, half when it took long. */
export function grown(size: BatchSize, milliseconds: number): BatchSize {
  if (milliseconds > slow) return shrunk(size);
  const isQuick = milliseconds <= fastEnough || size.commands < few;
  return isQuick ? { commands: Math.min(largest, size.commands * 2) } : size;
}

/** After a break of the link. */
export const shrunk = (size: BatchSize): BatchSize => ({ commands: Math.max(1, Math.floor(size.commands / 2)) });
