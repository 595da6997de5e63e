import type { QueryResult } from '#shared/queries/registry.ts';
import type { ScheduleLine } from '#shared/queries/service.ts';

type Overlap = QueryResult<'vacation.schedule'>['overlaps'][number];

export interface ScheduleGroup {
  key: string;
  /** null: people without a department. */
  name: string | null;
  city: string;
  lines: ScheduleLine[];
  /** Days on which more than one of them is away. */
  overlaps: Overlap[];
}

/** The lines as they come, under the names of their departments. */
export function groupsOf({ lines, overlaps }: QueryResult<'vacation.schedule'>): ScheduleGroup[] {
  const groups = new Map<string, ScheduleGroup>();
  for (const line of lines) {
    const key = `${line.branchCity}/${line.departmentName ?? ''}`;
    const group = groups.get(key) ?? { key, name: line.departmentName, city: line.branchCity, lines: [], overlaps: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    const ids = new Set(group.lines.map((line) => line.employeeId));
    group.overlaps = overlaps.filter((overlap) => overlap.employeeIds.some((id) => ids.has(id)));
  }
  return [...groups.values()];
}
