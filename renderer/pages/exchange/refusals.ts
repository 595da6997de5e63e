import type { OutboxLine } from '#shared/queries/exchange.ts';

/** A refused change with those that the centre refused because of it. */
export interface RefusedGroup {
  first: OutboxLine;
  dependants: OutboxLine[];
}

/** Reasons that speak of another change or record rather than of this one. */
const derived = new Set(['DEPENDS_ON_REJECTED', 'NOT_FOUND', 'NOT_HERE']);

/**
 * Refused changes in the order they were entered, dependants under the first one they depend on: by the id the centre names,
 * or because an earlier refused change is about the same record.
 */
export function groupRefusals(lines: readonly OutboxLine[]): RefusedGroup[] {
  const groups: RefusedGroup[] = [];
  const groupOf = new Map<string, RefusedGroup>();
  for (const line of [...lines].sort((left, right) => left.n - right.n)) {
    const cause = line.code && derived.has(line.code) ? causeOf(line, groups, groupOf) : undefined;
    const group = cause ?? { first: line, dependants: [] };
    if (cause) cause.dependants.push(line);
    else groups.push(group);
    groupOf.set(line.id, group);
  }
  return groups;
}

function causeOf(
  line: OutboxLine,
  groups: readonly RefusedGroup[],
  groupOf: ReadonlyMap<string, RefusedGroup>,
): RefusedGroup | undefined {
  const named = Object.values(line.details ?? {}).filter((value) => typeof value === 'string');
  for (const id of named) {
    const group = groupOf.get(id);
    if (group) return group;
  }
  const touched = new Set([...named, ...(line.about ? [line.about.id] : [])]);
  return groups.find(({ first, dependants }) =>
    [first, ...dependants].some((earlier) => earlier.about !== null && touched.has(earlier.about.id)),
  );
}
