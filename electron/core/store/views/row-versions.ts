/** Changes that are told one by one; who asks about older ones reads everything again. */
const mostChanges = 100;

interface Followed {
  version: number;
  /** The newest changes, each of which raised the version by one; null: of more rows than were told. */
  changes: (readonly string[] | null)[];
}

/** Counts the changes of rows by entity, and tells which rows they were. */
export class RowVersions {
  readonly #followed = new Map<string, Followed>();

  /** Raised at each change. */
  of = (entity: string): number => this.#followed.get(entity)?.version ?? 0;

  /** Ids of the rows that have changed since; null: any may have. */
  since = (entity: string, version: number): readonly string[] | null => {
    const { version: now, changes } = this.#followed.get(entity) ?? { version: 0, changes: [] };
    const missed = now - version;
    if (missed < 0 || missed > changes.length) return null;
    const ids = new Set<string>();
    for (const change of changes.slice(changes.length - missed)) {
      if (change === null) return null;
      for (const id of change) ids.add(id);
    }
    return [...ids];
  };

  changed(entity: string, ids?: readonly string[]): void {
    const { version, changes } = this.#followed.get(entity) ?? { version: 0, changes: [] };
    this.#followed.set(entity, { version: version + 1, changes: [...changes, ids ?? null].slice(-mostChanges) });
  }

  /** Another database: nothing that was read holds. */
  forget(): void {
    for (const entity of this.#followed.keys()) this.changed(entity);
  }
}
