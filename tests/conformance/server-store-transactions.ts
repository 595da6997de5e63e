import { describe, expect, test } from 'vitest';
import { clientAt, commit, counterparty, document, idAt, put } from '#tests/conformance/samples.ts';
import type { Subject } from '#tests/conformance/subject.ts';

function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

export function transactionsSuite(subject: Subject): void {
  describe('transactions', () => {
    test('a snapshot stays as it was while a writer commits beside it', async () => {
      const org = await subject.organization();
      await commit(subject.store(), org, (seq) => ({ rows: [put('document', document(1, 'a'), seq, ['branch:1'])] }));
      await subject.store().read(org, async (tx) => {
        expect((await tx.head()).seq).toBe(1);
        await commit(subject.store(), org, (seq) => ({
          rows: [
            put('document', document(1, 'b'), seq, ['branch:2'], ['branch:1']),
            put('document', document(2), seq, ['branch:1']),
          ],
          clients: [clientAt('one', 1)],
        }));
        expect((await tx.head()).seq).toBe(1);
        expect((await tx.getMany('document', [idAt(1)])).get(idAt(1))?.row).toEqual(document(1, 'a'));
        expect(await tx.changesSince(['branch:1', 'branch:2'], 0, 10)).toHaveLength(1);
        expect(await tx.backfill(['branch:1'], null, 10)).toHaveLength(1);
        expect(await tx.byKey('document', 'sourceKey', 'b', 10, false)).toEqual([]);
        expect(await tx.client('one')).toBeNull();
        expect(await tx.chainAt(2)).toBeNull();
      });
      expect((await subject.store().read(org, (tx) => tx.head())).seq).toBe(2);
    });

    test('writers of one organization run one after another: commit order is seq order, without gaps', async () => {
      const org = await subject.organization();
      const seqs = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          commit(subject.store(), org, (seq) => ({ rows: [put('document', document(n), seq, ['branch:1'])] })),
        ),
      );
      expect([...seqs].sort((left, right) => left - right)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      const changes = await subject.store().read(org, (tx) => tx.changesSince(['branch:1'], 0, 100));
      expect(changes.map((change) => change.v)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    });

    test('a transaction that throws leaves nothing behind and lets the next one in', async () => {
      const org = await subject.organization();
      const failing = subject.store().write(org, async (tx) => {
        const head = await tx.head();
        await tx.write({
          rows: [put('document', document(1), 1, ['branch:1'])],
          log: [],
          clients: [clientAt('one', 1)],
          head: { ...head, seq: 1 },
        });
        throw new Error('refused');
      });
      await expect(failing).rejects.toThrow('refused');
      await subject.store().read(org, async (tx) => {
        expect((await tx.head()).seq).toBe(0);
        expect((await tx.getMany('document', [idAt(1)])).size).toBe(0);
        expect(await tx.client('one')).toBeNull();
        expect(await tx.changesSince(['branch:1'], 0, 10)).toEqual([]);
      });
      expect(await commit(subject.store(), org, () => ({}))).toBe(1);
    });

    test('a transaction reads what it has written; nobody else does before the commit', async () => {
      const org = await subject.organization();
      const [written, looked] = [gate(), gate()];
      const writing = subject.store().write(org, async (tx) => {
        const head = await tx.head();
        await tx.write({
          rows: [put('document', document(1), 1, ['branch:1'])],
          log: [],
          clients: [],
          head: { ...head, seq: 1 },
        });
        expect((await tx.getMany('document', [idAt(1)])).size).toBe(1);
        written.open();
        await looked.opened;
      });
      await written.opened;
      expect((await subject.store().read(org, (tx) => tx.getMany('document', [idAt(1)]))).size).toBe(0);
      looked.open();
      await writing;
      expect((await subject.store().read(org, (tx) => tx.getMany('document', [idAt(1)]))).size).toBe(1);
    });

    test('two organizations never see each other, though ids, keys, scopes and clients are the same', async () => {
      const [one, two] = [await subject.organization(), await subject.organization()];
      await commit(subject.store(), one, (seq) => ({
        rows: [put('counterparty', counterparty(1, '7701234567'), seq, ['organization'])],
        clients: [clientAt('same', 1)],
      }));
      await subject.store().read(two, async (tx) => {
        expect((await tx.head()).seq).toBe(0);
        expect((await tx.getMany('counterparty', [idAt(1)])).size).toBe(0);
        expect(await tx.byKey('counterparty', 'inn', '7701234567', 10, false)).toEqual([]);
        expect(await tx.idsOf('counterparty')).toEqual([]);
        expect(await tx.changesSince(['organization'], 0, 10)).toEqual([]);
        expect(await tx.backfill(['organization'], null, 10)).toEqual([]);
        expect(await tx.client('same')).toBeNull();
        expect((await tx.known([idAt(90_001)])).size).toBe(0);
        expect(await tx.verdictsAfter('writer', 0, 10)).toEqual([]);
      });
      await commit(subject.store(), two, (seq) => ({
        rows: [put('counterparty', counterparty(1, '5'), seq, ['organization'])],
      }));
      const kept = await subject.store().read(one, (tx) => tx.getMany('counterparty', [idAt(1)]));
      expect(kept.get(idAt(1))?.row).toEqual(counterparty(1, '7701234567'));
    });

    test('an organization that does not exist is an error, and creating one twice changes nothing', async () => {
      const org = await subject.organization();
      await commit(subject.store(), org, () => ({}));
      await subject.store().createOrganization(org, 'another epoch');
      expect(await subject.store().read(org, (tx) => tx.head())).toMatchObject({ epoch: 'epoch', seq: 1 });
      await expect(subject.store().read('nowhere', (tx) => tx.head())).rejects.toThrow('nowhere');
    });
  });
}
