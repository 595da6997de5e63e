import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import { workingTimeOf } from '#shared/commands/approval/branch-time.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';
import { defaultSchedule, type WorkingTime } from '#shared/lib/working-time/working-time.ts';
import type { PersonLine } from '#shared/queries/approval.ts';

/** The company's people, and the working time of its branches. */
export interface Staff {
  /** Somebody who is not on this workstation has no name. */
  person(id: string): PersonLine;
  nameOf(id: string | null): string | null;
  /** The branch of a person; empty for one who is not on this workstation. */
  branchOf(employeeId: string): string;
  /** Working time of the branch of a person. */
  timeOf(employeeId: string): WorkingTime;
  timeIn(branchId: string): WorkingTime;
  /** The day it is in a branch. */
  todayIn(branchId: string): string;
  /** The day it is in the branch of a person. */
  todayOf(employeeId: string): string;
}

type Person = Pick<RowOf<'employee'>, 'id' | 'fullName' | 'position' | 'branchId'>;

interface Known {
  people: ReadonlyMap<string, Person>;
  branches: ReadonlyMap<string, { name: string; time: WorkingTime }>;
}

/** For a branch that is not on this workstation. */
const utc: WorkingTime = { offsets: [], schedule: defaultSchedule, calendar: [] };
const keptFor = new WeakMap<Readable, Latest<Known>>();

/** Read once per version of the small tables it is made of: the tables of working days are built once as well. */
export function staffOf(db: Readable, deps: QueryDeps): Staff {
  const kept = keptFor.get(db) ?? new Latest<Known>();
  keptFor.set(db, kept);
  const versions = (['employee', 'branch', 'working_calendar'] as const).map((entity) => deps.versions(entity));
  const { people, branches } = kept.get(versions.join('/'), () => read(db));
  const now = deps.now();
  const timeIn = (branchId: string | undefined): WorkingTime => branches.get(branchId ?? '')?.time ?? utc;
  const timeOf = (employeeId: string): WorkingTime => timeIn(people.get(employeeId)?.branchId);
  return {
    person(id) {
      const found = people.get(id);
      const branchName = branches.get(found?.branchId ?? '')?.name ?? null;
      return { id, fullName: found?.fullName ?? '', position: found?.position ?? '', branchName };
    },
    nameOf: (id) => people.get(id ?? '')?.fullName ?? null,
    branchOf: (employeeId) => people.get(employeeId)?.branchId ?? '',
    timeOf,
    timeIn,
    todayIn: (branchId) => localDate(timeIn(branchId).offsets, now),
    todayOf: (employeeId) => localDate(timeOf(employeeId).offsets, now),
  };
}

function read(db: Readable): Known {
  const people = prepared(db, 'SELECT id, fullName, position, branchId FROM employee').all() as Person[];
  // One list of years for all branches: the tables of days are remembered by it.
  const calendar = rowsOf(db, 'working_calendar', 'ORDER BY year').map(({ year, days }) => ({ year, days }));
  const branches = rowsOf(db, 'branch', '');
  return {
    people: new Map(people.map((one) => [one.id, one])),
    branches: new Map(branches.map((one) => [one.id, { name: one.name, time: workingTimeOf(one, calendar) }])),
  };
}
