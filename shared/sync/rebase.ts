/** What pending commands read and wrote, as the workstation has recorded it. */
export interface PendingKeys {
  /** Numbers of pending commands that read this key, or write this row. */
  dependents(key: string): readonly number[];
  /** Numbers of pending commands that write this row, or come to or leave this index place. */
  writers(key: string): readonly number[];
  /** Rows and index places that a pending command read. */
  reads(n: number): readonly string[];
  /** Rows and index places that a pending command wrote. */
  writes(n: number): readonly string[];
}

export interface RebasePlan {
  /** Commands whose effect must be taken away, in order; those the centre has consumed are among them. */
  commands: number[];
  /** Everything whose confirmed value must stand before the commands run again. */
  keys: Set<string>;
}

/** Where a plan begins. */
export interface Disturbance {
  /** Rows that change, and the index places they leave or come to. */
  delta?: Iterable<string>;
  /** Commands that come to an end: their effect goes and does not come back. */
  consumed?: Iterable<number>;
  /** Commands that have to run again whatever else happens. */
  again?: Iterable<number>;
}

/**
 * Finds what hangs together with a change: the commands that read or wrote one of its keys or were consumed by the centre, then
 * the commands that depend on what those wrote, and so on. A command that runs again must find what stood before it, so later
 * writers of what it reads are taken away with it. The cost follows the delta, never the size of the outbox.
 */
export function planRebase({ delta = [], consumed = [], again = [] }: Disturbance, pending: PendingKeys): RebasePlan {
  const keys = new Set<string>();
  const commands = new Set<number>();
  const ended = new Set(consumed);
  const queue: string[] = [];
  const waiting: number[] = [];
  const writers = new Map<string, readonly number[]>();
  const writersOf = (key: string): readonly number[] => {
    const found = writers.get(key) ?? pending.writers(key);
    writers.set(key, found);
    return found;
  };
  const addKey = (key: string): void => {
    if (keys.has(key)) return;
    keys.add(key);
    queue.push(key);
  };
  const addCommand = (n: number): void => {
    if (commands.has(n)) return;
    commands.add(n);
    waiting.push(n);
  };
  for (const key of delta) addKey(key);
  for (const n of ended) addCommand(n);
  for (const n of again) addCommand(n);
  while (queue.length > 0 || waiting.length > 0) {
    for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) {
      const place = n;
      for (const key of pending.writes(place)) addKey(key);
      if (ended.has(place)) continue;
      for (const key of pending.reads(place)) for (const other of writersOf(key)) if (other > place) addCommand(other);
    }
    const key = queue.pop();
    if (key !== undefined) for (const n of pending.dependents(key)) addCommand(n);
  }
  return { commands: [...commands].sort((left, right) => left - right), keys };
}
