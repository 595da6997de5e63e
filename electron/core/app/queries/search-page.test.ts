import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attachmentRow,
  counterpartyRow,
  documentRow,
  employeeRow,
  home,
  idAt,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import { facetColumns } from '#electron/core/app/queries/search-facet-columns.ts';
import { drainSearch, markDirty } from '#electron/core/store/search/drain-search.ts';
import { inParts, packPart, saveFileText } from '#electron/core/store/search/file-texts.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { SearchQuestion } from '#shared/queries/search.ts';

const anna = employeeRow(idAt(31), 'Миронова Анна Павловна');
const party = counterpartyRow(1, { name: 'Ромашка', inn: '7707083893' });
const letter = documentRow(1, {
  ...{ subject: 'Письмо о поставке щебня', number: 'ВХ-НСК/2026-00418', amount: 15_000_000, date: '2026-03-12' },
  ...{ counterpartyId: party.id },
});
const act = documentRow(2, { subject: 'Акт приёмки', kind: 'act', date: '2026-03-20', responsibleId: anna.id });
const old = documentRow(3, { subject: 'Письмо', note: 'Хранить у Мироновой', date: '2025-06-01', state: 'done' });
const paper = documentRow(4, { subject: 'Нужен щебень', kind: 'application', date: '2026-04-01' });
const scan = { ...attachmentRow(1, act.id, 1), name: 'Условия.pdf' };
const comment: AnyRow = {
  ...{ id: idAt(60_001), objectEntity: 'document', objectId: act.id, authorId: idAt(1) },
  ...{ text: 'Ждём оригинал до пятницы', occurredAt: 1, receivedAt: 1 },
};

describe('the page of search', () => {
  let office: SmallOffice;
  const put = (entity: EntityName, row: AnyRow) => {
    office.put(entity, row);
    markDirty(office.writer, entity, row.id);
  };
  const asked = (text: string, given: Partial<SearchQuestion> = {}) => ({ text, off: [], chosen: {}, ...given });
  const page = (text: string, given?: Partial<SearchQuestion>) =>
    office.query('search.page', { ...asked(text, given), start: 0, end: 50 });
  const found = (text: string, given?: Partial<SearchQuestion>) => page(text, given).rows.map((row) => row.id);
  const counted = (text: string, given?: Partial<SearchQuestion>) => {
    const { facets } = office.query('search.facets', { ...asked(text, given), open: null });
    return Object.fromEntries(
      Object.entries(facets).map(([name, { values }]) => [
        name,
        Object.fromEntries(values.map(({ value, count }) => [value, count])),
      ]),
    );
  };
  const drain = (): void => {
    while (drainSearch(office.writer, searchSource(office.writer), 50).left);
  };

  beforeAll(() => {
    office = new SmallOffice();
    office.put('employee', anna);
    put('counterparty', party);
    for (const row of [letter, act, old, paper]) put('document', row);
    put('comment', comment);
    put('attachment', scan);
    const words = 'Щебень поставляется партиями по накладным.';
    saveFileText(office.writer, String(scan.sha256), { state: 'text', parts: inParts(words).map(packPart) });
  });
  afterAll(() => office.close());

  // Contents of files wait for the index; everything else is found before and after.
  for (const drained of [false, true]) {
    describe(drained ? 'over the index' : 'over rows not yet indexed', () => {
      beforeAll(() => drained && drain());

      it('brings words together that stand in different texts of one record, newest first', () => {
        expect(found('письма')).toEqual([letter.id, old.id]);
        expect(found('акт оригинал')).toEqual([act.id]);
        expect(found('щебень ромашка')).toEqual([letter.id]);
        expect(found('письмо -щебень')).toEqual([old.id]);
        expect(found('-щебень')).toEqual([]);
        expect(page('ромашка').rows.map((row) => row.entity)).toEqual(['document', 'counterparty']);
      });

      it('gives the palette the same records', () => {
        const hits = (text: string) => office.query('search', { text, limit: 20 }).hits;
        expect(hits('акт оригинал')).toMatchObject([{ id: act.id, fragment: { from: 'comment' } }]);
        expect(hits('письмо -щебень').map((hit) => hit.id)).toEqual([old.id]);
        expect(hits('12.03.2026').map((hit) => hit.id)).toEqual([letter.id]);
      });

      it('understands numbers, ИНН, amounts, days and employees', () => {
        expect(found('ВХ-НСК/2026-00418')).toEqual([letter.id]);
        expect(found('7707083893')).toEqual([letter.id, party.id]);
        for (const amount of ['150000', '150 000,00', '150 тыс. руб.']) expect(found(amount)).toEqual([letter.id]);
        expect(found('12.03.2026')).toEqual([letter.id]);
        expect(found('акт март 2026')).toEqual([act.id]);
        // The act is hers, the letter of last year only names her.
        expect(found('миронова')).toEqual([act.id, old.id]);
        const [part] = page('Мироновой').parts;
        expect(part).toMatchObject({ kind: 'person', people: [{ id: anna.id, name: anna.fullName }] });
        expect(found('Мироновой', { off: [part?.key ?? ''] })).toEqual([old.id]);
      });

      it('counts facets under the choices in the others', () => {
        const all = counted('письмо');
        expect(all).toMatchObject({ type: { document: 2 }, year: { 2026: 1, 2025: 1 }, state: { draft: 1, done: 1 } });
        const narrowed = counted('письмо', { chosen: { year: ['2025'] } });
        expect(narrowed).toMatchObject({ year: { 2026: 1, 2025: 1 }, state: { done: 1 }, branch: { [home]: 1 } });
        expect(found('письмо', { chosen: { year: ['2025'] } })).toEqual([old.id]);
        expect(counted('ромашка')).toMatchObject({ counterparty: { [party.id]: 2 } });
        // A choice that finds nothing any more stays to be taken back.
        expect(counted('письмо', { chosen: { kind: ['act'] } })).toMatchObject({ kind: { incoming: 2, act: 0 } });
      });

      it('marks the words and shows what is not in sight', () => {
        const [row] = page('письмо поставка').rows;
        expect(row?.titleMarks.map(([from, to]) => row.title.slice(from, to))).toEqual(['Письмо', 'поставке']);
        expect(row?.fragments).toEqual([]);
        const [noted] = page('хранение письмо хранить').rows;
        expect(noted).toBeUndefined();
        const [said] = page('оригиналы').rows;
        expect(said?.fragments).toMatchObject([{ from: 'comment', text: comment['text'], marks: [[5, 13]] }]);
        expect(page('хранить письмо').rows[0]?.fragments).toMatchObject([
          { from: 'note', text: 'Хранить у Мироновой' },
        ]);
      });
    });
  }

  it('finds a fresh edit at once and counts it', () => {
    put('document', { ...old, subject: 'Опись', state: 'perform' });
    expect(found('опись')).toEqual([old.id]);
    expect(found('письмо хранить')).toEqual([]);
    expect(counted('опись')).toMatchObject({ state: { perform: 1 } });
    put('document', old);
    drain();
  });

  it('finds words inside of files, where they are chosen', () => {
    expect(counted('щебень')).toMatchObject({ type: { document: 2, ticket: 1 }, where: { fields: 2, files: 1 } });
    const [row, ...rest] = page('щебень', { chosen: { where: ['files'] } }).rows;
    expect(rest).toEqual([]);
    expect(row).toMatchObject({
      id: act.id,
      fragments: [{ from: 'content', file: { id: scan.id, name: scan.name, find: 'Щебень' } }],
    });
    expect(found('акт накладная')).toEqual([act.id]);
  });

  it('reads facets record by record and by whole columns alike', () => {
    const targets = Int32Array.from([1, -1, 4, 2, 3]);
    const told = (most: number) => {
      const columns = facetColumns(office.reader, office.deps, targets, most);
      return Object.entries(columns).map(([name, { codes, values }]) => [name, [...codes].map((code) => values[code])]);
    };
    expect(told(0)).toEqual(told(10));
    expect(Object.fromEntries(told(0))['type']).toEqual(['document', 'counterparty', 'ticket', 'document', 'document']);
  });

  it('knows a record again that was taken away and has come back', () => {
    expect(found('приёмка')).toEqual([act.id]);
    office.drop('document', act.id);
    expect(found('приёмка')).toEqual([]);
    const other = documentRow(9, { subject: 'Разное' });
    office.put('document', other);
    office.put('document', act);
    expect(found('приёмка')).toEqual([act.id]);
    expect(found('оригинал')).toEqual([act.id]);
  });

  it('follows a merge: papers are found, shown and counted under the record that stands', () => {
    const standing = counterpartyRow(2, { name: 'Василёк', inn: '5406123450' });
    const merge = (mergedIntoId: string | null) => {
      put('counterparty', standing);
      put('counterparty', { ...party, mergedIntoId, archivedAt: mergedIntoId && 5 });
      drain();
    };
    merge(standing.id);
    expect(found('василёк щебень')).toEqual([letter.id]);
    expect(page('щебня').rows.find((row) => row.id === letter.id)?.counterparty).toBe('Василёк');
    expect(counted('василёк')).toMatchObject({ counterparty: { [standing.id]: 2 } });
    expect(page('ромашка').rows.map((row) => row.id)).toEqual([party.id]);
    const chosen = { counterparty: [party.id] };
    expect(found('щебень', { chosen })).toEqual([letter.id]);
    expect(counted('щебень', { chosen })).toMatchObject({ counterparty: { [party.id]: 1 } });
    const targets = Int32Array.from([1, -1, -2]);
    for (const most of [0, 10]) {
      const { codes, values } = facetColumns(office.reader, office.deps, targets, most).counterparty;
      expect([...codes].map((code) => values[code])).toEqual([standing.id, standing.id, standing.id]);
    }
    merge(null);
    expect(found('ромашка')).toEqual([letter.id, party.id]);
    expect(found('василёк')).toEqual([standing.id]);
  });
});
