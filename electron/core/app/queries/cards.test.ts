import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attachmentRow,
  conflictRow,
  counterpartyRow,
  documentRow,
  employeeRow,
  home,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';

const party = counterpartyRow(1, { name: 'Ромашка', inn: '7701234567', kpp: '770101001' });
const twin = counterpartyRow(2, {
  name: 'Ромашка Юг',
  inn: '7701234567',
  kpp: '010101001',
  possibleDuplicateOf: party.id,
});
const document = documentRow(1, { counterpartyId: party.id, amount: 500, responsibleId: person, kind: 'invoice' });
const branch = {
  id: home,
  code: 'НСК',
  name: 'Новосибирск',
  city: 'Новосибирск',
  zone: 'Asia/Novosibirsk',
  offsets: [],
};
const line = (n: number, change: Record<string, unknown>, receivedAt: number | null) => ({
  ...{ id: idAt(40_000 + n), objectEntity: 'document', objectId: document.id, action: 'document.update' },
  ...{ actorId: person, deviceName: 'НСК-01', occurredAt: 1_691_000_000_000 + n, receivedAt, changes: [change] },
});

describe('cards and histories', () => {
  let office: SmallOffice;
  beforeAll(() => {
    office = new SmallOffice();
    office.put('employee', employeeRow(person, 'Анна Ёлкина'));
    office.put('branch', { ...branch, position: 1 });
    office.put('counterparty', party);
    office.put('counterparty', twin);
    office.put('document', document);
    office.put('document', documentRow(2, { counterpartyId: party.id, amount: 70, currency: 'USD', kind: 'act' }));
    office.put('document', documentRow(3, { counterpartyId: party.id, amount: 9, archivedAt: 5 }));
  });
  afterAll(() => office.close());

  it('says where the bytes of each file are', () => {
    const insert = office.writer.prepare(
      'INSERT INTO file (sha256, size, here, uploaded, added_at) VALUES (?, 1, ?, 0, 0)',
    );
    for (const n of [1, 2, 3]) office.put('attachment', attachmentRow(n, document.id, null));
    insert.run(attachmentRow(1, '', null).sha256, 1);
    insert.run(attachmentRow(2, '', null).sha256, 0);
    office.writer.exec('UPDATE file SET wanted_at = 1 WHERE here = 0');
    const card = office.query('document.card', { id: document.id });
    expect(card?.attachments.map((one) => one.place)).toEqual(['here', 'way', 'centre']);
    office.writer.exec(`UPDATE file SET problem = 'FILE_REFUSED' WHERE here = 1`);
    const { attachments = [] } = office.query('document.card', { id: document.id }) ?? {};
    expect(attachments.map((one) => one.refused)).toEqual([true, undefined, undefined]);
    expect(card?.attachments[0]).toMatchObject({ name: 'Скан 1.pdf', authorName: 'Анна Ёлкина', archivedAt: null });
    expect(card).toMatchObject({
      ...{ document, counterparty: party, responsibleName: 'Анна Ёлкина', authorName: 'Анна Ёлкина' },
      ...{ lines: [], conflicts: [] },
    });
    expect(office.query('document.card', { id: idAt(66) })).toBeNull();
  });

  it('gives the lines of a document in their order and the disputed fields', () => {
    for (const position of [2, 1]) {
      const empty = { unit: null, quantity: null, price: null, vatRate: null, sumWithoutVat: null, vatSum: null };
      const id = idAt(50_000 + position);
      office.put('document_line', { id, documentId: document.id, position, name: `№ ${position}`, ...empty, sum: 1 });
    }
    office.put('conflict', conflictRow(1, { objectId: document.id }));
    office.put('conflict', conflictRow(2, { objectId: document.id, state: 'resolved' }));
    const card = office.query('document.card', { id: document.id });
    expect(card?.lines.map((one) => one.name)).toEqual(['№ 1', '№ 2']);
    expect(card?.conflicts).toEqual([{ id: conflictRow(1, {}).id, fields: ['subject'] }]);
  });

  it('tells a history newest first, what is not in the centre on top, the creation last, with names', () => {
    office.put('history', line(1, { field: 'responsibleId', from: null, to: person }, 1_692_000_000_000));
    office.put('history', line(2, { field: 'counterpartyId', from: party.id, to: idAt(404) }, 1_693_000_000_000));
    office.put('history', line(3, { field: 'branchId', from: home, to: home }, null));
    const lines = office.query('record.history', { entity: 'document', id: document.id });
    expect(lines.map((one) => one.action)).toEqual([...Array(3).fill('document.update'), 'document.create']);
    expect(lines[0]?.changes[0]).toEqual({
      field: 'branchId',
      from: home,
      to: home,
      fromName: 'Новосибирск',
      toName: 'Новосибирск',
    });
    expect(lines[1]?.changes[0]).toEqual({
      field: 'counterpartyId',
      from: party.id,
      to: idAt(404),
      fromName: 'Ромашка',
    });
    expect(lines[2]?.changes[0]).toMatchObject({ toName: 'Анна Ёлкина' });
    const { createdAt: occurredAt, receivedAt, deviceName } = document;
    expect(lines[3]).toMatchObject({ actorName: 'Анна Ёлкина', occurredAt, receivedAt, deviceName, changes: [] });
  });

  it('tells when the centre learned of a counterparty', () => {
    const [line] = office.query('record.history', { entity: 'counterparty', id: party.id });
    expect(line).toMatchObject({ action: 'counterparty.create', actorId: person, receivedAt: 1_700_000_000_000 });
    office.put('counterparty', counterpartyRow(9), 0);
    const [fresh] = office.query('record.history', { entity: 'counterparty', id: counterpartyRow(9).id });
    expect(fresh?.receivedAt).toBeNull();
    expect(office.query('record.history', { entity: 'bank_account', id: idAt(3) })).toEqual([]);
  });

  it('gives a discussion oldest first', () => {
    for (const n of [2, 1, 3]) {
      const given = { objectEntity: 'document', objectId: document.id, authorId: n === 3 ? idAt(808) : person };
      office.put('comment', { id: idAt(60_000 + n), ...given, text: `${n}`, occurredAt: n, receivedAt: null });
    }
    const comments = office.query('record.comments', { entity: 'document', id: document.id });
    expect(comments.map((one) => [one.text, one.authorName])).toEqual([
      ['1', 'Анна Ёлкина'],
      ['2', 'Анна Ёлкина'],
      ['3', null],
    ]);
    expect(office.query('record.comments', { entity: 'counterparty', id: document.id })).toEqual([]);
  });

  it('shows a counterparty with its twins and the sums of living documents, roubles only', () => {
    const card = office.query('counterparty.card', { id: party.id });
    expect(card).toMatchObject({ counterparty: party, authorName: 'Анна Ёлкина', documents: 2, accounts: [] });
    expect(card?.sums).toEqual([
      { kind: 'invoice', kindId: null, kindLabel: null, kindLabelEn: null, count: 1, sum: 500 },
      { kind: 'act', kindId: null, kindLabel: null, kindLabelEn: null, count: 1, sum: 0 },
    ]);
    expect(card?.duplicates).toEqual([{ id: twin.id, name: 'Ромашка Юг', inn: '7701234567', kpp: '010101001' }]);
    expect(office.query('counterparty.card', { id: idAt(66) })).toBeNull();
  });
});
