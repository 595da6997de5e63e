import { drainPause } from '#electron/core/sync/pull-times.ts';
import type { Refused } from '#shared/sync/down.ts';

/** After the first failure of the centre, and at most, in milliseconds. */
const [first, longest] = [1_500, 60_000];

/** How long a centre is left alone that has had enough of us, or that failed: twice as long with every failure in a row. */
export class AgainAfter {
  #failures = 0;

  /** Milliseconds; null after a refusal that another try does not change. */
  wait({ code, details }: Pick<Refused, 'code' | 'details'>): number | null {
    if (code === 'LIMIT') return Number(details?.['retryAfterMs'] ?? drainPause);
    // A database that restarts, or a fault of the program: the first passes by itself, the second must not be asked in a circle.
    if (code !== 'INTERNAL') return null;
    this.#failures += 1;
    return Math.min(longest, first * 2 ** (this.#failures - 1));
  }

  /** The centre does what it is asked. */
  answered(): void {
    this.#failures = 0;
  }
}
