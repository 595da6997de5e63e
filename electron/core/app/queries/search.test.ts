import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attachmentRow,
  counterpartyRow,
  documentRow,
  idAt,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import { drainSearch, markDirty } from '#electron/core/store/search/drain-search.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

const letter = documentRow(1, { subject: 'Письмо о поставке бумаги', number: 'ВХ-НСК/2026-00418', amount: 123_456 });
const act = documentRow(2, {
  subject: 'Акт',
  kind: 'act',
  note: `${'Долгое вступление. '.repeat(30)}Ремонт освещения цеха.`,
});
const trip = documentRow(4, { subject: 'Ремонт идёт' });
const memo = documentRow(3, { subject: 'Служебная записка', archivedAt: 5 });
const party = counterpartyRow(1, { name: 'Ромашка', inn: '7701234567' });
const comment = (n: number, objectEntity: string, objectId: string, text: string): AnyRow => ({
  ...{ id: idAt(60_000 + n), objectEntity, objectId, authorId: idAt(1), text, occurredAt: n, receivedAt: n },
});

describe('search', () => {
  let office: SmallOffice;
  const put = (entity: EntityName, row: AnyRow) => {
    office.put(entity, row);
    markDirty(office.writer, entity, row.id);
  };
  const find = (text: string, limit = 20) => office.query('search', { text, limit });
  const sort = { column: 'date', direction: 'desc' } as const;
  const listed = (text: string) =>
    office.query('document.list', { filter: { text }, sort, start: 0, end: 20 }).rows.map((row) => row.subject);

  beforeAll(() => {
    office = new SmallOffice();
    put('counterparty', party);
    for (const row of [letter, act, memo, trip]) put('document', row);
    put('comment', comment(1, 'document', letter.id, 'Просили прислать счёт повторно'));
    put('comment', comment(2, 'counterparty', party.id, 'Директор сменился'));
    put('attachment', { ...attachmentRow(1, act.id, 1), name: 'Смета подрядчика.pdf' });
  });
  afterAll(() => office.close());

  // The same answers before the index has caught up and after it has.
  for (const drained of [false, true]) {
    describe(drained ? 'over the index' : 'over rows not yet indexed', () => {
      beforeAll(() => {
        while (drained && drainSearch(office.writer, searchSource(office.writer), 50).left);
        if (drained) office.raise('document');
      });

      it('finds a word in any form and shows the record', () => {
        expect(find('письма поставка')).toEqual({
          hits: [
            {
              ...{ entity: 'document', id: letter.id, title: letter.subject, number: letter.number, kind: 'incoming' },
              ...{ date: letter.date, amount: 123_456, inn: null, fragment: null },
              ...{
                titleMarks: [
                  [0, 6],
                  [9, 17],
                ],
                numberMarks: [],
              },
            },
          ],
          more: false,
          indexing: drained ? 0 : 8,
        });
        expect(find('7701234567').hits[0]).toMatchObject({ entity: 'counterparty', title: 'Ромашка', inn: party.inn });
      });

      it('shows what surrounds the words in a note, a comment or the name of a file', () => {
        const fragment = find('освещение').hits[0]?.fragment;
        expect(fragment?.from).toBe('note');
        expect(fragment?.text).toMatch(/^….*Ремонт освещения цеха\.$/);
        expect(fragment?.text.length).toBeLessThan(200);
        const said = { from: 'comment', text: 'Просили прислать счёт повторно' };
        expect(find('счета').hits).toMatchObject([{ id: letter.id, fragment: said }]);
        expect(find('директор').hits).toMatchObject([{ entity: 'counterparty', id: party.id }]);
        const file = { from: 'attachment', text: 'Смета подрядчика.pdf' };
        expect(find('смета').hits).toMatchObject([{ id: act.id, fragment: file }]);
      });

      it('marks whole words wherever they stand, also those that only the dictionary knows', () => {
        const marked = (text: string) => {
          const [hit] = find(text).hits;
          const told = hit?.fragment ?? { text: hit?.title ?? '', marks: hit?.titleMarks ?? [] };
          return told.marks.map(([from, to]) => told.text.slice(from, to));
        };
        expect(marked('письмам')).toEqual(['Письмо']);
        expect(marked('шёл')).toEqual(['идёт']);
        expect(marked('освещению')).toEqual(['освещения']);
        expect(marked('подрядчики')).toEqual(['подрядчика']);
      });

      it('keeps to the limit and says that there is more', () => {
        expect(find('ВХ', 1)).toMatchObject({ hits: [expect.anything()], more: true });
        expect(find('нетакогослова')).toMatchObject({ hits: [], more: false });
        expect(find('" OR * -')).toMatchObject({ hits: [] });
      });

      it('narrows a register to what is found, the discussion included', () => {
        expect(listed('счета')).toEqual([letter.subject]);
        expect(listed('смета')).toEqual([act.subject]);
        expect(listed('записка')).toEqual([]);
        expect(listed('директор')).toEqual([]);
        const by = { column: 'name', direction: 'asc' } as const;
        const args = { filter: { text: 'директор' }, sort: by, start: 0, end: 9 };
        expect(office.query('counterparty.list', args)).toMatchObject({ total: 1, rows: [{ id: party.id }] });
      });
    });
  }

  it('finds in a register what the index has caught up with, though no row has changed since', () => {
    const other = new SmallOffice();
    const count = 700;
    other.writer.transaction(() => {
      for (let n = 0; n < count; n += 1) {
        other.put('document', documentRow(n, { subject: 'Накладная' }));
        markDirty(other.writer, 'document', documentRow(n).id);
      }
    })();
    const total = () => {
      const args = { filter: { text: 'накладные' }, sort, start: 0, end: 1 };
      return other.query('document.list', args).total;
    };
    expect(total()).toBeLessThan(count);
    while (drainSearch(other.writer, searchSource(other.writer), 50).left);
    expect(total()).toBe(count);
    other.close();
  });
});
