import type { Stage } from '#build/company/contracts/stage.ts';
import { dayLength, localDate } from '#shared/lib/dates/local-time.ts';

/** What the centre does by itself while a story is told: escalations, silent closes, substitutions that begin and end. */
export class CentreJobs {
  readonly #stage: Stage;
  readonly #done = new Set<string>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Does what has come due before an instant, each at its own time. */
  until(at: number): void {
    for (let next = this.#next(at); next; next = this.#next(at)) {
      this.#done.add(next.key);
      next.run();
    }
  }

  #next(at: number): Due | undefined {
    const due = [...this.#checks(), ...this.#substitutions(at)];
    const open = due.filter((one) => one.at <= at && !this.#done.has(one.key));
    return open.sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))[0];
  }

  *#checks(): Iterable<Due> {
    for (const { id, checkAt } of this.#stage.of('ticket'))
      if (checkAt !== null) {
        const run = () => this.#stage.run(null, checkAt, 'ticket.check', { id });
        yield { key: `check/${id}/${checkAt}`, at: checkAt, run };
      }
  }

  *#substitutions(at: number): Iterable<Due> {
    for (const row of this.#stage.of('substitution')) {
      if (row.cancelledAt !== null) continue;
      const employee = this.#stage.get('employee', row.employeeId);
      const { offsets } = this.#stage.get('branch', employee.branchId);
      const today = localDate(offsets, at);
      const midnight = Math.floor((at + (offsets[0]?.minutes ?? 0) * 60_000) / dayLength) * dayLength;
      const early = midnight - (offsets[0]?.minutes ?? 0) * 60_000 + 60_000;
      const { id } = row;
      if (row.begunAt === null && row.from <= today) {
        const run = () => this.#stage.run(null, Math.min(at, early), 'substitution.begin', { id });
        yield { key: `begin/${id}`, at: Math.min(at, early), run };
      }
      if (row.lentQueueIds?.length && !row.endedAt && row.to < today) {
        const run = () => this.#stage.run(null, Math.min(at, early), 'substitution.end', { id });
        yield { key: `end/${id}`, at: Math.min(at, early), run };
      }
    }
  }
}

interface Due {
  key: string;
  at: number;
  run: () => void;
}
