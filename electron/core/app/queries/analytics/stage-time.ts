import { slowestOf, spreadOf } from '#electron/core/app/queries/analytics/spread.ts';
import type { StageSpread } from '#shared/queries/analytics.ts';

/** How long one case stood in a stage, in working minutes. */
export interface StageCase {
  id: string;
  queue: number;
  work: number;
  waiting: number;
  people: readonly string[];
}

/** What is known of one stage over all cases. */
export class StageTime {
  readonly people = new Set<string>();
  readonly #ids: string[] = [];
  readonly #minutes: number[] = [];
  readonly #sums = { queue: 0, work: 0, waiting: 0 };

  add({ id, queue, work, waiting, people }: StageCase): void {
    this.#ids.push(id);
    this.#minutes.push(queue + work + waiting);
    this.#sums.queue += queue;
    this.#sums.work += work;
    this.#sums.waiting += waiting;
    for (const person of people) this.people.add(person);
  }

  told(key: string, name: string, type: StageSpread['type']): StageSpread {
    const { queue, work, waiting } = this.#sums;
    const count = Math.max(1, this.#ids.length);
    return {
      key,
      name,
      type,
      spread: spreadOf(this.#minutes),
      split: { queue: queue / count, work: work / count, waiting: waiting / count },
      slowest: slowestOf(this.#ids, this.#minutes),
    };
  }
}

/** Stages in the order in which they were first met. */
export class Stages {
  readonly #known = new Map<string, { name: string; type: StageSpread['type']; time: StageTime }>();

  at(key: string, name: string, type: StageSpread['type']): StageTime {
    const known = this.#known.get(key);
    if (known) return known.time;
    const time = new StageTime();
    this.#known.set(key, { name, type, time });
    return time;
  }

  told(): StageSpread[] {
    return [...this.#known].map(([key, { name, type, time }]) => time.told(key, name, type));
  }

  people(key: string): number {
    return this.#known.get(key)?.time.people.size ?? 0;
  }
}

/** Fewer cases say nothing of a stage while others have more. */
const enough = 3;

/** The stage that keeps one in ten longest; of equal ones the first. */
export function slowestStage(stages: readonly StageSpread[]): StageSpread | null {
  const known = stages.filter((one) => (one.spread.p90 ?? 0) > 0);
  const telling = known.filter((one) => one.spread.count >= enough);
  let slowest: StageSpread | null = null;
  for (const one of telling.length > 0 ? telling : known)
    if (slowest === null || (one.spread.p90 ?? 0) > (slowest.spread.p90 ?? 0)) slowest = one;
  return slowest;
}

export const queueShareOf = ({ spread, split }: StageSpread): number =>
  spread.mean === null || spread.mean === 0 ? 0 : split.queue / spread.mean;
