import { countUndecided } from '#electron/core/store/outbox.ts';
import type { PushReply } from '#server/sync/push.ts';
import { Centre, ProcessGone } from '#tests/simulation/centre.ts';
import { Chance } from '#tests/simulation/chance.ts';
import { people } from '#tests/simulation/company.ts';
import { actOnce } from '#tests/simulation/deeds.ts';
import { Device } from '#tests/simulation/device.ts';
import { Road } from '#tests/simulation/network.ts';
import { SimulatedClock } from '#tests/simulation/simulated-clock.ts';
import { Tally } from '#tests/simulation/tally.ts';
import { Uploads } from '#tests/simulation/uploads.ts';

/** How often things happen in one history, in percent; drawn from its seed. */
interface Weather {
  cut: number;
  kill: number;
  double: number;
  act: number;
  /** Share of what people do that is about papers in approval. */
  approvals: number;
  /** Share of what people do that is about requests and vacations. */
  tickets: number;
  /** Whether every file arrives at last. */
  filesArrive: boolean;
  /** Whether the end comes in large pages. */
  hurries: boolean;
}

/** What befalls a history; a later part of it, when there is one, comes some steps afterwards. */
export type Plot = (world: World) => Promise<Plot | undefined>;

/** A workstation that drains its outbox waits so long between two pulls at most, in milliseconds (client.ts). */
const longestPause = 4_000;
/** A quiet that does not come within so much simulated time, in milliseconds, never comes. */
const patience = 120_000;
/** Longer than anybody waits between two polls, in milliseconds (client.ts). */
const pollOfAll = 16_000;

/** One company, its centre and its workstations, in one process and without real time. */
export class World {
  readonly chance: Chance;
  readonly clock = new SimulatedClock();
  readonly centre: Centre;
  readonly tally = new Tally(() => this.clock.now);
  readonly roads: Road[] = [];
  readonly weather: Weather;
  /** What was entered in a profile that has been replaced by an older copy of itself: no device has it any more. */
  readonly gone: string[] = [];
  readonly #uploads = new Map<Device, Uploads>();
  readonly #trace: string[] = [];

  constructor(seed: number) {
    this.chance = new Chance(seed);
    const { chance } = this;
    this.weather = {
      cut: chance.below(12),
      kill: chance.below(6),
      double: chance.below(12),
      act: 15 + chance.below(25),
      approvals: chance.happens(40) ? 85 : 4,
      tickets: chance.happens(35) ? 80 : 4,
      filesArrive: chance.happens(50),
      hurries: chance.happens(75),
    };
    const processes = chance.pick([1, 2, 3]);
    this.centre = new Centre(chance, () => this.clock.now, processes, processes === 1 ? 0 : 12);
    this.centre.committed = () => this.tally.committed();
  }

  get store() {
    return this.centre.store;
  }

  get devices(): Device[] {
    return this.roads.map((road) => road.device);
  }

  get trace(): string {
    return this.#trace.join('\n');
  }

  /** Opens the company and its workstations: for the given people, or for two or three drawn by chance. */
  async found(persons?: readonly string[]): Promise<void> {
    // A story that is told says itself when a file arrives.
    if (persons) Object.assign(this.weather, { filesArrive: false, hurries: false });
    await this.centre.found();
    const { chance } = this;
    const drawn = (): string[] => {
      const count = 2 + chance.below(2);
      return Array.from({ length: count }, (_, n) => (n < 2 ? (people[n] as string) : chance.pick(people)));
    };
    for (const [n, person] of (persons ?? drawn()).entries())
      this.addRoad(new Device(`place-${n}`, person, this.clock, chance));
    // Everybody has worked here before: the first exchange is behind them.
    await this.quiet();
    for (const device of this.devices) device.begin();
    // Some workstations are of before, and stay so for a while.
    for (const road of this.roads)
      if (!persons && chance.happens(12)) {
        road.cut();
        road.isOld = true;
      }
  }

  addRoad(device: Device): Road {
    const road = new Road(device, this.centre, this.chance, () => this.clock.now, this.tally);
    const uploads = new Uploads(this.centre, this.chance);
    this.#uploads.set(device, uploads);
    device.heard = (name, args) => {
      this.tally.entered(device, name, args);
      const files = (args['files'] ?? (args['file'] ? [args['file']] : [])) as { sha256: string }[];
      for (const { sha256 } of files) uploads.add(sha256);
    };
    this.roads.push(road);
    return road;
  }

  /** So many steps, with the plots of this history among them, and then the ends of all plots. */
  async play(steps: number, plots: readonly Plot[]): Promise<void> {
    const { chance } = this;
    const agenda = plots.map((plot) => ({ at: chance.below(Math.ceil(steps * 0.8)), plot }));
    const act = async (at: number): Promise<void> => {
      for (;;) {
        const next = agenda.findIndex((one) => one.at <= at);
        if (next < 0) return;
        const [due] = agenda.splice(next, 1);
        const rest = await due?.plot(this);
        this.#trace.push(`plot ${agenda.length}`);
        if (rest) agenda.push({ at: at + 3 + chance.below(25), plot: rest });
      }
    };
    for (let n = 0; n < steps; n += 1) {
      await act(n);
      await this.step();
    }
    await act(Number.POSITIVE_INFINITY);
  }

  /** One step of the history. */
  async step(): Promise<void> {
    const { chance, weather } = this;
    const road = chance.pick(this.roads);
    const draw = chance.below(100);
    if (chance.happens(60)) this.centre.passNews(false);
    if (draw < weather.act) {
      if (chance.happens(weather.kill)) road.device.killAfter(1 + chance.below(30));
      actOnce(road.device, chance, weather);
      if (!road.device.wire) road.forget();
      this.#note('act', road);
    } else if (draw < weather.act + weather.cut) {
      if (chance.happens(25)) road.leave();
      else road.cut();
      this.#note('cut', road);
    } else if (draw < weather.act + weather.cut + 8) {
      if (chance.happens(weather.kill * 3)) road.device.killAfter(1 + chance.below(60));
      road.connect();
      this.#note('connect', road);
    } else if (draw < 88) {
      await this.#exchange(road);
    } else if (draw < 92) {
      await this.#upload(road.device, false);
      this.#note('upload', road);
    } else {
      this.advance(chance.below(3_000));
      this.#note('time', road);
    }
  }

  /** Messages of everybody move once, both ways. */
  async exchangeAll(): Promise<void> {
    for (const road of this.roads) road.startUp(false);
    for (const road of this.roads) await road.settle();
    for (const road of this.roads) road.deliverDown();
  }

  /** The centre has received the bytes of one file that it did not have, and has checked them. */
  verify(): Promise<PushReply | undefined> {
    return this.centre.verify();
  }

  /** Lets everything that is under way come to its end, with every connection up and every trouble over. */
  async quiet(): Promise<void> {
    for (const road of this.roads) {
      road.heal();
      road.device.calm();
      // What pages of few rows can meet they mostly have met by now.
      if (this.weather.hurries) road.device.rowsAtOnce = { page: 200, slice: 60 };
    }
    let calmSince = this.clock.now;
    let idle = 0;
    for (let round = 0; round < 6_000; round += 1) {
      for (const road of this.roads) road.connect();
      this.centre.passNews(true);
      const busy = this.roads.filter((road) => road.waiting > 0);
      if (busy.length === 0) {
        idle += 1;
        // Workstations that poll in turn, one after the other, would never leave a moment of quiet: then all of them do at once.
        this.advance(idle % 100 === 0 ? pollOfAll : longestPause);
        if (this.isQuiet && !(await this.#filesMove())) return;
        if (this.clock.now - calmSince > patience) return;
        continue;
      }
      if (!this.#owed()) calmSince = this.clock.now;
      const before = this.#moved;
      for (const road of busy) {
        road.startUp(false);
        await road.settle();
        road.deliverDown();
      }
      // What waits at an end that nobody holds is given up in time.
      if (this.#moved === before) this.advance(1_000);
    }
    throw new Error('stuck: messages never stop');
  }

  /** Nothing is on any road, and nobody waits for a word. */
  get isQuiet(): boolean {
    const isCalm = this.roads.every((road) => road.waiting === 0 && road.connected && road.device.client.online);
    return isCalm && !this.centre.newsWaits && !this.#owed();
  }

  get #moved(): number {
    return this.roads.reduce((sum, road) => sum + road.moved, 0);
  }

  /** Somebody waits for a word of the centre. */
  #owed(): boolean {
    return this.devices.some((device) => countUndecided(device.db) > 0);
  }

  async #filesMove(): Promise<boolean> {
    if (!this.weather.filesArrive) return false;
    let moved = false;
    for (const device of this.devices) {
      const uploads = this.#uploads.get(device);
      for (let n = 0; uploads && uploads.waiting > 0 && n < 30; n += 1) {
        await uploads.step(true);
        moved = true;
      }
      uploads?.clear();
    }
    return moved;
  }

  async #upload(device: Device, isCalm: boolean): Promise<void> {
    const uploads = this.#uploads.get(device);
    try {
      await uploads?.step(isCalm);
    } catch (error) {
      if (!(error instanceof ProcessGone)) throw error;
    }
    if (uploads?.troubled) this.tally.met.add(20);
  }

  async #exchange(road: Road): Promise<void> {
    const { chance, weather } = this;
    if (chance.happens(50)) {
      // Several devices at once: their batches meet in the lane.
      for (const one of this.roads) if (one === road || chance.happens(40)) one.startUp(chance.happens(weather.double));
      for (const one of this.roads) await one.settle();
    } else {
      road.deliverDown();
    }
    this.#note('exchange', road);
  }

  /** Time passes for everybody: timers, and whoever has heard nothing for too long. */
  advance(milliseconds: number): void {
    this.clock.advance(milliseconds);
    for (const road of this.roads) road.tick();
  }

  #note(what: string, road: Road): void {
    this.#trace.push(`${what} ${road.device.name} ${road.waiting}`);
  }
}
