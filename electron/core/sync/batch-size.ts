/** How many commands one push carries: it follows the link. */
export interface BatchSize {
  commands: number;
}

export const startingBatch: BatchSize = { commands: 50 };

const fastEnough = 400;
const largest = 500;

/** After an answer: twice as many when it came quickly, half when it took long. */
export function grown(size: BatchSize, milliseconds: number): BatchSize {
  if (milliseconds <= fastEnough) return { commands: Math.min(largest, size.commands * 2) };
  return shrunk(size);
}

/** After a break of the link. */
export const shrunk = (size: BatchSize): BatchSize => ({ commands: Math.max(1, Math.floor(size.commands / 2)) });
