import { expect, it } from 'vitest';
import {
  conflictRow,
  documentRow,
  employeeRow,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';

const colleague = idAt(3);
const document = documentRow(1, { amount: 110, note: 'вместе' });
const line = (n: number, given: object) => ({
  ...{ id: idAt(500 + n), objectEntity: 'document', objectId: document.id, action: 'document.update' },
  ...{ actorId: colleague, deviceName: 'КЗН-01', occurredAt: 1_000 + n, receivedAt: 2_000 + n, ...given },
});

it('tells a conflict by both clocks: who wrote what stands, what else was written, and what others changed meanwhile', () => {
  const office = new SmallOffice();
  office.put('employee', employeeRow(person, 'Анна Ёлкина'));
  office.put('employee', employeeRow(colleague, 'Ильдар Валеев'));
  office.put('document', document);
  const fields = [{ field: 'amount', base: 100, mine: 120, theirs: 110 }];
  office.put('conflict', conflictRow(1, { objectId: document.id, occurredAt: 900, fields }));
  const old = { changes: [{ field: 'amount', from: 90, to: 100 }] };
  office.put('history', line(1, old));
  office.put('history', line(2, { changes: [{ field: 'amount', from: 100, to: 110 }] }));
  office.put('history', line(3, { changes: [{ field: 'responsibleId', from: null, to: colleague }] }));
  const own = { actorId: person, occurredAt: 900, deviceName: 'НСК-01', receivedAt: 2_010 };
  office.put('history', line(4, { ...own, changes: [{ field: 'note', from: null, to: 'вместе' }] }));
  office.put(
    'history',
    line(5, { ...own, action: 'conflict.open', changes: [{ field: 'amount', from: 100, to: 120 }] }),
  );
  office.put('history', line(6, { receivedAt: 3_000, changes: [{ field: 'subject', from: 'а', to: 'б' }] }));

  const facts = office.query('conflict.facts', { id: conflictRow(1, {}).id });
  expect(facts).toMatchObject({
    receivedAt: 2_010,
    theirs: { amount: { actorName: 'Ильдар Валеев', deviceName: 'КЗН-01', occurredAt: 1_002, at: 2_002 } },
    entered: [{ field: 'note', from: null, to: 'вместе' }],
    meanwhile: [{ field: 'responsibleId', to: colleague, actorName: 'Ильдар Валеев', at: 2_003 }],
    standing: { amount: 110, subject: document.subject },
    names: { [colleague]: 'Ильдар Валеев' },
  });
  expect(facts?.standing).not.toHaveProperty('archivedAt');
  expect(office.query('conflict.facts', { id: idAt(9) })).toBeNull();
  office.close();
});
