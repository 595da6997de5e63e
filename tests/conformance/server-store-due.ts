import { describe, expect, test } from 'vitest';
import type { DueRow } from '#server/sync/store-port.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { commit, idAt, put, remove } from '#tests/conformance/samples.ts';
import type { Subject } from '#tests/conformance/subject.ts';

/** Only what the clock looks at. */
const task = (n: number, dueAt: number | null, more: Partial<AnyRow> = {}): AnyRow =>
  ({ id: idAt(n), documentId: idAt(1), state: 'active', dueAt, escalatedToId: null, ...more }) as AnyRow;

export function dueSuite(subject: Subject): void {
  describe('rows that the clock waits for', () => {
    const write = (org: string, rows: AnyRow[]) =>
      commit(subject.store(), org, (seq) => ({
        rows: rows.map((row) => put('approval_task', row, seq, ['branch:1'])),
      }));
    const ask = (org: string, until: number, after: DueRow | null = null, limit = 100) =>
      subject.store().read(org, async (tx) => {
        const found = await tx.due('approval_task', until, after, limit);
        return found.map(({ id, due }) => [Number.parseInt(id.slice(-4), 16), due]);
      });

    test('come when their instant has come, the earliest first, in byte order of the id where it is the same', async () => {
      const org = await subject.organization();
      await write(org, [task(9, 500), task(2, 1_700_000_000_000), task(300, 70), task(16, 500), task(5, 501)]);
      expect(await ask(org, 69)).toEqual([]);
      expect(await ask(org, 500)).toEqual([
        [300, 70],
        [9, 500],
        [16, 500],
      ]);
      expect(await ask(org, 1_700_000_000_000)).toHaveLength(5);
    });

    test('are not those without a deadline, not asked now, or escalated already', async () => {
      const org = await subject.organization();
      const others = [{ state: 'waiting' }, { state: 'done' }, { state: 'closed' }, { escalatedToId: idAt(7) }];
      await write(org, [task(1, null), ...others.map((more, n) => task(n + 2, 10, more)), task(9, 10)]);
      expect(await ask(org, 1_000)).toEqual([[9, 10]]);
    });

    test('come in pages, none twice and none left out', async () => {
      const org = await subject.organization();
      await write(
        org,
        Array.from({ length: 25 }, (_, n) => task(100 - n, 1_000 + (n % 3))),
      );
      const all = await ask(org, 2_000);
      const paged: (number | undefined)[][] = [];
      let after: DueRow | null = null;
      for (let page = 0; page < 10 && paged.length < 25; page += 1) {
        const found = await ask(org, 2_000, after, 4);
        paged.push(...found);
        const [n = 0, due = 0] = found.at(-1) ?? [];
        after = { id: idAt(n), due };
      }
      expect(all).toHaveLength(25);
      expect(paged).toEqual(all);
    });

    test('are waited for no more when the deadline moves, the task is done or the row is gone', async () => {
      const org = await subject.organization();
      await write(org, [task(1, 10), task(2, 10), task(3, 10), task(4, 10)]);
      await write(org, [task(1, 90), task(2, 10, { state: 'done' })]);
      await commit(subject.store(), org, (seq) => ({ rows: [remove('approval_task', idAt(3), seq, ['branch:1'])] }));
      expect(await ask(org, 50)).toEqual([[4, 10]]);
      expect(await ask(org, 90)).toEqual([
        [4, 10],
        [1, 90],
      ]);
    });

    test('are those of their organization and entity only', async () => {
      const [org, other] = [await subject.organization(), await subject.organization()];
      await write(org, [task(1, 10)]);
      expect(await ask(other, 50)).toEqual([]);
      expect(await subject.store().read(org, (tx) => tx.due('document', 50, null, 10))).toEqual([]);
    });
  });
}
