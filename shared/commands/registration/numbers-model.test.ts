import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsOf } from '#shared/domain/registration/gaps.ts';
import { derivedId } from '#shared/lib/ids.ts';
import { MemoryRows } from '#tests/fixtures/kernel/memory-rows.ts';
import { incomingJournal, registrationSamples } from '#tests/fixtures/kernel/registration-samples.ts';
import { Station, Tally } from '#tests/fixtures/kernel/registration-station.ts';
import { clerk, company, documentRow, rowId, whole } from '#tests/fixtures/kernel/rows.ts';

const papers = 40;
const paper = (n: number): string => rowId(4, n + 1);

/** What may happen: at which workstation, and a number that the deed makes of it what it needs. */
type Deed = [
  deed: 'lease' | 'register' | 'sync' | 'clone' | 'void' | 'return' | 'archive' | 'lose' | 'turn',
  at: number,
  n: number,
];

const deeds = fc.array(
  fc.tuple(
    fc.constantFrom<Deed[0]>(
      ...(['lease', 'register', 'register', 'register', 'register', 'sync', 'sync', 'sync'] as const),
      ...(['clone', 'void', 'return', 'archive', 'lose', 'turn'] as const),
    ),
    fc.nat(5),
    fc.nat(papers - 1),
  ),
  { minLength: 40, maxLength: 120 },
);

/** The centre, workstations that work without it, and copies of them; every workstation has sent everything at the end. */
function live(course: readonly Deed[]): { centre: MemoryRows; tally: Tally } {
  const centre = new MemoryRows(company());
  const tally = new Tally();
  centre.put('journal', whole('journal', registrationSamples.journal(incomingJournal)));
  for (let n = 0; n < papers; n += 1)
    centre.put('document', whole('document', documentRow(paper(n), { number: null, state: 'draft' })));
  const stations = ['a', 'b', 'c'].map((name) => new Station(name, centre, tally));
  let date = '2026-12-20';
  for (const station of [...stations, ...stations]) {
    station.enter('journal.lease', { journalId: incomingJournal, count: 6, date });
    station.sync();
  }
  for (const [deed, at, n] of course) {
    const station = stations[at % stations.length] as Station;
    if (deed === 'lease') station.enter('journal.lease', { journalId: incomingJournal, count: 1 + (n % 7), date });
    else if (deed === 'register') station.register(paper(n), date);
    else if (deed === 'sync') station.sync();
    else if (deed === 'clone' && stations.length < 6) stations.push(station.copy());
    else if (deed === 'void') station.voidOne(n);
    else if (deed === 'return') station.returnOne(n);
    else if (deed === 'archive') centre.run('document.archive', { id: paper(n) }, { as: clerk, client: null });
    else if (deed === 'lose' && stations.length > 1) stations.splice(stations.indexOf(station), 1);
    else if (deed === 'turn') date = date === '2026-12-20' ? '2027-01-05' : '2026-12-20';
  }
  // What was refused because of its number goes up once more without one.
  for (const station of [...stations, ...stations]) station.sync();
  return { centre, tally };
}

test('no number is given twice, and every missing one has its reason', () => {
  let [own, refused, causes] = [0, 0, new Set<string>()];
  fc.assert(
    fc.property(deeds, (course) => {
      const { centre, tally } = live(course);
      refused += tally.refused;
      const all = centre.all('registration');
      own += all.filter((row) => row.blockId !== null).length;
      expect(all.every((row) => row.seq !== null)).toBe(true);
      const places = all.map((row) => `${row.period}/${row.seq}`);
      expect(new Set(places).size).toBe(places.length);
      for (const period of ['2026', '2027']) {
        const here = <T extends { period: string }>(rows: T[]) => rows.filter((row) => row.period === period);
        const blocks = here(centre.all('number_block'));
        for (const [n, block] of blocks.entries())
          for (const other of blocks.slice(n + 1)) expect(block.to < other.from || other.to < block.from).toBe(true);
        const { gaps } = gapsOf({ first: 1, registrations: here(all), blocks, notes: [] });
        causes = new Set([...causes, ...gaps.map((gap) => gap.cause)]);
      }
      expect(causes).not.toContain('unexplained');
    }),
    { numRuns: 150 },
  );
  // A property of nothing would hold too.
  expect(own).toBeGreaterThan(200);
  expect(refused).toBeGreaterThan(20);
  expect([...causes].sort()).toEqual(['leased', 'returned', 'voided']);
});

test('where nothing is copied, a number that was shown is the one the document has', () => {
  let entered = 0;
  fc.assert(
    fc.property(deeds, (course) => {
      const { centre, tally } = live(course.filter(([deed]) => deed !== 'clone'));
      expect(tally.refused).toBe(0);
      for (const { id, args } of tally.shown) {
        const entry = centre.rows.get(`registration/${derivedId(id, 0)}`);
        if (entry) expect(entry['seq']).toBe(args['seq']);
        if (entry) entered += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(entered).toBeGreaterThan(50);
});
