import { describe, expect, test } from 'vitest';
import { accepted, clientAt, commit, idAt, rejected } from '#tests/conformance/samples.ts';
import type { Subject } from '#tests/conformance/subject.ts';

export function commandsSuite(subject: Subject): void {
  describe('commands and clients', () => {
    test('verdicts of a client come in order of n, after a number, at most so many', async () => {
      const org = await subject.organization();
      const log = [accepted('one', 1, 1), rejected('one', 2, 1), accepted('two', 1, 2), accepted('one', 3, 3)];
      await commit(subject.store(), org, () => ({ log }));
      const verdicts = (n: number, limit: number) =>
        subject.store().read(org, (tx) => tx.verdictsAfter('one', n, limit));
      expect(await verdicts(0, 10)).toEqual([log[0], log[1], log[3]].map((entry) => entry?.verdict));
      expect((await verdicts(1, 1)).map((verdict) => verdict.n)).toEqual([2]);
      expect(await verdicts(3, 10)).toEqual([]);
    });

    test('a command is known by its id whoever sent it', async () => {
      const org = await subject.organization();
      const log = [accepted('one', 1, 1, idAt(71)), rejected('two', 1, 1, idAt(72))];
      await commit(subject.store(), org, () => ({ log }));
      const known = await subject.store().read(org, (tx) => tx.known([idAt(72), idAt(71), idAt(73)]));
      expect(known.size).toBe(2);
      expect(known.get(idAt(71))).toEqual({ verdict: log[0]?.verdict, argsHash: log[0]?.argsHash });
      expect(known.get(idAt(72))).toEqual({ verdict: log[1]?.verdict, argsHash: log[1]?.argsHash });
    });

    test('a command cannot be accepted twice, nor a number consumed twice', async () => {
      const org = await subject.organization();
      await commit(subject.store(), org, () => ({ log: [accepted('one', 1, 1, idAt(71))] }));
      await expect(commit(subject.store(), org, () => ({ log: [accepted('two', 1, 2, idAt(71))] }))).rejects.toThrow();
      await expect(commit(subject.store(), org, () => ({ log: [accepted('one', 1, 2, idAt(74))] }))).rejects.toThrow();
      expect((await subject.store().read(org, (tx) => tx.head())).seq).toBe(1);
    });

    test('the hash of the history is known at every place and nowhere else', async () => {
      const org = await subject.organization();
      const start = await subject.store().read(org, (tx) => tx.head());
      expect(start).toMatchObject({ epoch: 'epoch', seq: 0 });
      await commit(subject.store(), org, () => ({}));
      await commit(subject.store(), org, () => ({}));
      const chain = await subject.store().read(org, (tx) => Promise.all([0, 1, 2, 3].map((seq) => tx.chainAt(seq))));
      expect(chain).toEqual([start.chainHash, 'chain-1', 'chain-2', null]);
    });

    test('a client is replaced whole', async () => {
      const org = await subject.organization();
      const read = () => subject.store().read(org, (tx) => tx.client('one'));
      expect(await read()).toBeNull();
      await commit(subject.store(), org, () => ({ clients: [clientAt('one', 1)] }));
      expect(await read()).toEqual(clientAt('one', 1));
      await commit(subject.store(), org, () => ({ clients: [clientAt('one', 2), clientAt('two', 1)] }));
      expect(await read()).toEqual(clientAt('one', 2));
    });
  });
}
