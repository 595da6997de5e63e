import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { declaredReads } from '#server/sync/declared-reads.ts';
import type { RowWrite } from '#server/sync/store-port.ts';
import { WorkingSet } from '#server/sync/working-set.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { company, counterpartyRow, documentRow, kazan, moscow, rowId } from '#tests/fixtures/kernel/rows.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';

const inns = ['1', '2'];
const party = (n: number, inn: string): AnyRow => counterpartyRow(rowId(3, n), { inn });
const contents = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), fc.constantFrom(...inns));

async function storeWith(rows: readonly AnyRow[], entity: 'counterparty' | 'document' = 'counterparty') {
  const store = createMemoryStore();
  await store.createOrganization('org', 'epoch');
  const write = (row: AnyRow): RowWrite => ({ entity, id: row.id, row, version: 1, at: 1, scopes: [], left: [] });
  await store.write('org', async (tx) => {
    await tx.write({ rows: rows.map(write), log: [], clients: [], head: { ...(await tx.head()), seq: 1 } });
  });
  return store;
}

describe('WorkingSet', () => {
  test('what earlier commands of a batch have moved away never hides what the store has behind it', async () => {
    const store = await storeWith([party(1, '1'), party(2, '1')]);
    await store.read('org', async (tx) => {
      const set = new WorkingSet(tx);
      set.overlay.set('counterparty', rowId(3, 1), party(1, '2'));
      const request = { op: 'key', entity: 'counterparty', index: 'inn', key: '1', limit: 1, last: false } as const;
      expect(await set.answer(request)).toEqual([party(2, '1')]);
      expect(await set.answer({ ...request, last: true })).toEqual([party(2, '1')]);
    });
  });

  test('in the middle of a batch every answer is that of a store in which everything before has been written', async () => {
    const request = fc.record({
      key: fc.constantFrom(...inns),
      limit: fc.integer({ min: 1, max: 4 }),
      last: fc.boolean(),
      ahead: fc.boolean(),
    });
    const place = { entity: 'counterparty', index: 'inn', keys: new Set(inns) } as const;
    await fc.assert(
      fc.asyncProperty(contents, contents, request, async (below, above, { key, limit, last, ahead }) => {
        const rows = (given: Record<string, string>) => Object.entries(given).map(([n, inn]) => party(Number(n), inn));
        const store = await storeWith(rows(below));
        const whole = await storeWith(rows({ ...below, ...above }));
        const expected = await whole.read('org', (tx) => tx.byKey('counterparty', 'inn', key, limit, last));
        await store.read('org', async (tx) => {
          const set = new WorkingSet(tx);
          if (ahead) await set.prefetch({ rows: new Map(), places: [place] });
          for (const row of rows(above)) set.overlay.set('counterparty', row.id, row);
          const answer = await set.answer({ op: 'key', entity: 'counterparty', index: 'inn', key, limit, last });
          expect(answer).toEqual(expected.map((one) => one.row));
        });
      }),
    );
  });

  test('a place of an index with more rows than are fetched ahead is read from the store, to its end', async () => {
    const parties = Array.from({ length: 45 }, (_, n) => party(n + 10, n < 30 ? '1' : '2'));
    const store = await storeWith(parties);
    await store.read('org', async (tx) => {
      const set = new WorkingSet(tx);
      await set.prefetch({ rows: new Map(), places: [{ entity: 'counterparty', index: 'inn', keys: new Set(inns) }] });
      for (const [key, count] of [
        ['1', 30],
        ['2', 15],
      ] as const) {
        const request = { op: 'key', entity: 'counterparty', index: 'inn', key, limit: 100, last: false } as const;
        expect(await set.answer(request)).toHaveLength(count);
      }
    });
  });

  test('a row that follows another stands in the scopes of its owner as the batch has made it', async () => {
    const paper = documentRow(rowId(4, 1));
    const store = await storeWith([paper], 'document');
    await store.read('org', async (tx) => {
      const set = new WorkingSet(tx);
      const line = { id: rowId(6, 1), documentId: paper.id };
      expect(await set.scopesOf('document_line', line)).toContain(`branch:${moscow}`);
      set.overlay.set('document', paper.id, { ...paper, branchId: kazan });
      expect(await set.scopesOf('document_line', line)).toEqual([`branch:${kazan}`, `user:${paper.authorId}`]);
      set.overlay.set('document', paper.id, null);
      expect(await set.scopesOf('document_line', line)).toEqual([]);
    });
  });

  test('rows asked for once are fetched once', async () => {
    const store = await storeWith([...company()].filter(([entity]) => entity === 'employee').map(([, row]) => row));
    await store.read('org', async (tx) => {
      const asked: string[] = [];
      const counting = new Proxy(tx, {
        get: (target, name) => {
          if (name === 'getMany' || name === 'byKey') asked.push(name);
          const value = Reflect.get(target, name) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      const set = new WorkingSet(counting);
      const command = { id: 'x', n: 1, name: 'x', v: 1, args: {}, argsHash: '', occurredAt: 1 };
      const names = [
        `counterparty/${rowId(2, 1)}`,
        `counterparty/${rowId(2, 9)}`,
        'counterparty#inn/1/2',
        'nothing#x/1',
      ];
      const baseVersions = Object.fromEntries(names.map((name) => [name, 1]));
      await set.prefetch(declaredReads([{ ...command, baseVersions }], []));
      for (const n of [1, 9]) await set.answer({ op: 'get', entity: 'counterparty', ids: [rowId(2, n)] });
      await set.answer({ op: 'key', entity: 'counterparty', index: 'inn', key: '1/2', limit: 5, last: true });
      expect(asked).toEqual(['getMany']);
    });
  });
});
