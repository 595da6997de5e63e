import { describe, expect, test } from 'vitest';
import type { WrittenRow } from '#server/sync/accept.ts';
import { Tails } from '#server/sync/tail.ts';
import type { TailEntry, TailPlace } from '#server/sync/tail-page.ts';
import type { AnyRow } from '#shared/domain/change.ts';

const row = (id: string, more: Record<string, unknown> = {}): AnyRow => ({ id, title: id, note: null, ...more });
const written = (given: Partial<WrittenRow> & { version: number }): WrittenRow => ({
  entity: 'document',
  id: 'a',
  row: row('a'),
  at: given.version * 10,
  scopes: ['branch:1'],
  left: [],
  before: null,
  ...given,
});
const entry = (from: number, to: number, rows: WrittenRow[], lastN: [string, number][] = []): TailEntry => ({
  epoch: 'e',
  from: { seq: from, chainHash: `h${from}` },
  to: { seq: to, chainHash: `h${to}` },
  rows,
  lastN: new Map(lastN),
});
const place = (cursor: number, given: Partial<TailPlace> = {}): TailPlace => ({
  epoch: 'e',
  cursor,
  chainHash: `h${cursor}`,
  userId: 'me',
  client: 'mine',
  scopes: new Set(['branch:1']),
  ...given,
});
const asIn = (version: number, more = {}) => ({ row: row('a', more), version, at: version, scopes: ['branch:1'] });
function tailsWith(...entries: TailEntry[]): Tails {
  const tails = new Tails();
  for (const one of entries) tails.record('org', one);
  return tails;
}
const pageFrom = (tails: Tails, from: TailPlace, atLeast = 0) => tails.page('org', from, atLeast)?.page;

describe('a page of the tail', () => {
  test('says of a row that was in sight only what has changed, over several transactions', () => {
    const tails = tailsWith(
      entry(5, 6, [written({ version: 6, row: row('a', { note: 'x' }), before: asIn(3) })]),
      entry(6, 8, [written({ version: 8, row: row('a', { note: 'y' }), before: asIn(6, { note: 'x' }) })]),
    );
    expect(pageFrom(tails, place(5))).toEqual({
      to: 8,
      hash: 'h8',
      at: 80,
      changes: [{ e: 'document', id: 'a', v: 8, p: { note: 'y' }, pv: 3 }],
    });
    expect(pageFrom(tails, place(6))?.changes).toMatchObject([{ p: { note: 'y' }, pv: 6 }]);
  });

  test('has rows whole that were out of sight, or lost a member, and leaves without contents', () => {
    const moved = { ...asIn(2), scopes: ['branch:2'] };
    const tails = tailsWith(
      entry(5, 8, [
        written({ version: 6, id: 'new', row: row('new') }),
        written({ version: 7, before: moved }),
        written({ version: 8, id: 'gone', row: row('gone'), scopes: ['branch:2'], left: ['branch:1'] }),
      ]),
    );
    expect(pageFrom(tails, place(5))?.changes).toEqual([
      { e: 'document', id: 'new', v: 6, at: 60, row: row('new') },
      { e: 'document', id: 'a', v: 7, at: 70, row: row('a') },
      { e: 'document', id: 'gone', v: 8, row: null },
    ]);
    const lost = tailsWith(entry(1, 2, [written({ version: 2, before: asIn(1, { extra: 1 }) })]));
    expect(pageFrom(lost, place(1))?.changes).toMatchObject([{ row: row('a') }]);
  });

  test('shows nothing of other scopes, and how far the own commands were consumed', () => {
    const tails = tailsWith(entry(1, 2, [written({ version: 2, scopes: ['branch:2'] })], [['mine', 4]]));
    expect(tails.page('org', place(1), 0)).toMatchObject({ page: { to: 2, changes: [] }, lastN: 4 });
    expect(tails.page('org', place(1, { client: 'other' }), 0)?.lastN).toBeNull();
  });
});

describe('the database is asked', () => {
  const tails = tailsWith(entry(5, 6, [written({ version: 6 })]), entry(6, 7, [written({ version: 7 })]));
  test.each<[string, TailPlace, number]>([
    ['before its beginning', place(4), 0],
    ['at its end', place(7), 0],
    ['where news lie beyond its end', place(5), 8],
    ['by another history', place(5, { chainHash: 'other' }), 0],
    ['by another epoch', place(5, { epoch: 'f' }), 0],
  ])('%s', (_case, from, atLeast) => {
    expect(tails.page('org', from, atLeast)).toBeNull();
  });

  test('where another process has committed in between', () => {
    const gap = tailsWith(entry(5, 6, [written({ version: 6 })]), entry(8, 9, [written({ version: 9 })]));
    expect(gap.page('org', place(5), 0)).toBeNull();
    expect(pageFrom(gap, place(8))?.to).toBe(9);
  });

  test('when what the person may see has moved', () => {
    const own = tailsWith(entry(1, 2, [written({ version: 2, entity: 'employee', id: 'me', row: row('me') })]));
    expect(own.page('org', place(1), 0)).toBeNull();
    expect(pageFrom(own, place(1, { userId: 'you' }))?.to).toBe(2);
    const branch = tailsWith(entry(1, 2, [written({ version: 2, entity: 'branch', id: 'b', row: row('b') })]));
    expect(branch.page('org', place(1, { userId: 'you' }), 0)).toBeNull();
  });

  test('for pages of many rows and after large transactions; what follows is known again', () => {
    const many = (from: number, count: number) =>
      entry(
        from,
        from + 1,
        Array.from({ length: count }, (_, n) => written({ version: from + 1, id: `${n}` })),
      );
    expect(tailsWith(many(1, 201)).page('org', place(1), 0)).toBeNull();
    const large = tailsWith(many(1, 1_001), many(2, 3));
    expect(large.page('org', place(1), 0)).toBeNull();
    expect(pageFrom(large, place(2))?.changes).toHaveLength(3);
  });
});

test('memory stays bounded: the oldest transactions go first', () => {
  const tails = new Tails();
  for (let n = 0; n < 600; n += 1) tails.record('org', entry(n, n + 1, [written({ version: n + 1 })]));
  expect(tails.page('org', place(50), 0)).toBeNull();
  expect(pageFrom(tails, place(598))?.to).toBe(600);
  const heavy = new Tails();
  const big = row('a', { text: 'я'.repeat(1_000_000) });
  for (let n = 0; n < 10; n += 1) heavy.record('org', entry(n, n + 1, [written({ version: n + 1, row: big })]));
  expect(heavy.page('org', place(2), 0)).toBeNull();
  expect(pageFrom(heavy, place(9))?.to).toBe(10);
});
