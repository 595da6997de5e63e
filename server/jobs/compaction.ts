export interface CompactionDeps {
  organizations(): Promise<string[]>;
  /** Forgets what is older than an instant; returns how many leaves it were. */
  compact(org: string, before: number): Promise<number>;
  now(): number;
  /** The longest time a workstation may be away and still be told what has left, in milliseconds. */
  keepFor: number;
  onForgotten(org: string, leaves: number): void;
  onTrouble(trouble: unknown, org: string | null): void;
}

/** Milliseconds: the first time after a start, when the workstations have come back, and then once a day. */
const firstAfter = 10 * 60_000;
const every = 24 * 60 * 60_000;

/** Once for every organization. Never throws: trouble of one is no trouble of the others. */
async function compactAll(deps: CompactionDeps): Promise<void> {
  const before = deps.now() - deps.keepFor;
  try {
    for (const org of await deps.organizations()) {
      try {
        const leaves = await deps.compact(org, before);
        if (leaves > 0) deps.onForgotten(org, leaves);
      } catch (trouble) {
        deps.onTrouble(trouble, org);
      }
    }
  } catch (trouble) {
    deps.onTrouble(trouble, null);
  }
}

/** Forgets old leaves daily; two servers that do it on one database do no harm. Returns what stops it. */
export function startCompaction(deps: CompactionDeps): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const begin = (): void => {
    running = compactAll(deps);
  };
  const first = setTimeout(begin, firstAfter).unref();
  const later = setInterval(begin, every).unref();
  return () => {
    clearTimeout(first);
    clearInterval(later);
    return running;
  };
}
