import type { Session } from '#server/sync/session.ts';
import type { Down } from '#shared/sync/down.ts';
import type { Up } from '#shared/sync/up.ts';
import { type Centre, ProcessGone } from '#tests/simulation/centre.ts';
import type { Chance } from '#tests/simulation/chance.ts';
import type { Device } from '#tests/simulation/device.ts';
import { asOldUp, fromOldDown } from '#tests/simulation/old-protocol.ts';

/** A device that has heard nothing for so long gives its connection up, and the centre one of a device (milliseconds, as the transports have it). */
const deviceWaits = 8_000;
const centreWaits = 30_000;

/** One connection. Messages cross it as text, so that nothing is shared by reference and half of one can arrive. */
interface Link {
  /** Its workstation speaks protocol 1. */
  isOld: boolean;
  session: Session | null;
  up: string[];
  down: string[];
  busy: Promise<void> | null;
  /** When the device last heard that the other end lives; when the device gave it up. */
  heardAt: number;
  leftAt: number;
}

/** What happened to messages of a road, for whoever counts. */
export interface RoadEvents {
  /** A verdict was lost on its way back. */
  replyLost(): void;
  doubled(): void;
  /** A message came late, after others that left later, or only half of it did. */
  disordered(): void;
  /** A direction was shut or opened with messages on the way, or a connection had an end that nobody held. */
  parted(): void;
  delivered(device: Device, message: Down): void;
}

/** The road between one device and the centre: messages wait on it until the run moves them, loses them or doubles them. */
export class Road {
  device: Device;
  readonly #centre: Centre;
  readonly #chance: Chance;
  readonly #now: () => number;
  readonly #events: RoadEvents;
  #link: Link | null = null;
  /** Connections that the device has given up and the centre has not: what is on its way there still arrives. */
  #left: Link[] = [];
  /** The workstation speaks the oldest protocol the centre understands, from its next connection on. */
  isOld = false;
  /** Messages that have arrived. */
  moved = 0;
  /** Directions in which nothing moves, though nobody has been told. */
  shut = { up: false, down: false };

  constructor(device: Device, centre: Centre, chance: Chance, now: () => number, events: RoadEvents) {
    this.device = device;
    this.#centre = centre;
    this.#chance = chance;
    this.#now = now;
    this.#events = events;
  }

  get connected(): boolean {
    return this.#link !== null && this.#link.session !== null && this.device.wire !== null;
  }

  get isShut(): boolean {
    return this.shut.up || this.shut.down;
  }

  /** The centre is at work on a message of this road. */
  get isServed(): boolean {
    return this.#link !== null && this.#link.busy !== null;
  }

  get waiting(): number {
    const late = this.#left.reduce((sum, link) => sum + link.up.length + (link.busy ? 1 : 0), 0);
    return late + (this.#link ? this.#link.up.length + this.#link.down.length + (this.#link.busy ? 1 : 0) : 0);
  }

  connect(): void {
    if (this.#link && this.device.wire) return;
    // A device that was killed by what a timer of it did has told nobody.
    this.forget();
    if (this.isShut || !this.device.isOn) return;
    const link: Link = {
      isOld: this.isOld,
      session: null,
      up: [],
      down: [],
      busy: null,
      heardAt: this.#now(),
      leftAt: 0,
    };
    link.session = this.#centre.open(
      {
        send: (message) => void link.down.push(JSON.stringify(message)),
        close: () => this.#link === link && this.cut(),
      },
      () => {
        link.session = null;
        this.#left = this.#left.filter((one) => one !== link);
        // A process that dies closes its connections; behind a wall nobody hears of it.
        if (this.#link === link && !this.isShut) this.cut();
      },
    );
    this.#link = link;
    this.device.connect((message) => {
      const said = link.isOld ? asOldUp(message) : { up: message };
      if ('up' in said) link.up.push(JSON.stringify(said.up));
      else link.down.push(JSON.stringify(said.down));
    });
  }

  /** A workstation without a connection tries to make one; one with a dead connection does not know yet. */
  reconnect(): void {
    if (!this.#link) this.connect();
  }

  /** Everything on the road is lost but what had arrived whole; the centre may already have done what it was asked. */
  cut(): void {
    const link = this.#take();
    if (!link) return;
    if (link.down.some((text) => /"t":"(pushed|taken)"/.test(text))) this.#events.replyLost();
    const [first] = link.up;
    if (first && link.session && !link.busy && !this.shut.up) {
      // The first of them is cut at some byte: only the whole message is one.
      this.#events.disordered();
      link.up = [];
      if (this.#chance.happens(20) || this.#chance.below(first.length + 1) === first.length) {
        this.#hand(link, first);
        this.#keepLeft(link);
      }
    }
    link.session?.closed();
    this.device.disconnect();
  }

  /** The device sees its connection broken, the centre does not: what has left the device arrives whenever it arrives. */
  leave(): void {
    const link = this.#take();
    if (!link) return;
    this.#events.parted();
    this.device.disconnect();
    this.#keepLeft(link);
  }

  /** The device was killed: its end of the connection is gone. */
  forget(): void {
    const link = this.#take();
    if (!link) return;
    if (link.up.length > 0 && this.#chance.happens(30)) this.#keepLeft(link);
    else link.session?.closed();
  }

  shutDirection(direction: 'up' | 'down'): void {
    this.shut[direction] = true;
    if (this.waiting > 0) this.#events.parted();
  }

  heal(): void {
    if (this.isShut && this.waiting > 0) this.#events.parted();
    this.shut = { up: false, down: false };
  }

  /** Time has passed: whoever has heard nothing for too long gives up. */
  tick(): void {
    const [link, now] = [this.#link, this.#now()];
    if (link && this.device.wire) {
      if (link.session && !this.isShut) link.heardAt = now;
      else if (now - link.heardAt > deviceWaits) this.leave();
    }
    for (const late of this.#left.filter((one) => now - one.leftAt > centreWaits)) {
      late.session?.closed();
      this.#left = this.#left.filter((one) => one !== late);
    }
  }

  /** Hands the next message to the centre without waiting for its work, so that several devices are served at once. */
  startUp(doubled: boolean): void {
    if (this.shut.up) return;
    const late = this.#left.find((one) => one.up.length > 0 && !one.busy);
    if (late && this.#chance.happens(60)) {
      this.#events.disordered();
      this.#hand(late, late.up.shift() as string);
    }
    const link = this.#link;
    if (!link?.session || link.busy || link.up.length === 0) return;
    if (doubled) this.#events.doubled();
    this.#hand(link, (doubled ? link.up[0] : link.up.shift()) as string);
  }

  async settle(): Promise<void> {
    for (;;) {
      const [link] = [this.#link, ...this.#left].filter((one) => one?.busy);
      if (!link) return;
      await link.busy;
    }
  }

  deliverDown(): void {
    const link = this.#link;
    if (!link || this.shut.down || !this.#isUp()) return;
    const text = link.down.shift();
    if (!text) return;
    this.moved += 1;
    const doubled = this.#chance.happens(5);
    const heard = (): Down => {
      const parsed = JSON.parse(text) as Down;
      return link.isOld ? fromOldDown(parsed) : parsed;
    };
    const message = heard();
    this.device.receive(message);
    this.#events.delivered(this.device, message);
    if (doubled && this.#isUp()) this.device.receive(heard());
    if (!this.#isUp()) this.forget();
  }

  /** A device that is killed has told nobody. */
  #isUp(): boolean {
    return this.device.wire !== null;
  }

  #take(): Link | null {
    const link = this.#link;
    this.#link = null;
    return link;
  }

  #keepLeft(link: Link): void {
    link.leftAt = this.#now();
    link.down = [];
    if (link.session) this.#left.push(link);
  }

  #hand(link: Link, text: string): void {
    const { session } = link;
    if (!session) return;
    this.moved += 1;
    const work: Promise<void> = session
      .receive(JSON.parse(text) as Up)
      .catch((error: unknown) => {
        if (!(error instanceof ProcessGone)) throw error;
      })
      .finally(() => {
        if (link.busy === work) link.busy = null;
      });
    link.busy = work;
  }
}
