import type { Readable } from '#electron/core/store/handle.ts';
import { answer } from '#electron/core/store/rows/read.ts';
import type { ReadAnswer, Reading, ReadRequest } from '#shared/commands/reading.ts';

/** Runs what commands are made of over the rows of this workstation; what it writes stays in its transaction. Throws what it refuses. */
export function runReading<T>(
  db: Readable,
  steps: Reading<T>,
  answering: (request: ReadRequest) => ReadAnswer = (request) => answer(db, request),
): T {
  let step = steps.next();
  while (!step.done) step = steps.next(answering(step.value));
  return step.value;
}
