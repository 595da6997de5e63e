/** What pending commands read and wrote, as the workstation has recorded it. */
export interface PendingKeys {
  /** Numbers of pending commands that read this key, or write this row. */
  dependents(key: string): readonly number[];
  /** Rows and index places that a pending command wrote. */
  writes(n: number): readonly string[];
}

export interface RebasePlan {
  /** Commands whose effect must be taken away, in order; those the centre has consumed are among them. */
  commands: number[];
  /** Everything whose confirmed value must stand before the commands run again. */
  keys: Set<string>;
}

/**
 * Finds what a change from the centre touches: the commands that read or wrote one of its keys or were consumed by the centre,
 * then the commands that depend on what those wrote, and so on. The cost follows the delta, never the size of the outbox.
 */
export function planRebase(delta: Iterable<string>, consumed: Iterable<number>, pending: PendingKeys): RebasePlan {
  const keys = new Set<string>();
  const commands = new Set<number>();
  const queue: string[] = [];
  const addKey = (key: string): void => {
    if (keys.has(key)) return;
    keys.add(key);
    queue.push(key);
  };
  const addCommand = (n: number): void => {
    if (commands.has(n)) return;
    commands.add(n);
    for (const key of pending.writes(n)) addKey(key);
  };
  for (const key of delta) addKey(key);
  for (const n of consumed) addCommand(n);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const n of pending.dependents(key)) addCommand(n);
  }
  return { commands: [...commands].sort((left, right) => left - right), keys };
}
