import { branchPlans } from '#build/company/branches.ts';
import { addDays, dateOf, instantOf, isWorkingDay } from '#build/company/calendar.ts';
import { delay } from '#build/company/portal/past/past-log.ts';
import { pastServices } from '#build/company/portal/past/past-services.ts';
import type { KnownService, PastCompany } from '#build/company/portal/past/past-world.ts';
import type { Random } from '#build/company/random.ts';
import { isOffered } from '#shared/commands/service/audience.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** When and by whom something was asked for; instants in UTC milliseconds. */
export interface PastWish {
  at: number;
  /** When the centre learned of it: hours later where there was no link. */
  heard: number;
  /** Its local day. */
  date: string;
  service: KnownService;
  requester: RowOf<'employee'>;
}

/** The youngest of them is so many days old: it has had time to end. */
const youngest = 5;

/** Requests of the last `days` days in the order in which the centre learned of them, in working hours of who asked. */
export function planPast(
  random: Random,
  company: PastCompany,
  { count, now, days }: { count: number; now: number; days: number },
): PastWish[] {
  const today = dateOf(now, branchPlans[0]?.offset ?? 0);
  const dates = Array.from({ length: days - youngest }, (_, index) => addDays(today, index - days)).filter(
    isWorkingDay,
  );
  const weights = company.services.map((service) => [service, pastServices[service.key]?.weight ?? 1] as const);
  const wishes: PastWish[] = [];
  while (wishes.length < count && dates.length > 0) {
    const service = random.weighted(weights);
    const requester = random.pick(company.people);
    if (!mayAsk(company, service, requester)) continue;
    const { offsets, code } = company.branch(requester.branchId);
    const offset = offsets[0]?.minutes ?? 0;
    const date = random.pick(dates);
    const at = instantOf(date, random.between(9 * 60, 17 * 60 + 30), offset) + random.below(60_000);
    const cutOff = code !== 'МСК' && random.chance(code === 'ВЛД' ? 0.12 : 0.02);
    const heard = cutOff ? at + random.between(40, 420) * 60_000 : at + delay;
    wishes.push({ at, heard, date, service, requester });
  }
  return wishes.sort((one, other) => one.heard - other.heard || one.at - other.at);
}

/** Whoever leads everybody has nobody to agree to what they ask for. */
function mayAsk(company: PastCompany, { definition, route }: KnownService, requester: RowOf<'employee'>): boolean {
  if (!isOffered(definition, requester)) return false;
  const needsHead = route?.steps.some((step) => step.members.some((member) => member.type === 'head')) ?? false;
  return !needsHead || company.headOf(requester) !== null;
}
