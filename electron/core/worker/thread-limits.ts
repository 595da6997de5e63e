/**
 * What is young in a thread's memory is let grow to three times this by the engine if nobody says otherwise, and kept once it has: of 32 MB after the first list
 * was read, a tenth was in use. Megabytes; a third of it is what may be new at a time.
 */
export const threadLimits = { maxYoungGenerationSizeMb: 12 } as const;
