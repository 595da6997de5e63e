import type { Down } from '#shared/sync/down.ts';
import type { Device } from '#tests/simulation/device.ts';
import type { RoadEvents } from '#tests/simulation/network.ts';

/** Numbers of the scenarios in sync.md. */
export const scenarioNumbers: readonly number[] = Array.from({ length: 20 }, (_, n) => n + 1);

/** Which scenarios a history has met: what happened is noted, not what was meant to happen. */
export class Tally implements RoadEvents {
  readonly met = new Set<number>();
  /** Devices between two pages of one pull; true while it fills gained scopes. */
  readonly #between = new Map<Device, boolean>();
  /** Papers that somebody has decided about, by the command that the centre has not answered. */
  readonly #decided = new Map<string, Device>();

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
    if (message.more) this.#between.set(device, message.scopeAdds.length > 0);
    else this.#between.delete(device);
  }

  /** The centre has committed something of anybody. */
  committed(): void {
    for (const isFilling of this.#between.values()) this.met.add(isFilling ? 13 : 5);
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
