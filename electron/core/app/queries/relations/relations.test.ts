import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  counterpartyRow,
  documentRow,
  employeeRow,
  home,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';
import { contractsUnderWay, papersOf } from '#shared/queries/relations.ts';
import { whole } from '#tests/fixtures/kernel/rows.ts';

const romashka = counterpartyRow(1, { name: 'Ромашка', inn: '7707083893', phone: '+7 (495) 100-00-01' });
const double = counterpartyRow(2, { name: 'ромашка', archivedAt: 5, mergedIntoId: romashka.id });
const twin = counterpartyRow(3, { name: 'Ромашка', inn: '7707083893', kpp: '770701001' });
const office2 = counterpartyRow(4, { name: 'Ромашка', inn: '7707083893', kpp: '540501001' });
const neighbour = counterpartyRow(5, { name: 'Лютик', phone: '8 495 100 00 01' });

const contract = documentRow(1, {
  ...{ kind: 'contract', number: 'Д-12/26', subject: 'Поставка', amount: 100_000_00, state: 'perform' },
  ...{ counterpartyId: romashka.id, responsibleId: person, expiresOn: '2023-12-01' },
});
const amendment = documentRow(2, {
  kind: 'amendment',
  parentId: contract.id,
  counterpartyId: romashka.id,
  amount: 5_00,
});
const act = documentRow(3, {
  kind: 'act',
  counterpartyId: double.id,
  amount: 60_000_00,
  date: '2026-03-03',
  state: 'reg',
});
const paid = documentRow(4, {
  ...{ kind: 'payment_out', counterpartyId: romashka.id, amount: 20_000_00, date: '2026-03-05' },
  ...{ subject: 'Оплата по договору Д-12/26', state: 'reg' },
});
const other = documentRow(5, { kind: 'payment_out', counterpartyId: romashka.id, subject: 'По договору Д-12/260' });
const letter = documentRow(6, { kind: 'outgoing', counterpartyId: romashka.id, date: '2026-04-01' });
const reply = documentRow(7, { kind: 'incoming', counterpartyId: romashka.id, date: '2026-04-09' });

const link = (n: number, documentId: string, otherId: string, kind: RowOf<'document_link'>['kind']) =>
  whole('document_link', {
    id: idAt(7_000 + n),
    documentId,
    otherId,
    kind,
    authorId: person,
    createdAt: n,
    archivedAt: null,
  });

let office: SmallOffice;
beforeAll(() => {
  office = new SmallOffice();
  office.put('employee', employeeRow(person, 'Крылова Анна'));
  for (const row of [romashka, double, twin, office2, neighbour])
    office.put('counterparty', whole('counterparty', row));
  for (const row of [contract, amendment, act, paid, other, letter, reply])
    office.put('document', whole('document', row));
  office.put('document_link', link(1, contract.id, act.id, 'closing'));
  office.put('document_link', link(2, reply.id, letter.id, 'reply'));
  office.put('document_link', link(3, letter.id, contract.id, 'basis'));
});
afterAll(() => office.close());

describe('everything about a counterparty', () => {
  const relations = (type: 'letters' | 'contracts' | null = null, limit = 50) =>
    office.query('counterparty.relations', { id: romashka.id, type, limit });

  it('what was filed under a merged record is among it, newest first', () => {
    const ids = relations()?.happenings.map((one) => one.id);
    expect(ids).toEqual([reply, letter, paid, act, other, amendment, contract].map((row) => row.id));
    expect(relations('letters', 1)).toMatchObject({ more: true, happenings: [{ id: reply.id }] });
    expect(relations('contracts')).toMatchObject({
      more: false,
      happenings: [{ kind: 'amendment' }, { kind: 'contract' }],
    });
  });

  it('tells who owes what, over all and by contract; a number inside another one is no mention', () => {
    expect(relations()?.balance).toMatchObject({
      closings: 60_000_00,
      paidOut: 20_000_00,
      payer: 'we',
      debt: 40_000_00,
    });
    const [only] = relations()?.contracts ?? [];
    expect(only).toMatchObject({ closings: 60_000_00, paidOut: 20_000_00, debt: 40_000_00 });
    expect(new Set(only?.documents)).toEqual(new Set([act.id, paid.id]));
  });

  it('drafts, refused and void papers and foreign money count in no figure, and no figure opens them', () => {
    const uncounted = (['draft', 'refused', 'void'] as const).map((state, n) =>
      documentRow(20 + n, { kind: 'act', counterpartyId: romashka.id, parentId: contract.id, amount: 7_00, state }),
    );
    const foreign = documentRow(23, { ...act, id: idAt(1_023), parentId: contract.id, currency: 'USD' });
    for (const row of [...uncounted, foreign]) office.put('document', whole('document', row));
    const found = relations();
    expect(found?.balance).toMatchObject({ closings: 60_000_00, debt: 40_000_00 });
    expect(found?.contracts[0]).toMatchObject({ closings: 60_000_00, debt: 40_000_00 });
    const opened = (filter: DocumentFilter) =>
      office
        .query('document.list', { filter, sort: { column: 'date', direction: 'asc' }, start: 0, end: 50 })
        .rows.map((row) => row.id);
    expect(opened({ counterpartyId: romashka.id, ...papersOf(['closings']) })).toEqual([act.id]);
    expect(opened({ ids: found?.contracts[0]?.documents, ...papersOf(['paidIn', 'paidOut']) })).toEqual([paid.id]);
    expect(opened({ counterpartyId: romashka.id, ...contractsUnderWay })).toHaveLength(found?.contractCount ?? -1);
    // A counterparty of many papers is summed up over columns in memory: with the same result.
    const many = Array.from({ length: 1_000 }, (_, n) =>
      documentRow(4_000 + n, { kind: 'outgoing', counterpartyId: romashka.id, archivedAt: 5 }),
    );
    office.writer.transaction(() => {
      for (const row of many) office.put('document', whole('document', row));
    })();
    expect(relations()?.balance).toEqual(found?.balance);
    office.writer.transaction(() => {
      for (const row of [...many, ...uncounted, foreign]) office.drop('document', row.id);
    })();
  });

  it('tells what ends soon and who is involved', () => {
    expect(relations()?.expiring).toMatchObject([{ type: 'contract', documentId: contract.id, daysLeft: 17 }]);
    expect(relations()?.people).toMatchObject([{ id: person, documents: 1 }]);
  });

  it('the card, the register and the other queries count the merged record in', () => {
    const filter = { counterpartyId: romashka.id };
    const list = office.query('document.list', {
      filter,
      sort: { column: 'date', direction: 'desc' },
      start: 0,
      end: 9,
    });
    expect(list.total).toBe(7);
    expect(new Set(list.rows.map((row) => row.counterpartyName))).toEqual(new Set(['Ромашка']));
    expect(office.query('counterparty.card', { id: romashka.id })).toMatchObject({
      documents: 7,
      merged: [{ id: double.id }],
    });
    expect(office.query('counterparty.card', { id: double.id })?.mergedInto?.id).toBe(romashka.id);
    expect(office.query('document.card', { id: act.id })?.counterparty?.id).toBe(romashka.id);
    expect(office.query('counterparty.suggest', { text: 'ромашка' }).map((one) => one.id)).not.toContain(double.id);
    expect(office.query('counterparty.pair', { ids: [romashka.id, double.id] }).sides[0]).toMatchObject({
      documents: 7,
      contracts: 2,
    });
  });

  it('of nobody there is nothing', () => {
    expect(office.query('counterparty.relations', { id: idAt(1), type: null, limit: 5 })).toBeNull();
  });
});

describe('possible duplicates', () => {
  const pairs = () => office.query('counterparty.duplicates', { id: null, limit: 50 }).pairs;

  it('another office of the company is none, nor another company with the phone of its landlord', () => {
    const found = pairs().map(({ sides, reasons }) => [sides[0].id, sides[1].id, reasons]);
    expect(found).toEqual([
      [romashka.id, twin.id, ['inn', 'name']],
      [romashka.id, office2.id, ['inn', 'name']],
      [romashka.id, neighbour.id, ['phone']],
    ]);
  });

  it('told apart, a pair is offered no more; told back, it is', () => {
    const tell = (n: number, from: string | null, to: string | null) =>
      office.put('history', {
        ...{
          id: idAt(8_000 + n),
          objectEntity: 'counterparty',
          objectId: romashka.id,
          actorId: person,
          deviceName: null,
        },
        ...{ action: 'counterparty.distinguish', occurredAt: n, receivedAt: n },
        changes: [
          { field: 'distinctFromId', from, to },
          // The mark goes with the word, and comes back with it.
          { field: 'possibleDuplicateOf', from: to, to: from },
        ],
      });
    tell(1, null, twin.id);
    expect(pairs().map((one) => one.sides[1].id)).toEqual([office2.id, neighbour.id]);
    tell(2, twin.id, null);
    expect(pairs()).toHaveLength(3);
  });
});

describe('the documents around a document', () => {
  const around = (id: string, steps: number, most = 60) => office.query('document.links', { id, steps, most });

  it('points from what was first to what follows from it', () => {
    const edges = around(contract.id, 2)?.edges ?? [];
    const told = edges.map(({ from, to, kind }) => [from, kind, to]);
    expect(told).toEqual(
      expect.arrayContaining([
        [contract.id, 'part', amendment.id],
        [contract.id, 'closing', act.id],
        [contract.id, 'basis', letter.id],
        [letter.id, 'reply', reply.id],
      ]),
    );
    expect(edges).toHaveLength(4);
  });

  it('tells what lies behind the last step and behind the limit', () => {
    expect(around(contract.id, 1)).toMatchObject({ more: true });
    expect(around(contract.id, 1)?.nodes.find((node) => node.id === letter.id)?.hidden).toBe(1);
    const few = around(contract.id, 3, 2);
    expect(few?.nodes).toHaveLength(2);
    expect(few?.nodes[0]?.hidden).toBe(2);
    expect(around(contract.id, 3)).toMatchObject({ more: false });
  });

  it('names the document that keeps a link, from either side', () => {
    const seen = office.query('document.neighbours', { id: letter.id })?.links;
    expect(seen).toMatchObject([
      { id: reply.id, linkKind: 'reply', keeperId: reply.id },
      { id: contract.id, linkKind: 'basis', keeperId: letter.id },
    ]);
  });

  it('three hundred links are answered at once', () => {
    const fill = office.writer.transaction(() => {
      for (let n = 0; n < 300; n += 1) {
        office.put('document', whole('document', documentRow(1_000 + n, { kind: 'invoice' })));
        office.put('document_link', link(100 + n, act.id, idAt(2_000 + n), 'payment'));
      }
    });
    fill();
    const began = performance.now();
    expect(around(act.id, 2, 400)?.nodes.length).toBeGreaterThan(300);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

it('everything about a person: papers, contracts, where they work', () => {
  office.put(
    'branch',
    whole('branch', {
      id: home,
      code: 'М',
      name: 'Москва',
      city: 'Москва',
      zone: 'Europe/Moscow',
      offsets: [],
      position: 1,
    }),
  );
  const card = office.query('person.card', { id: person, type: null, limit: 20 });
  expect(card).toMatchObject({ branchName: 'Москва', contractCount: 1, kinds: [{ kind: 'contract', count: 1 }] });
  expect(card?.contracts[0]).toMatchObject({ id: contract.id, counterpartyName: 'Ромашка' });
  expect(card?.happenings.map((one) => one.id)).toEqual([contract.id]);
});

it('a paper of a kind of the company’s own is called so wherever it stands beside others', () => {
  const claim = idAt(9_000);
  office.put('document_kind', {
    ...{ id: claim, key: 'claim', base: 'memo', label: 'Рекламация', labelEn: 'Claim', icon: 'claim', position: 1 },
    ...{ publishedVersion: 1, publishedAt: 1, draft: null, authorId: person, createdAt: 1, archivedAt: 5 },
  });
  const own = { kind: 'memo', kindId: claim, counterpartyId: twin.id, parentId: amendment.id } as const;
  const names = { kindLabel: 'Рекламация', kindLabelEn: 'Claim' };
  office.put('document', whole('document', documentRow(30, { ...own, responsibleId: person })));
  office.put('document', whole('document', documentRow(31, { kind: 'memo', responsibleId: person })));
  const party = { id: twin.id, type: null, limit: 5 };
  expect(office.query('counterparty.relations', party)?.happenings).toMatchObject([names]);
  expect(office.query('counterparty.card', { id: twin.id })?.sums).toMatchObject([names]);
  expect(office.query('document.neighbours', { id: amendment.id })?.below).toMatchObject([names]);
  const kinds = office.query('person.card', { ...party, id: person })?.kinds;
  expect(kinds).toEqual(
    expect.arrayContaining([
      { kind: 'memo', kindId: claim, count: 1, ...names },
      { kind: 'memo', kindId: null, count: 1, kindLabel: null, kindLabelEn: null },
    ]),
  );
  const group = { by: 'kind' as const, folded: { all: true, but: [] } };
  const sort = { column: 'date', direction: 'desc' } as const;
  const bands = office.query('document.grouped', { filter: { kinds: ['memo'] }, sort, group, start: 0, end: 9 }).rows;
  expect(bands).toMatchObject([
    { group: 'memo', name: null },
    { group: claim, name: 'Рекламация' },
  ]);
});
