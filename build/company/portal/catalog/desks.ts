import type { DeskKey, PolicyKey } from '#build/company/portal/catalog/service-plan.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type DeskPlan = Pick<RowOf<'queue'>, 'name' | 'schedule' | 'holidays'>;

/** The desks of the catalog without their members. Schedules in minutes of the local day; null: the hours of the branch. */
export const deskPlans: Record<DeskKey, DeskPlan> = {
  it: {
    name: 'ИТ',
    // Two shifts, Saturdays included.
    schedule: { days: [1, 2, 3, 4, 5, 6], intervals: [[8 * 60, 22 * 60]] },
    holidays: 'standard',
  },
  people: { name: 'Кадры', schedule: null, holidays: 'standard' },
  accounting: { name: 'Бухгалтерия', schedule: null, holidays: 'standard' },
  purchasing: { name: 'Закупки', schedule: null, holidays: 'standard' },
  law: { name: 'Юристы', schedule: null, holidays: 'standard' },
  office: { name: 'Административный отдел', schedule: null, holidays: 'standard' },
};

type PolicyPlan = Pick<RowOf<'sla_policy'>, 'name' | 'calendar' | 'targets' | 'steps'>;

const hour = 60;
const day = 8 * hour;
const target = (response: number, resolution: number) => ({ response, resolution });

/** Warned at four fifths, told upwards when it is late, and once more when it is late by half. */
const steps: PolicyPlan['steps'] = [
  { of: 'response', at: 80, tell: 'assignee', raisePriority: false },
  { of: 'response', at: 100, tell: 'lead', raisePriority: false },
  { of: 'resolution', at: 80, tell: 'assignee', raisePriority: false },
  { of: 'resolution', at: 100, tell: 'lead', raisePriority: true },
  { of: 'resolution', at: 150, tell: 'manager', raisePriority: false },
];

/** What desks promise, in working minutes. */
export const policyPlans: Record<PolicyKey, PolicyPlan> = {
  usual: {
    name: 'Обычная',
    calendar: 'requester',
    targets: {
      low: target(2 * day, 10 * day),
      normal: target(day, 4 * day),
      high: target(4 * hour, 2 * day),
      critical: target(hour, day),
    },
    steps,
  },
  urgent: {
    name: 'Срочная',
    calendar: 'requester',
    targets: {
      low: target(day, 3 * day),
      normal: target(4 * hour, 2 * day),
      high: target(2 * hour, day),
      critical: target(30, 4 * hour),
    },
    steps,
  },
  // A copy of a paper about work is due within three working days (ст. 62 ТК РФ).
  certificates: {
    name: 'Справки и копии',
    calendar: 'requester',
    targets: {
      low: target(day, 3 * day),
      normal: target(4 * hour, 3 * day),
      high: target(2 * hour, day),
      critical: target(hour, 4 * hour),
    },
    steps,
  },
  long: {
    name: 'Длительная',
    calendar: 'requester',
    targets: {
      low: target(2 * day, 30 * day),
      normal: target(day, 15 * day),
      high: target(4 * hour, 8 * day),
      critical: target(2 * hour, 4 * day),
    },
    steps,
  },
  shifts: {
    name: 'ИТ по сменам',
    calendar: 'queue',
    targets: {
      low: target(8 * hour, 42 * hour),
      normal: target(4 * hour, 28 * hour),
      high: target(hour, 8 * hour),
      critical: target(15, 4 * hour),
    },
    steps,
  },
};
