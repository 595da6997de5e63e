import { appendFileSync } from 'node:fs';

export interface Saved {
  id: string;
  n: number;
  name: string;
  /** Name of the workstation that said so. */
  station: string;
  at: number;
}

/** What the workstations have told their people: the only witness of the promise, kept outside everything that is broken on purpose. */
export class Journal {
  readonly #path: string;
  readonly all: Saved[] = [];
  /** How often a workstation said no at once, by code. */
  readonly refusals: Record<string, number> = {};

  constructor(path: string) {
    this.#path = path;
  }

  saved(station: { name: string }, { id, n, name }: { id: string; n: number; name: string }): void {
    const entry = { id, n, name, station: station.name, at: Date.now() };
    this.all.push(entry);
    appendFileSync(this.#path, `${JSON.stringify(entry)}\n`);
  }

  refused(_station: { name: string }, { code }: { code: string }): void {
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
  }

  of(station: string): Saved[] {
    return this.all.filter((one) => one.station === station);
  }
}
