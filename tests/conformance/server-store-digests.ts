import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { digestText, ScopeAdder } from '#shared/sync/scope-digest.ts';
import { commit, document, idAt, put, remove } from '#tests/conformance/samples.ts';
import type { Subject } from '#tests/conformance/subject.ts';

/** What a workstation would come to with these rows, given as [number, version]. */
function sumOf(...rows: [number, number][]): { rows: number; digest: string } {
  const adder = new ScopeAdder();
  for (const [n, version] of rows) adder.add(hash('sha256', digestText('document', idAt(n), version), 'buffer'));
  return { rows: adder.rows, digest: adder.digest };
}

export function digestsSuite(subject: Subject): void {
  const read = (org: string, scopes: string[]) => subject.store().read(org, (tx) => tx.digests(scopes));

  describe('digests of scopes', () => {
    test('follow every row that comes, changes, moves and goes', async () => {
      const org = await subject.organization();
      const write = (...rows: ((seq: number) => ReturnType<typeof put>)[]) =>
        commit(subject.store(), org, (seq) => ({ rows: rows.map((row) => row(seq)) }));
      expect(await read(org, ['branch:1'])).toEqual(new Map());
      await write(
        (seq) => put('document', document(1), seq, ['branch:1', 'user:a']),
        (seq) => put('document', document(2), seq, ['branch:1']),
      );
      expect(Object.fromEntries(await read(org, ['branch:1', 'user:a']))).toEqual({
        'branch:1': sumOf([1, 1], [2, 1]),
        'user:a': sumOf([1, 1]),
      });
      await write((seq) => put('document', document(1, 'anew'), seq, ['branch:1', 'user:a']));
      await write((seq) => put('document', document(2), seq, ['branch:2'], ['branch:1']));
      await write((seq) => remove('document', idAt(1), seq, ['branch:1', 'user:a']));
      await write((seq) => put('document', document(3), seq, ['branch:1']));
      expect(Object.fromEntries(await read(org, ['branch:1', 'branch:2', 'user:a']))).toEqual({
        'branch:1': sumOf([3, 5]),
        'branch:2': sumOf([2, 3]),
      });
    });

    test('are those of the rows after a transaction that is undone', async () => {
      const org = await subject.organization();
      await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(1), seq, ['branch:1'])] }));
      const undone = subject.store().write(org, async (tx) => {
        const head = await tx.head();
        await tx.write({ rows: [put('document', document(2), 2, ['branch:1'])], log: [], clients: [], head });
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect((await read(org, ['branch:1'])).get('branch:1')).toEqual(sumOf([1, 1]));
      expect(await subject.store().read(org, (tx) => tx.forgottenSince(['branch:1'], 0))).toEqual([]);
    });
  });
}
