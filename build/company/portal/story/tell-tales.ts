import { CentreJobs } from '#build/company/portal/story/centre-jobs.ts';
import { hoursBefore, storyHours } from '#build/company/portal/story/story-clock.ts';
import type { Scene, Tale, When } from '#build/company/portal/story/tale.ts';
import type { Id } from '#shared/lib/ids.ts';

interface Happening {
  at: number;
  /** When the centre learns of it: the order of the story. */
  heard: number;
  run: (at: number, heard: number | null) => void;
}

/** A second that the centre needs to learn of something, and one more. */
const margin = 3_000;

/**
 * Tells tales side by side as they happened, with what the centre does by itself in between. `before` is called before
 * anything happens, with its instant.
 */
export function tellTales(scene: Scene, tales: readonly Tale[], now: number, before: (at: number) => void): void {
  const jobs = new CentreJobs(scene.stage);
  const happenings = tales.flatMap((tale) => happeningsOf(scene, tale, now));
  happenings.sort((one, other) => one.heard - other.heard);
  for (const { at, heard, run } of happenings) {
    jobs.until(heard);
    before(heard);
    run(at, heard === at ? null : heard);
  }
  jobs.until(now - margin);
}

function happeningsOf(scene: Scene, tale: Tale, now: number): Happening[] {
  const { stage, cast, portal, tickets } = scene;
  const instant = (when: When): number =>
    typeof when === 'number'
      ? Math.min(hoursBefore(storyHours[tale.hours], now, when), now - margin)
      : cast.at(when[0], when[1], when[2] ?? 0);
  const place = (when: When, heard: When | null, run: Happening['run']): Happening => {
    const at = instant(when);
    return { at, heard: heard === null ? at : instant(heard), run };
  };
  const made = place(tale.when, tale.heard, (at, heard) => {
    const serviceId = portal.services.get(tale.service) ?? '';
    const requesterId = cast.person(tale.asker ?? tale.who);
    const values = tale.values(cast);
    const args = { serviceId, serviceVersion: 1, requesterId, values, priority: tale.priority, title: null };
    tickets.set(tale.key, stage.run(cast.person(tale.who), at, 'ticket.create', args, heard ?? undefined).id);
  });
  const deeds = tale.deeds.map(({ when, who, act, heard: known }) =>
    place(when, known, (at, heard) => {
      const ticket = tickets.get(tale.key) ?? '';
      try {
        act(scene, { ticket, who: who === 'desk' ? holderOf(scene, ticket) : cast.person(who), at, heard });
      } catch (error) {
        throw new Error(`${tale.key}, ${JSON.stringify(when)} ${who}: ${(error as Error).message}`);
      }
    }),
  );
  return [made, ...deeds];
}

/** Whoever has the ticket; the lead of its desk while nobody does. */
function holderOf({ stage }: Scene, id: Id): Id {
  const ticket = stage.get('ticket', id);
  const lead = ticket.queueId ? stage.get('queue', ticket.queueId).leadId : null;
  const holder = ticket.assigneeId ?? lead;
  if (!holder) throw new Error('nobody has it');
  return holder;
}
