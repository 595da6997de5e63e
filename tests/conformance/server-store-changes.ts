import { describe, expect, test } from 'vitest';
import type { RowChange } from '#shared/sync/command-wire.ts';
import { commit, counterparty, document, idAt, put, remove } from '#tests/conformance/samples.ts';
import type { Subject } from '#tests/conformance/subject.ts';

const short = (changes: RowChange[]): string[] =>
  changes.map((change) => `${change.v}:${Number.parseInt(change.id.slice(-6), 16)}${change.row ? '' : ' gone'}`);

export function changesSuite(subject: Subject): void {
  const since = (org: string, scopes: string[], cursor: number, limit = 100) =>
    subject.store().read(org, (tx) => tx.changesSince(scopes, cursor, limit));

  describe('changes since a cursor', () => {
    test('in order of seq, after the cursor, only of the scopes, each row once with its newest contents', async () => {
      const org = await subject.organization();
      const at = (n: number, scope: string) =>
        commit(subject.store(), org, (seq) => ({
          rows: [put('document', document(n, `${seq}`), seq, [scope, 'user:a'])],
        }));
      await at(1, 'branch:1');
      await at(2, 'branch:2');
      await at(3, 'branch:1');
      await at(1, 'branch:1');
      expect(short(await since(org, ['branch:1'], 0))).toEqual(['3:3', '4:1']);
      expect(short(await since(org, ['branch:1', 'branch:2', 'user:a'], 0))).toEqual(['2:2', '3:3', '4:1']);
      expect(short(await since(org, ['branch:1', 'user:a'], 3))).toEqual(['4:1']);
      expect(await since(org, ['branch:1'], 4)).toEqual([]);
      expect(await since(org, [], 0)).toEqual([]);
      expect((await since(org, ['branch:1'], 3))[0]).toEqual({
        e: 'document',
        id: idAt(1),
        v: 4,
        at: 4_000,
        row: document(1, '4'),
      });
    });

    test('a move is a leave without contents for the old scope and a put for the new one', async () => {
      const org = await subject.organization();
      await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(1), seq, ['branch:1'])] }));
      await commit(subject.store(), org, (seq) => ({
        rows: [put('document', document(1), seq, ['branch:2'], ['branch:1'])],
      }));
      await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(1), seq, ['branch:2'])] }));
      expect(await since(org, ['branch:1'], 0)).toEqual([{ e: 'document', id: idAt(1), v: 2, at: 2_000, row: null }]);
      expect(short(await since(org, ['branch:2'], 0))).toEqual(['3:1']);
      expect(short(await since(org, ['branch:1', 'branch:2'], 0))).toEqual(['3:1']);
      expect(short(await since(org, ['branch:1'], 2))).toEqual([]);
    });

    test('a row that comes back stands again; a removed one is gone for all its scopes', async () => {
      const org = await subject.organization();
      await commit(subject.store(), org, (seq) => ({
        rows: [put('document', document(1), seq, ['branch:1', 'user:a'])],
      }));
      await commit(subject.store(), org, (seq) => ({
        rows: [put('document', document(1), seq, ['user:a'], ['branch:1'])],
      }));
      await commit(subject.store(), org, (seq) => ({
        rows: [put('document', document(1), seq, ['branch:1', 'user:a'])],
      }));
      expect(short(await since(org, ['branch:1'], 0))).toEqual(['3:1']);
      await commit(subject.store(), org, (seq) => ({
        rows: [remove('document', idAt(1), seq, ['branch:1', 'user:a'])],
      }));
      expect(short(await since(org, ['branch:1', 'user:a'], 0))).toEqual(['4:1 gone']);
      expect(short(await since(org, ['user:a'], 3))).toEqual(['4:1 gone']);
    });

    test('a limit cuts the order, and pages of any size together give the same', async () => {
      const org = await subject.organization();
      for (let n = 1; n <= 12; n += 1) {
        const scope = `branch:${n % 3}`;
        await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(n), seq, [scope, 'user:a'])] }));
      }
      await commit(subject.store(), org, (seq) => ({
        rows: [put('document', document(4), seq, ['branch:2', 'user:a'], ['branch:1'])],
      }));
      const scopes = ['branch:0', 'branch:1', 'branch:2'];
      const all = short(await since(org, scopes, 0));
      expect(all).toEqual(['1:1', '2:2', '3:3', '5:5', '6:6', '7:7', '8:8', '9:9', '10:10', '11:11', '12:12', '13:4']);
      for (const limit of [1, 2, 5, 11]) {
        const pages: RowChange[] = [];
        for (
          let page = await since(org, scopes, 0, limit);
          page.length > 0;
          page = await since(org, scopes, pages.at(-1)?.v ?? 0, limit)
        ) {
          expect(page.length).toBeLessThanOrEqual(limit);
          pages.push(...page);
        }
        expect(short(pages)).toEqual(all);
      }
    });

    test('rows that do not concern the person any more never fill a page in place of those that do', async () => {
      const org = await subject.organization();
      for (let n = 1; n <= 5; n += 1) {
        await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(n), seq, ['branch:1'])] }));
        await commit(subject.store(), org, (seq) => ({
          rows: [put('document', document(n), seq, ['branch:2'], ['branch:1'])],
        }));
      }
      await commit(subject.store(), org, (seq) => ({
        rows: [1, 2, 3, 4, 5].map((n) => put('document', document(n), seq, ['branch:2'])),
      }));
      await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(6), seq, ['branch:1'])] }));
      expect(short(await since(org, ['branch:1', 'branch:2'], 0, 6))).toEqual([
        '11:1',
        '11:2',
        '11:3',
        '11:4',
        '11:5',
        '12:6',
      ]);
    });

    test('rows of one command come in order of entity and id', async () => {
      const org = await subject.organization();
      const rows = [document(9), document(2), document(5)];
      await commit(subject.store(), org, (seq) => ({
        rows: [
          ...rows.map((row) => put('document', row, seq, ['branch:1'])),
          put('counterparty', counterparty(7, '1'), seq, ['branch:1']),
        ],
      }));
      expect(short(await since(org, ['branch:1'], 0))).toEqual(['1:7', '1:2', '1:5', '1:9']);
      expect(short(await since(org, ['branch:1'], 0, 2))).toEqual(['1:7', '1:2']);
    });
  });

  describe('backfill', () => {
    test('pages walk through entities in order of the registry and ids in byte order', async () => {
      const org = await subject.organization();
      const write = (seq: number) => [
        put('document', document(3), seq, ['branch:1', 'user:a']),
        put('document', document(1), seq, ['branch:1']),
        put('document', document(2), seq, ['branch:2']),
        put('counterparty', counterparty(8, '1'), seq, ['organization']),
        put('branch', { id: idAt(9) }, seq, ['organization']),
        put('comment', { id: idAt(4), objectId: idAt(1) }, seq, ['branch:1']),
      ];
      await commit(subject.store(), org, (seq) => ({ rows: write(seq) }));
      const scopes = ['branch:1', 'organization', 'user:a'];
      for (const limit of [1, 2, 3, 100]) {
        const found: RowChange[] = [];
        for (;;) {
          const last = found.at(-1);
          const after = last ? { entity: last.e as 'document', id: last.id } : null;
          const page = await subject.store().read(org, (tx) => tx.backfill(scopes, after, limit));
          expect(page.length).toBeLessThanOrEqual(limit);
          found.push(...page);
          if (page.length < limit) break;
        }
        expect(found.map((change) => change.e)).toEqual(['branch', 'counterparty', 'document', 'document', 'comment']);
        expect(short(found)).toEqual(['1:9', '1:8', '1:1', '1:3', '1:4']);
      }
    });
  });
}
