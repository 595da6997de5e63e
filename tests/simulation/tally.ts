import type { Down } from '#shared/sync/down.ts';
import type { Device } from '#tests/simulation/device.ts';
import type { RoadEvents } from '#tests/simulation/network.ts';

/** Numbers of the scenarios in sync.md. */
export const scenarioNumbers: readonly number[] = Array.from({ length: 20 }, (_, n) => n + 1);

/** Which scenarios a history has met: what happened is noted, not what was meant to happen. */
export class Tally implements RoadEvents {
  readonly met = new Set<number>();
  readonly #now: () => number;
  /** Devices between two pages of one pull: whether it fills gained scopes, and since when. */
  readonly #between = new Map<Device, { fills: boolean; since: number }>();
  /** Papers that somebody has decided about, by the command that the centre has not answered. */
  readonly #decided = new Map<string, Device>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** When the longest filling began that is not at its end; no leave is so young when it is forgotten. */
  get fillingSince(): number {
    return Math.min(...[...this.#between.values()].filter((one) => one.fills).map((one) => one.since));
  }

  replyLost(): void {
    this.met.add(1);
  }

  doubled(): void {
    this.met.add(2);
  }

  disordered(): void {
    this.met.add(2);
  }

  parted(): void {
    this.met.add(7);
  }

  delivered(device: Device, message: Down): void {
    if (message.t !== 'pulled') return;
    if (message.refill && message.refill.length > 0) this.met.add(15);
    const before = this.#between.get(device);
    const fills = message.scopeAdds.length > 0;
    if (!message.more) this.#between.delete(device);
    else this.#between.set(device, { fills, since: before?.fills ? before.since : this.#now() });
  }

  /** The centre has committed something of anybody. */
  committed(): void {
    for (const { fills } of this.#between.values()) this.met.add(fills ? 13 : 5);
  }

  /** A decision, and then somebody else's change of the same paper before the two have met. */
  entered(device: Device, name: string, args: Record<string, unknown>): void {
    const paper = String(args['documentId'] ?? args['id']);
    if (name === 'decision.make') this.#decided.set(paper, device);
    else if (name === 'document.update' || name.startsWith('attachment.')) {
      const decider = this.#decided.get(paper);
      if (decider && decider !== device) this.met.add(19);
    }
  }
}
