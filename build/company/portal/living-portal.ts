import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import type { Emitted } from '#build/company/emitted.ts';
import type { Papers } from '#build/company/portal/catalog/definition-of.ts';
import { measureServices } from '#build/company/portal/measures.ts';
import { Numbering } from '#build/company/portal/numbering.ts';
import { planPast } from '#build/company/portal/past/past-plan.ts';
import { pastRequests } from '#build/company/portal/past/past-requests.ts';
import { PastCompany } from '#build/company/portal/past/past-world.ts';
import { type Portal, setUpPortal } from '#build/company/portal/set-up-portal.ts';
import { paper } from '#build/company/portal/story/acts.ts';
import { hoursBefore, storyHours } from '#build/company/portal/story/story-clock.ts';
import type { Scene } from '#build/company/portal/story/tale.ts';
import { tales } from '#build/company/portal/story/tales.ts';
import { tellTales } from '#build/company/portal/story/tell-tales.ts';
import { setUpVacations } from '#build/company/portal/vacations.ts';
import { createRandom } from '#build/company/random.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface LivingPortalOptions {
  seed: number;
  now: number;
  /** Requests that have ended, beside those that live. */
  past: { count: number; days: number };
  /** Print forms that the company has. */
  papers?: Papers;
}

export interface LivingPortal {
  portal: Portal;
  files: Map<string, Uint8Array>;
  /** Ids of the living tickets by the keys of their tales. */
  tickets: ReadonlyMap<string, Id>;
  /** Requests of the past: they stand beside the rows of the stage. */
  past: Emitted[];
}

/** More than these are made for measuring: without what was said in them. */
const lively = 2_000;

/**
 * The portal of the demo company, the requests that live in it, made by the product's own commands, and requests that have ended. To be
 * told after everything else: what is put on the stage later is not counted.
 */
export function livingPortal(stage: Stage, cast: Cast, { seed, now, past, papers }: LivingPortalOptions): LivingPortal {
  const portal = setUpPortal(stage, cast, papers);
  setUpVacations(stage, cast);
  const company = new PastCompany(stage, portal);
  const wishes = planPast(createRandom(seed, 'past plan'), company, { ...past, now });
  const pastBefore = (at: number): number => wishes.filter((wish) => wish.heard <= at).length;
  const numbering = new Numbering(stage, cast.at(180, 9), pastBefore);
  const scene: Scene = { stage, cast, portal, files: new Map(), tickets: new Map() };
  tellTales(scene, tales, now, (at) => numbering.before(at));
  numbering.before(now);
  keepAtHand(scene);
  askAgainAndAgain(scene, now);
  const bill = paper('Счёт.pdf', ['Счёт на оплату', 'Оплачен']);
  if (wishes.length > 0) scene.files.set(bill.value.sha256, bill.bytes);
  const numberOf = (index: number): string => numbering.ofPast(index, wishes[index]?.heard ?? 0);
  const options = { seed, now, bill: bill.value, device: stage.deviceOf, bulk: past.count > lively };
  const ended = [...pastRequests(company, wishes, numberOf, options)];
  measureServices(stage, ended);
  return { portal, files: scene.files, tickets: scene.tickets, past: ended };
}

/** Services that people have starred. */
function keepAtHand({ stage, cast, portal }: Scene): void {
  const stars: Record<string, string[]> = {
    krylova: ['vacation', 'purchase', 'pass'],
    schukina: ['payment', 'it_question'],
    valeev: ['onboarding', 'payment'],
    erdman: ['equipment'],
  };
  for (const [login, keys] of Object.entries(stars))
    for (const [index, key] of keys.entries()) {
      const at = cast.at(30, 12, index);
      stage.run(cast.person(login), at, 'favourite.mark', { serviceId: portal.services.get(key) ?? '', marked: true });
    }
}

function askAgainAndAgain({ stage, cast, portal }: Scene, now: number): void {
  const at = hoursBefore(storyHours.office, now, 1);
  const servers = {
    subject: 'Обновление серверов 1С',
    text: 'Ежемесячно, после закрытия периода: копия, обновление, проверка отчётов.',
    area: '1С',
  };
  const safety = { kind: 'Другое', subject: 'Проверка огнетушителей и аптечек', place: 'Москва, Лесная, все этажи' };
  stage.run(cast.person('krylova'), at, 'recurring_ticket.create', {
    title: safety.subject,
    serviceId: portal.services.get('workplace') ?? '',
    values: safety,
    requesterId: cast.person('krylova'),
    every: 'quarter',
    day: 10,
    workingDay: true,
    until: null,
  });
  stage.run(cast.person('lapin'), at + 60_000, 'recurring_ticket.create', {
    title: servers.subject,
    serviceId: portal.services.get('it_question') ?? '',
    values: servers,
    requesterId: cast.person('lapin'),
    every: 'month',
    day: 12,
    workingDay: true,
    until: null,
  });
}
