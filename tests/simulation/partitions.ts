import { actOnce } from '#tests/simulation/deeds.ts';
import { examine } from '#tests/simulation/invariants.ts';
import type { Road } from '#tests/simulation/network.ts';
import type { SeedResult } from '#tests/simulation/run-seed.ts';
import { World } from '#tests/simulation/world.ts';

/** Every road has to be quiet again within so much simulated time after everything has healed, in milliseconds. */
const bound = 60_000;
/** How long a workstation waits between two attempts to connect (transport.ts: at most this). */
const retryAfter = 1_500;

/**
 * One partition run: people work while roads are shut one way or both, broken at one end, opened and shut in quick turns and healed in
 * the middle of pushes. Nobody helps afterwards: connections are given up, made anew and drained by the workstations' own timers.
 */
export async function runPartition(seed: number): Promise<SeedResult> {
  const world = new World(seed);
  const { chance } = world;
  const result: SeedResult = { seed, divergences: [], lost: [], stuck: null, fingerprint: '', met: [] };
  try {
    await world.found();
    for (const device of world.devices) device.rowsAtOnce = { page: 40, slice: 20 };
    const attempts = new Map<Road, number>();
    for (let n = 14 + chance.below(30); n > 0; n -= 1) {
      const road = chance.pick(world.roads);
      const draw = chance.below(100);
      if (draw < 30) actOnce(road.device, chance, world.weather);
      else if (draw < 45) part(world, road);
      else if (draw < 55) await healDuringPush(world, road);
      else await live(world, attempts, chance.below(4_000));
      if (!road.device.wire) road.forget();
    }
    for (const road of world.roads) road.heal();
    const healedAt = world.clock.now;
    while (!world.isQuiet) {
      if (world.clock.now - healedAt > bound) throw new Error(`stuck: ${describe(world)}`);
      await live(world, attempts, 1_000);
    }
    // Whatever nobody was woken for is found by the next poll.
    for (let n = 0; n < 3; n += 1) await live(world, attempts, 15_000);
    while (!world.isQuiet) await live(world, attempts, 500);
    Object.assign(result, await examine(world), { met: [...world.tally.met] });
  } catch (error) {
    result.stuck = error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    for (const device of world.devices) {
      if (result.stuck) device.db.close();
      else device.close();
    }
  }
  return result;
}

/** Shuts one direction or both, leaves a connection with one end, or flaps. */
function part(world: World, road: Road): void {
  const { chance } = world;
  const draw = chance.below(6);
  if (draw === 0 || draw === 2) road.shutDirection('up');
  if (draw === 1 || draw === 2) road.shutDirection('down');
  if (draw === 3) road.leave();
  if (draw === 4) world.centre.kill();
  for (let n = draw === 5 ? 1 + chance.below(5) : 0; n > 0; n -= 1) {
    road.cut();
    road.connect();
    road.startUp(false);
  }
}

/** The road opens while the centre is at work on what came before it was shut. */
async function healDuringPush(world: World, road: Road): Promise<void> {
  for (const one of world.roads) one.startUp(false);
  for (let n = world.chance.below(20); n > 0; n -= 1) await Promise.resolve();
  road.heal();
  road.startUp(false);
  for (const one of world.roads) await one.settle();
}

/** Time passes: messages move, silent connections are given up, and whoever has none tries again as often as a workstation does. */
async function live(world: World, attempts: Map<Road, number>, milliseconds: number): Promise<void> {
  world.centre.passNews(true);
  for (let n = 0; n < 6 && world.roads.some((road) => road.waiting > 0); n += 1) await world.exchangeAll();
  world.advance(milliseconds);
  for (const road of world.roads) {
    if (!road.device.wire) road.forget();
    if (road.connected || world.clock.now < (attempts.get(road) ?? 0)) continue;
    attempts.set(road, world.clock.now + retryAfter);
    road.reconnect();
  }
}

const describe = (world: World): string =>
  world.roads.map((road) => `${road.device.name} ${road.connected ? 'connected' : 'apart'} ${road.waiting}`).join(', ');
