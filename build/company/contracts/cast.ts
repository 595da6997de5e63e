import { addDays, dateOf, instantOf, isWorkingDay } from '#build/company/calendar.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** The people and places of the demo company by the names its story uses. */
export interface Cast {
  person(login: string): Id;
  branch(code: string): Id;
  party(name: string): RowOf<'counterparty'>;
  /** UTC instant of a Moscow time of day, so many working days before today; 0 is the last working day that has begun. */
  at(daysAgo: number, hours: number, minutes?: number): number;
  /** The date so many calendar days from today. */
  day(days: number): string;
}

const moscow = 180;

export function castOf(stage: Stage, now: number, loginSuffix: string): Cast {
  const people = new Map(stage.of('employee').map((one) => [one.login, one.id]));
  const branches = new Map(stage.of('branch').map((one) => [one.code, one.id]));
  const parties = stage.of('counterparty');
  const today = dateOf(now, moscow);
  return {
    person: (login) => found(people.get(login + loginSuffix), login),
    branch: (code) => found(branches.get(code), code),
    party: (name) =>
      found(
        parties.find((one) => one.name.replace(/[«»]/g, '') === name),
        name,
      ),
    at(daysAgo, hours, minutes = 0) {
      let date = today;
      // What is told of today has happened already, whatever the hour of the first start.
      if (!isWorkingDay(date) || instantOf(date, 18 * 60, moscow) > now) date = addDays(date, -1);
      while (!isWorkingDay(date)) date = addDays(date, -1);
      for (let left = daysAgo; left > 0; left -= isWorkingDay(date) ? 1 : 0) date = addDays(date, -1);
      while (!isWorkingDay(date)) date = addDays(date, -1);
      return instantOf(date, hours * 60 + minutes, moscow);
    },
    day: (days) => addDays(today, days),
  };
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the demo company has no ${name}`);
  return value;
}
