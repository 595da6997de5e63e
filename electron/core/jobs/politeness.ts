import { Transform, type TransformCallback } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** Commands on the wire go first; files wait for them, but never longer than this at a time, in milliseconds. */
const longestWait = 3_000;
const look = 20;

/** Resolves when no command is on its way, at the latest after three seconds, so that files cannot starve. */
async function giveWay(busy: () => boolean, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < longestWait && busy() && !signal.aborted; waited += look) await pause(look);
}

/** Bytes pass through in small pieces, each of which lets commands go first. `passed` hears how many came by. */
export function polite(busy: () => boolean, signal: AbortSignal, passed: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      passed(chunk.length);
      if (!busy()) return done(null, chunk);
      void giveWay(busy, signal).then(() => done(null, chunk));
    },
  });
}

/** Ends a transfer that has stood still: a connection that is half open says nothing. */
export class StallWatch {
  readonly #timer: NodeJS.Timeout;

  /** `patience` in milliseconds. */
  constructor(patience: number, stalled: () => void) {
    this.#timer = setTimeout(stalled, patience);
  }

  moved(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
