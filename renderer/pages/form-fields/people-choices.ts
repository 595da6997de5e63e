import type { Employee } from '#renderer/data/directory.tsx';

/** What the place of a form knows of the people who may be named in it. */
export interface PeopleFacts {
  /** The person whose colleagues come first. */
  nearId: string;
  /** Those who cannot be named: oneself as one's own substitute. */
  without: readonly string[];
  /** Who is away, and when, in words. */
  away: ReadonlyMap<string, string>;
}

export type Nearness = 'department' | 'branch' | 'others';

/** People who work here by how near they are: one's own department, then the branch, then everybody else; by name within each. */
export function byNearness(
  people: readonly Employee[],
  { nearId, without }: Pick<PeopleFacts, 'nearId' | 'without'>,
): { nearness: Nearness; people: Employee[] }[] {
  const own = people.find((one) => one.id === nearId);
  const nearnessOf = (one: Employee): Nearness => {
    if (own?.departmentId && own.departmentId === one.departmentId) return 'department';
    return own?.branchId === one.branchId ? 'branch' : 'others';
  };
  const active = people
    .filter((one) => one.state === 'active' && !without.includes(one.id))
    .sort((one, other) => one.fullName.localeCompare(other.fullName));
  return (['department', 'branch', 'others'] as const)
    .map((nearness) => ({ nearness, people: active.filter((one) => nearnessOf(one) === nearness) }))
    .filter((group) => group.people.length > 0);
}
