import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order } from '#shared/commands/execute.ts';
import { commandId } from '#shared/lib/ids.ts';
import { MemoryRows } from '#tests/fixtures/kernel/memory-rows.ts';
import { counterpartyRow, rowId, whole } from '#tests/fixtures/kernel/rows.ts';

const parties = Array.from({ length: 6 }, (_, n) => rowId(3, n + 1));
const start = 1_780_000_000_000;

/** Who merges or takes back, what into what; or who exchanges with the centre. */
type Deed = [deed: 'merge' | 'unmerge' | 'sync', station: number, id: number, into: number];
const deeds = fc.array(
  fc.tuple(
    fc.constantFrom<Deed[0]>('merge', 'merge', 'merge', 'merge', 'unmerge', 'sync'),
    fc.nat(2),
    fc.nat(parties.length - 1),
    fc.nat(parties.length - 1),
  ),
  { minLength: 10, maxLength: 60 },
);

interface Station {
  rows: MemoryRows;
  pending: { order: Order; at: number }[];
}

const copyOf = (rows: MemoryRows): MemoryRows => {
  const copy = new MemoryRows([]);
  for (const [place, row] of rows.rows) copy.rows.set(place, row);
  return copy;
};

/** Workstations without a link decide over what they know; the centre decides again in the order in which they come. */
function live(course: readonly Deed[]): MemoryRows[] {
  const centre = new MemoryRows();
  for (const id of parties) centre.put('counterparty', whole('counterparty', counterpartyRow(id)));
  const stations: Station[] = [0, 1, 2].map(() => ({ rows: copyOf(centre), pending: [] }));
  const sync = (station: Station) => {
    for (const { order, at } of station.pending) centre.apply(order, { where: 'centre', at });
    station.pending = [];
    station.rows = copyOf(centre);
  };
  for (const [n, [deed, at, id, into]] of course.entries()) {
    const station = stations[at] as Station;
    if (deed === 'sync') {
      sync(station);
      continue;
    }
    const args = { id: parties[id], ...(deed === 'merge' ? { intoId: parties[into], patch: {}, base: {} } : {}) };
    const order = { id: commandId(start + n, new Uint8Array(10).fill(n)), name: `counterparty.${deed}`, v: 1, args };
    if (station.rows.apply(order, { where: 'device', at: start + n }).ok)
      station.pending.push({ order, at: start + n });
    expectSound(station.rows);
  }
  for (const station of [...stations, ...stations]) sync(station);
  return [centre, ...stations.map((station) => station.rows)];
}

/** Every way ends at a record that stands and that is not archived by its merges. */
function expectSound(rows: MemoryRows): void {
  for (const id of parties) {
    let row = rows.get('counterparty', id);
    for (let steps = 0; row.mergedIntoId; steps += 1) {
      expect(steps, 'a ring').toBeLessThan(parties.length);
      expect(row.archivedAt).not.toBeNull();
      row = rows.get('counterparty', row.mergedIntoId);
    }
    expect(row.archivedAt).toBeNull();
  }
}

test('whoever merges what into what, offline and crosswise: no ring, and all end with the same records', () => {
  fc.assert(
    fc.property(deeds, (course) => {
      const [centre, ...stations] = live(course) as [MemoryRows, ...MemoryRows[]];
      expectSound(centre);
      for (const station of stations) expect(station.all('counterparty')).toEqual(centre.all('counterparty'));
    }),
    { numRuns: 150 },
  );
});
