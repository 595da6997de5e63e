import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  documentRow,
  employeeRow,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { writeMeta } from '#electron/core/store/meta.ts';
import type { OutboxFilter } from '#shared/queries/exchange.ts';

const one = documentRow(1, { subject: 'Поставка щёток', number: 'ВХ-77' });
const about = { entity: 'document', id: one.id };

describe('the outbox in pages', () => {
  let office: SmallOffice;
  beforeAll(() => {
    office = new SmallOffice();
    office.put('employee', employeeRow(person, 'Анна Ёлкина'));
    office.put('document', one);
    office.writer.transaction(() => {
      for (let n = 1; n <= 1_000; n += 1)
        office.enter('comment.add', n % 2 ? about : { entity: 'ticket', id: idAt(7) }, {
          objectId: one.id,
          text: `Слово ${n}`,
        });
    })();
  });
  afterAll(() => office.close());

  const list = (filter: OutboxFilter, skip = 0, limit = 100) =>
    office.query('outbox.list', { states: ['waiting'], before: null, limit, skip, oldestFirst: true, filter });

  it('is read from any place, oldest first, and counts what fits', () => {
    const { lines, found, counts } = list({}, 900, 100);
    expect([lines[0]?.n, lines.at(-1)?.n, found, counts.waiting]).toEqual([901, 1_000, 1_000, 1_000]);
    expect(list({}, 1_000).lines).toEqual([]);
    const merged = { states: ['waiting', 'rejected'], before: null, limit: 3, skip: 5, oldestFirst: true } as const;
    const { lines: both } = office.query('outbox.list', { ...merged, states: [...merged.states] });
    expect(both.map((line) => line.n)).toEqual([6, 7, 8]);
  });

  it('is narrowed by the kind of record, the time of entering and words, alone and together', () => {
    expect(list({ entities: ['ticket'] })).toMatchObject({ found: 500 });
    const period = { from: 1_700_000_100_000 + 11, to: 1_700_000_100_000 + 21 };
    expect(list(period).lines.map((line) => line.n)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(list({ text: 'слово 780' }).lines.map((line) => line.n)).toEqual([780]);
    expect(list({ text: 'щетки', commands: [] }).found).toBe(0);
    expect(list({ text: 'щеток' }).found).toBe(500);
    expect(list({ text: one.id.slice(-12) }).found).toBe(0);
    expect(list({ text: 'комментарий', commands: ['comment.add'] }).found).toBe(1_000);
    expect(list({ ...period, entities: ['document'], text: 'слово 1' }).found).toBe(5);
  });

  it('shows what has no effect here with the reason, and what has left without an answer', () => {
    office.enter('document.archive', { entity: 'document', id: idAt(404) }, { id: idAt(404) });
    office.writer.prepare('UPDATE outbox SET suspended = 1 WHERE n = 1001').run();
    writeMeta(office.writer, 'leftN', 2);
    const { lines, counts } = list({ suspended: true });
    expect(lines).toMatchObject([
      { n: 1_001, inDoubt: false, suspended: { code: 'NOT_HERE', details: { id: idAt(404) } } },
    ]);
    expect(counts.suspended).toBe(1);
    expect(list({}, 0, 3).lines.map((line) => [line.inDoubt, line.suspended])).toEqual([
      [true, null],
      [true, null],
      [false, null],
    ]);
  });

  it('keeps what was put aside, taken back or entered again in the journal', () => {
    for (const n of [3, 4, 5]) office.decide(n, 'rejected', 'DENIED', n !== 5);
    office.writer.prepare('UPDATE outbox SET replaced_by = (SELECT id FROM outbox WHERE n = 6) WHERE n = 4').run();
    office.writer.prepare(`UPDATE outbox SET name = 'sync.withdraw' WHERE n = 5`).run();
    const { lines } = office.query('outbox.list', { states: ['aside'], before: null, limit: 9 });
    expect(lines.map((line) => line.aside)).toEqual([
      { as: 'withdrawn', by: null },
      { as: 'replaced', by: 6 },
      { as: 'dismissed', by: null },
    ]);
    expect(office.query('outbox.list', { states: ['rejected'], before: null, limit: 9 }).lines).toEqual([]);
    const decided = (decidedFrom: number) =>
      office.query('outbox.list', { states: ['aside'], before: null, limit: 9, filter: { decidedFrom } }).found;
    expect([decided(1_700_000_200_000), decided(1_700_000_200_001)]).toEqual([3, 0]);
  });

  it('does not count what was taken back among what waits, although its mark has not left', () => {
    const before = list({}).counts;
    office.writer.prepare(`UPDATE outbox SET name = 'sync.withdraw' WHERE n = 7`).run();
    const { counts, found } = list({});
    expect([counts.waiting, counts.aside, counts.accepted]).toEqual([
      before.waiting - 1,
      before.aside + 1,
      before.accepted,
    ]);
    expect(found).toBe(counts.waiting);
    const { lines } = office.query('outbox.list', { states: ['aside'], before: null, limit: 1 });
    expect(lines).toMatchObject([{ n: 7, aside: { as: 'withdrawn', by: null } }]);
    office.writer.prepare(`UPDATE outbox SET name = 'document.update' WHERE n = 7`).run();
  });

  it('tells in kinds what there is', () => {
    expect(list({}).totals).toBeNull();
    const asked = { states: ['waiting'], before: null, limit: 0, totals: true } as const;
    const { totals } = office.query('outbox.list', { ...asked, states: [...asked.states] });
    expect(totals?.entities).toEqual(['document', 'ticket']);
    expect(totals?.waitingBytes).toBeGreaterThan(990 * 200);
  });
});
