import { prepared } from '#electron/core/store/prepared.ts';
import type { Plot } from '#tests/simulation/world.ts';

/** 18: twenty commands stand one upon another without a link, and the centre has to refuse the first of them. */
export const refusedChainPlot: Plot = async (world) => {
  const { chance } = world;
  const [road, other] = [chance.pick(world.roads), chance.pick(world.roads)];
  if (road === other || !road.device.isOn) return undefined;
  const papers = prepared(road.device.db, 'SELECT * FROM document WHERE archivedAt IS NULL ORDER BY id').all();
  if (papers.length === 0) return undefined;
  const { id, note } = chance.pick(papers) as { id: string; note: string | null };
  road.cut();
  let before = note;
  let depth = 0;
  for (; depth <= 20; depth += 1) {
    const patch = { note: `Правка ${depth}` };
    if (!road.device.enter('document.update', { id, patch, base: { note: before } })?.ok) break;
    before = patch.note;
  }
  const archived = other.device.enter('document.archive', { id });
  other.connect();
  if (archived?.ok && depth > 20) world.tally.met.add(18);
  // Whoever archives has the first word.
  for (let round = 0; round < 4; round += 1) {
    other.startUp(false);
    await other.settle();
    other.deliverDown();
  }
  return undefined;
};
