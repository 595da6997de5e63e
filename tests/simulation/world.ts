import { Lanes } from '#server/sync/lane.ts';
import type { PushReply } from '#server/sync/push.ts';
import type { SessionDeps } from '#server/sync/session.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import { Wakes } from '#server/sync/wakes.ts';
import { rowsOfCentre } from '#tests/simulation/centre-rows.ts';
import { Chance } from '#tests/simulation/chance.ts';
import { foundCompany, org, people } from '#tests/simulation/company.ts';
import { actOnce } from '#tests/simulation/deeds.ts';
import { Device } from '#tests/simulation/device.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';
import { Road } from '#tests/simulation/network.ts';
import { SimulatedClock } from '#tests/simulation/simulated-clock.ts';

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
}

/** One company, its centre and its workstations, in one process and without real time. */
export class World {
  readonly chance: Chance;
  readonly clock = new SimulatedClock();
  readonly store: ServerStore = createMemoryStore();
  readonly roads: Road[] = [];
  readonly weather: Weather;
  readonly #trace: string[] = [];
  #lanes: Lanes | null = null;

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
    };
  }

  get devices(): Device[] {
    return this.roads.map((road) => road.device);
  }

  get trace(): string {
    return this.#trace.join('\n');
  }

  /** Opens the company and its workstations: for the given people, or for two or three drawn by chance. */
  async found(persons?: readonly string[]): Promise<void> {
    await foundCompany(this.store);
    const wakes = new Wakes();
    const { clock, chance, store } = this;
    const now = (): number => clock.now;
    const lanes = new Lanes({ store, wakes, now, random: (length) => chance.bytes(length) });
    this.#lanes = lanes;
    const authenticate = async (token: string) => ({ org, userId: token });
    const deps: SessionDeps = { store, lanes, wakes, now, authenticate };
    const drawn = (): string[] => {
      const count = 2 + chance.below(2);
      return Array.from({ length: count }, (_, n) => (n < 2 ? (people[n] as string) : chance.pick(people)));
    };
    for (const [n, person] of (persons ?? drawn()).entries()) {
      this.roads.push(new Road(new Device(`place-${n}`, person, clock, chance), deps, chance));
    }
    // Everybody has worked here before: the first exchange is behind them.
    for (const road of this.roads) road.connect();
    await this.quiet();
  }

  /** One step of the history. */
  async step(): Promise<void> {
    const { chance, weather } = this;
    const road = chance.pick(this.roads);
    const draw = chance.below(100);
    if (draw < weather.act) {
      if (chance.happens(weather.kill)) road.device.killAfter(1 + chance.below(30));
      actOnce(road.device, chance, weather);
      if (!road.device.wire) road.forget();
      this.#note('act', road);
    } else if (draw < weather.act + weather.cut) {
      road.cut();
      this.#note('cut', road);
    } else if (draw < weather.act + weather.cut + 8) {
      if (chance.happens(weather.kill * 3)) road.device.killAfter(1 + chance.below(60));
      road.connect();
      this.#note('connect', road);
    } else if (draw < 88) {
      await this.#exchange(road);
    } else if (draw < 92) {
      await this.verify();
      this.#note('verify', road);
    } else {
      this.clock.advance(chance.below(3_000));
      this.#note('time', road);
    }
  }

  /** The centre has received the bytes of one file that it did not have, and has checked them. */
  async verify(): Promise<PushReply | undefined> {
    const files = await rowsOfCentre(this.store, 'attachment');
    const next = files.find((file) => file.verifiedAt === null);
    if (!next) return undefined;
    return this.#lanes?.issue(org, {
      name: 'attachment.verify',
      v: 1,
      args: { sha256: next.sha256, size: next.size },
    });
  }

  /** Lets everything that is under way come to its end, with every connection up. */
  async quiet(): Promise<void> {
    for (let round = 0; round < 4_000; round += 1) {
      for (const road of this.roads) road.connect();
      const busy = this.roads.filter((road) => road.waiting > 0);
      if (busy.length === 0) {
        this.clock.advance(1_000);
        if (this.roads.every((road) => road.waiting === 0 && road.connected)) return;
      }
      for (const road of busy) {
        road.startUp(false);
        await road.settle();
        road.deliverDown();
      }
    }
    throw new Error('stuck: messages never stop');
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

  #note(what: string, road: Road): void {
    this.#trace.push(`${what} ${road.device.name} ${road.waiting}`);
  }
}
