import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  documentRow,
  employeeRow,
  home,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { branchRow } from '#tests/fixtures/kernel/rows.ts';

let office: SmallOffice;
const other = idAt(77);
const list = () => office.query('work.list', { tab: 'dates', insteadOf: null, text: null }).items;

beforeAll(() => {
  office = new SmallOffice();
  office.now = Date.parse('2023-11-15T09:00:00Z');
  office.put('branch', branchRow(home, 'Москва'));
  office.put('employee', employeeRow(person, 'Крылова Ольга'));
  office.put('employee', employeeRow(other, 'Басов Олег'));
});
afterAll(() => office.close());

test('what the person has to carry out soon, or is late with, and nothing of what is done, far or somebody else’s', () => {
  const mine = { responsibleId: person, branchId: home, state: 'perform' } as const;
  office.put('document', documentRow(1, { ...mine, dueDate: '2023-11-14' }));
  office.put('document', documentRow(2, { ...mine, dueDate: '2023-11-15' }));
  office.put('document', documentRow(3, { ...mine, dueDate: '2023-11-29' }));
  office.put('document', documentRow(4, { ...mine, dueDate: '2023-11-30' }));
  office.put('document', documentRow(5, { ...mine, dueDate: '2023-11-14', state: 'done' }));
  office.put('document', documentRow(6, { ...mine, dueDate: '2023-11-14', kind: 'contract' }));
  office.put('document', documentRow(7, { ...mine, dueDate: '2023-11-14', responsibleId: other }));
  expect(list().map((item) => [item.type, item.group, item.dueDate])).toEqual([
    ['due', 'overdue', '2023-11-14'],
    ['due', 'today', '2023-11-15'],
    ['due', 'later', '2023-11-29'],
  ]);
});

test('papers that are not back: of whoever sent them last', () => {
  const out = { originals: 'sent', originalsDueOn: '2023-11-13', branchId: home, responsibleId: other } as const;
  office.put('document', documentRow(11, out));
  office.put('document', documentRow(12, { ...out, originalsDueOn: '2023-11-20' }));
  office.put('document', documentRow(13, { ...out, responsibleId: person }));
  const line = { objectEntity: 'document', action: 'originals.send', deviceName: null, occurredAt: 5, receivedAt: 6 };
  const changes = [{ field: 'originals', from: null, to: 'sent' }];
  office.put('history', { ...line, id: idAt(801), objectId: documentRow(11).id, actorId: person, changes });
  office.put('history', { ...line, id: idAt(802), objectId: documentRow(13).id, actorId: other, changes });
  const papers = list().filter((item) => item.type === 'originals');
  expect(papers.map((item) => [item.documentId, item.group])).toEqual([[documentRow(11).id, 'overdue']]);
});
