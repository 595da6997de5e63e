import type { Pulled } from '#shared/sync/down.ts';

/**
 * Whether the pages of one pull still send the same scopes whole. When one is lost or gained between two pages, what was seen until now
 * says nothing of what left while nobody here might look: all of it has to be asked for from its beginning.
 */
export class PageCourse {
  #sentWhole: string | null = null;

  /** A pull begins: its first page sets the course. */
  begin(): void {
    this.#sentWhole = null;
  }

  /** false: the page after this one must be the first of another pull. */
  holds({ scopeAdds, scopeDrops }: Pick<Pulled, 'scopeAdds' | 'scopeDrops'>): boolean {
    const before = this.#sentWhole;
    this.#sentWhole = scopeAdds.join();
    return scopeDrops.length === 0 && (before === null || before === this.#sentWhole);
  }
}
