import { createSession, type Session, type SessionDeps } from '#server/sync/session.ts';
import type { Down } from '#shared/sync/down.ts';
import type { Up } from '#shared/sync/up.ts';
import type { Chance } from '#tests/simulation/chance.ts';
import type { Device } from '#tests/simulation/device.ts';

/** The road between one device and the centre: messages wait on it until the run moves them, loses them or doubles them. */
export class Road {
  readonly device: Device;
  readonly #deps: SessionDeps;
  readonly #chance: Chance;
  #session: Session | null = null;
  #up: Up[] = [];
  #down: Down[] = [];
  #centreBusy: Promise<void> | null = null;

  constructor(device: Device, deps: SessionDeps, chance: Chance) {
    this.device = device;
    this.#deps = deps;
    this.#chance = chance;
  }

  get connected(): boolean {
    return this.#session !== null && this.device.wire !== null;
  }

  get waiting(): number {
    return this.#up.length + this.#down.length + (this.#centreBusy ? 1 : 0);
  }

  connect(): void {
    if (this.connected) return;
    // A device that was killed by what a timer of it did has told nobody.
    this.forget();
    const session = createSession(this.#deps, {
      // Messages cross the road as text, so nothing is shared by reference.
      send: (message) => this.#session === session && this.#down.push(JSON.parse(JSON.stringify(message)) as Down),
      close: () => this.cut(),
    });
    this.#session = session;
    this.device.connect((message) => this.#up.push(JSON.parse(JSON.stringify(message)) as Up));
  }

  /** Everything on the road is lost; the centre may already have done what it was asked. */
  cut(): void {
    if (!this.#session) return;
    this.#session.closed();
    this.#session = null;
    this.#up = [];
    this.#down = [];
    this.device.disconnect();
  }

  /** The device was killed: its end of the connection is gone. */
  forget(): void {
    this.#session?.closed();
    this.#session = null;
    this.#up = [];
    this.#down = [];
  }

  /** Hands the next message to the centre without waiting for its work, so that several devices are served at once. */
  startUp(doubled: boolean): void {
    const message = this.#up[0];
    const session = this.#session;
    if (!message || !session || this.#centreBusy) return;
    if (!doubled) this.#up.shift();
    const work = session.receive(message).finally(() => {
      if (this.#centreBusy === work) this.#centreBusy = null;
    });
    this.#centreBusy = work;
  }

  async settle(): Promise<void> {
    while (this.#centreBusy) await this.#centreBusy;
  }

  deliverDown(): void {
    const message = this.#down.shift();
    if (!message) return;
    const doubled = this.#chance.happens(5);
    this.device.receive(message);
    if (doubled && this.device.wire) this.device.receive(message);
    if (!this.device.wire) this.forget();
  }
}
