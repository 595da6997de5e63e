import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import { type Portal, setUpPortal } from '#build/company/portal/set-up-portal.ts';
import { hoursBefore, storyHours } from '#build/company/portal/story/story-clock.ts';
import type { Scene } from '#build/company/portal/story/tale.ts';
import { tales } from '#build/company/portal/story/tales.ts';
import { tellTales } from '#build/company/portal/story/tell-tales.ts';
import { setUpVacations } from '#build/company/portal/vacations.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface LivingPortal {
  portal: Portal;
  files: Map<string, Uint8Array>;
  /** Ids of the living tickets by the keys of their tales. */
  tickets: ReadonlyMap<string, Id>;
}

/**
 * The portal of the demo company and the requests that live in it, made by the product's own commands. `pastBefore` tells how many
 * requests had been made before an instant, besides those told here: numbers go on from there.
 */
export function livingPortal(
  stage: Stage,
  cast: Cast,
  { now, pastBefore }: { now: number; pastBefore: (at: number) => number },
): LivingPortal {
  const portal = setUpPortal(stage, cast);
  setUpVacations(stage, cast);
  const scene: Scene = { stage, cast, portal, files: new Map(), tickets: new Map() };
  const counter = stage.newId(cast.at(180, 9));
  tellTales(scene, tales, now, (at) => {
    const made = stage.of('ticket').length;
    stage.put('counter', { id: counter, name: 'ticket', last: pastBefore(at) + made });
  });
  stage.put('counter', { id: counter, name: 'ticket', last: pastBefore(now) + stage.of('ticket').length });
  keepAtHand(scene);
  askAgainAndAgain(scene, now);
  return { portal, files: scene.files, tickets: scene.tickets };
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
  const serviceId = portal.services.get('workplace') ?? '';
  stage.run(cast.person('krylova'), at, 'recurring_ticket.create', {
    title: 'Проверка огнетушителей и аптечек',
    serviceId,
    values: { kind: 'Другое', subject: 'Проверка огнетушителей и аптечек', place: 'Москва, Лесная, все этажи' },
    requesterId: cast.person('krylova'),
    every: 'quarter',
    day: 10,
    workingDay: true,
    until: null,
  });
  stage.run(cast.person('lapin'), at + 60_000, 'recurring_ticket.create', {
    title: 'Обновление серверов 1С',
    serviceId: portal.services.get('it_question') ?? '',
    values: {
      subject: 'Обновление серверов 1С',
      text: 'Ежемесячно, после закрытия периода: копия, обновление, проверка отчётов.',
      area: '1С',
    },
    requesterId: cast.person('lapin'),
    every: 'month',
    day: 12,
    workingDay: true,
    until: null,
  });
}
