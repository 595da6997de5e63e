import { describe, expect, test } from 'vitest';
import { commit, counterparty, document, idAt, put, remove } from '#tests/conformance/samples.ts';
import type { Subject } from '#tests/conformance/subject.ts';

export function rowsSuite(subject: Subject): void {
  describe('rows', () => {
    test('a row comes back as it was written, to the last strange character', async () => {
      const org = await subject.organization();
      const row = {
        ...counterparty(1, '7701234567'),
        name: '"\\ \' \u0000 \u200f {null,"} \ud800 😀',
        nested: { list: [1, null, 'ё'] },
      };
      const seq = await commit(subject.store(), org, (at) => ({
        rows: [put('counterparty', row, at, ['organization', 'user:a'])],
      }));
      const found = await subject.store().read(org, (tx) => tx.getMany('counterparty', [row.id, idAt(404)]));
      expect([...found.keys()]).toEqual([row.id]);
      expect(found.get(row.id)).toEqual({ row, version: seq, at: seq * 1_000, scopes: ['organization', 'user:a'] });
    });

    test('a row that is removed is absent everywhere', async () => {
      const org = await subject.organization();
      await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(1, 'key'), seq, ['branch:1'])] }));
      await commit(subject.store(), org, (seq) => ({ rows: [remove('document', idAt(1), seq, ['branch:1'])] }));
      await subject.store().read(org, async (tx) => {
        expect((await tx.getMany('document', [idAt(1)])).size).toBe(0);
        expect(await tx.byKey('document', 'sourceKey', 'key', 10, false)).toEqual([]);
        expect(await tx.idsOf('document')).toEqual([]);
        expect(await tx.backfill(['branch:1'], null, 10)).toEqual([]);
      });
    });

    test('a key gives its rows in byte order of the id, the first or the last of them', async () => {
      const org = await subject.organization();
      const rows = [5, 2, 9, 255, 16].map((n) => counterparty(n, '7701234567'));
      await commit(subject.store(), org, (seq) => ({
        rows: rows.map((row) => put('counterparty', row, seq, ['organization'])),
      }));
      const ask = (limit: number, last: boolean) =>
        subject.store().read(org, async (tx) => {
          const found = await tx.byKey('counterparty', 'inn', '7701234567', limit, last);
          return found.map((one) => Number.parseInt(one.row.id.slice(-4), 16));
        });
      expect(await ask(3, false)).toEqual([2, 5, 9]);
      expect(await ask(3, true)).toEqual([9, 16, 255]);
      expect(await ask(100, true)).toEqual([2, 5, 9, 16, 255]);
    });

    test('several keys at once give the first rows of each, as each would alone', async () => {
      const org = await subject.organization();
      const inns = ['7701234567', 'a\u0000b', "'; DROP"];
      const rows = [5, 2, 9, 255, 16, 7].map((n, place) => counterparty(n, inns[place % 2] as string));
      await commit(subject.store(), org, (seq) => ({
        rows: rows.map((row) => put('counterparty', row, seq, ['organization'])),
      }));
      await subject.store().read(org, async (tx) => {
        const found = await tx.byKeys('counterparty', 'inn', inns, 2);
        const alone = inns.map(async (inn) => [inn, await tx.byKey('counterparty', 'inn', inn, 2, false)] as const);
        expect([...found]).toEqual(await Promise.all(alone));
        expect([...found.values()].map((one) => one.length)).toEqual([2, 2, 0]);
      });
    });

    test('keys are compared as bytes: letter case, ё and NUL make a difference and stop nothing', async () => {
      const org = await subject.organization();
      const keys = ['Счёт-1', 'счёт-1', 'Счет-1', 'Счёт-1 ', 'a\u0000b', "'; DROP TABLE stored_row; --"];
      const rows = keys.map((key, n) => document(n + 1, key));
      await commit(subject.store(), org, (seq) => ({
        rows: rows.map((row) => put('document', row, seq, ['branch:1'])),
      }));
      for (const [n, key] of keys.entries()) {
        const found = await subject.store().read(org, (tx) => tx.byKey('document', 'sourceKey', key, 10, false));
        expect(found.map((one) => one.row.id)).toEqual([idAt(n + 1)]);
      }
    });

    test('a row stands under its new key only', async () => {
      const org = await subject.organization();
      await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(1, 'old'), seq, ['branch:1'])] }));
      await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(1, 'new'), seq, ['branch:1'])] }));
      const under = (key: string) =>
        subject.store().read(org, (tx) => tx.byKey('document', 'sourceKey', key, 10, false));
      expect(await under('old')).toEqual([]);
      expect((await under('new')).map((one) => one.row.id)).toEqual([idAt(1)]);
    });

    test('ids of an entity come in byte order', async () => {
      const org = await subject.organization();
      const rows = [300, 7, 20].map((n) => ({ id: idAt(n) }));
      await commit(subject.store(), org, (seq) => ({
        rows: rows.map((row) => put('branch', row, seq, ['organization'])),
      }));
      expect(await subject.store().read(org, (tx) => tx.idsOf('branch'))).toEqual([7, 20, 300].map(idAt));
    });
  });
}
