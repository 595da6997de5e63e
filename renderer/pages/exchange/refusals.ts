import { entityOf } from '#shared/domain/registry.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** A refused change with those that the centre refused because of it. */
export interface RefusedGroup {
  first: OutboxLine;
  dependants: OutboxLine[];
}

/** Reasons that speak of another change or record rather than of this one. */
const derived = new Set(['DEPENDS_ON_REJECTED', 'NOT_FOUND', 'NOT_HERE']);

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** The instant inside an id; a command and every record it creates share it, and no two commands of a workstation do. */
const instantIn = (id: string): string => id.slice(0, 13);

/**
 * Refused changes in the order they were entered, dependants under the first one they depend on: by the id the centre names,
 * by a record in their arguments that the earlier one would have created, because an earlier refused change is about the same record,
 * or because the same record refuses both for the same reason.
 */
export function groupRefusals(lines: readonly OutboxLine[]): RefusedGroup[] {
  const groups: RefusedGroup[] = [];
  const groupOf = new Map<string, RefusedGroup>();
  const groupAt = new Map<string, RefusedGroup>();
  for (const line of [...lines].sort((left, right) => left.n - right.n)) {
    const created = createdBefore(line, groupAt);
    const cause =
      created ?? (line.code && derived.has(line.code) ? causeOf(line, groups, groupOf) : sameReason(line, groups));
    const group = cause ?? { first: line, dependants: [] };
    if (cause) cause.dependants.push(line);
    else groups.push(group);
    groupOf.set(line.id, group);
    if (isId(line.id)) groupAt.set(instantIn(line.id), group);
  }
  return groups;
}

/** Whether a refused change may run when it is entered again by itself: the record it speaks of is here, or it makes that record. */
export function mayRunAgain({ id, about }: OutboxLine): boolean {
  if (about === null || about.here || !entityOf(about.entity)) return true;
  return isId(id) && instantIn(about.id) === instantIn(id);
}

const isId = (text: string): boolean => text.match(anyId)?.[0] === text;

/** The group whose refused change would have created a record that this one speaks of. */
function createdBefore(line: OutboxLine, groupAt: ReadonlyMap<string, RefusedGroup>): RefusedGroup | undefined {
  for (const id of JSON.stringify([line.args, line.about?.id]).match(anyId) ?? []) {
    const group = groupAt.get(instantIn(id));
    if (group) return group;
  }
  return undefined;
}

/** A closed record refuses every change of it alike: one item, not as many as there were changes. */
const ofRecord = new Set(['ARCHIVED', 'TICKET_ENDED', 'APPROVED_LOCKED', 'IN_APPROVAL']);

const sameReason = (line: OutboxLine, groups: readonly RefusedGroup[]): RefusedGroup | undefined =>
  line.code !== null && ofRecord.has(line.code)
    ? groups.find(({ first }) => first.code === line.code && first.about !== null && first.about.id === line.about?.id)
    : undefined;

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
