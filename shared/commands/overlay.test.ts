import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Overlay } from '#shared/commands/overlay.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { counterpartyRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const inns = ['1', '2', '3'];
const row = (n: number, inn: string): AnyRow => counterpartyRow(rowId(3, n), { inn });
const place = (index: number) => fc.constantFrom(...inns.slice(0, index));
const contents = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6'), fc.option(place(3)));

describe('Overlay', () => {
  test('its answer is the answer of a store in which everything has been written', () => {
    fc.assert(
      fc.property(contents, contents, fc.integer({ min: 1, max: 7 }), fc.boolean(), (below, above, limit, last) => {
        const overlay = new Overlay();
        const written = new Map<string, AnyRow>();
        const stored: AnyRow[] = [];
        for (const [n, inn] of Object.entries(below)) if (inn) stored.push(row(Number(n), inn));
        for (const one of stored) written.set(one.id, one);
        for (const [n, inn] of Object.entries(above)) {
          const id = rowId(3, Number(n));
          overlay.set('counterparty', id, inn === null ? null : row(Number(n), inn));
          if (inn === null) written.delete(id);
          else written.set(id, row(Number(n), inn));
        }
        for (const inn of inns) {
          const under = (all: Iterable<AnyRow>) => [...all].filter((one) => one['inn'] === inn);
          const expected = under(written.values()).sort((left, right) => (left.id < right.id ? -1 : 1));
          const answer = overlay.merge('counterparty', 'inn', inn, under(stored), limit, last);
          expect(answer).toEqual(last ? expected.slice(-limit) : expected.slice(0, limit));
        }
      }),
    );
  });

  test('tells what it does not know from what is gone', () => {
    const overlay = new Overlay();
    expect(overlay.row('document', rowId(4, 1))).toBeUndefined();
    overlay.write({ type: 'remove', entity: 'document', id: rowId(4, 1) }, null);
    expect(overlay.row('document', rowId(4, 1))).toBeNull();
  });
});
