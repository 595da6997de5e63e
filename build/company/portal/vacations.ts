import { addDays } from '#build/company/calendar.ts';
import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import { lastDay, leaveDays } from '#shared/domain/service/leave.ts';

/** The schedule of the year: [month-day, days] by login. What lies near today is left to the requests of the story. */
const schedule: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  krylova: [['03-16', 14]],
  yartsev: [
    ['05-12', 14],
    ['12-21', 10],
  ],
  yudin: [
    ['07-06', 14],
    ['02-02', 7],
  ],
  basov: [
    ['06-15', 14],
    ['12-14', 7],
  ],
  ten: [
    ['04-06', 14],
    ['09-07', 10],
  ],
  lapin: [
    ['05-18', 14],
    ['12-28', 4],
  ],
  erdman: [
    ['08-17', 14],
    ['12-21', 7],
  ],
  schukina: [['06-01', 14]],
  golubeva: [['05-12', 14]],
  valeev: [
    ['07-20', 14],
    ['03-02', 7],
  ],
  gizatullina: [['08-03', 14]],
  sharipov: [['06-29', 14]],
  voronov: [
    ['09-14', 14],
    ['03-23', 7],
  ],
  kuzmina: [
    ['07-13', 14],
    ['12-07', 7],
  ],
  isaeva: [
    ['08-24', 14],
    ['04-20', 7],
  ],
  belov: [
    ['06-22', 14],
    ['01-19', 7],
  ],
  zaitseva: [
    ['07-27', 14],
    ['12-14', 10],
  ],
  panov: [
    ['05-25', 14],
    ['12-21', 7],
  ],
  mironova: [['09-21', 7]],
  orlov: [
    ['08-31', 14],
    ['02-09', 7],
  ],
  kim: [
    ['07-06', 14],
    ['12-21', 10],
  ],
  tarasov: [['06-08', 14]],
};

/** So many days around today belong to the story: nobody of it is away by the schedule. */
const storyDays = 60;

/** Days that everybody has earned, and the schedule (график отпусков): past ones as taken, later ones as plans. */
export function setUpVacations(stage: Stage, cast: Cast): void {
  const hr = cast.person('ten');
  let at = cast.at(160, 11);
  const next = (): number => {
    at += 60_000;
    return at;
  };
  const today = cast.day(0);
  const year = cast.day(-40).slice(0, 4);
  for (const [place, [login, parts]] of Object.entries(schedule).entries()) {
    const employeeId = cast.person(login);
    const from = `${year}-01-01`;
    stage.run(hr, next(), 'vacation_grant.create', { employeeId, from, days: 28, note: `Рабочий год ${year}` });
    const rest = 3 + ((place * 5) % 7);
    stage.run(hr, next(), 'vacation_grant.create', { employeeId, from, days: rest, note: 'Остаток прошлых лет' });
    for (const [day, days] of parts) {
      const first = `${year}-${day}`;
      const last = lastDay(first, days);
      if (last < addDays(today, -storyDays)) putTaken(stage, { employeeId, from: first, to: last, at: next() });
      else if (first > today)
        stage.run(hr, next(), 'vacation.plan', { employeeId, type: 'annual', from: first, to: last });
    }
  }
}

/** A vacation from before the portal, as HR entered it from the paper card: it has no request. */
function putTaken(stage: Stage, given: { employeeId: string; from: string; to: string; at: number }): void {
  const { employeeId, from, to, at } = given;
  const { branchId, departmentId } = stage.get('employee', employeeId);
  stage.put('vacation', {
    id: stage.newId(at),
    employeeId,
    branchId,
    departmentId: departmentId ?? null,
    type: 'annual',
    from,
    to,
    days: leaveDays(from, to),
    state: 'approved',
    substituteId: null,
    substitutionId: null,
    ticketId: null,
    createdById: stage.of('employee').find((one) => one.roles.includes('hr'))?.id ?? employeeId,
    createdAt: at,
    cancelledAt: null,
  });
}
