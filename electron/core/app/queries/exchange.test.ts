import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  conflictRow,
  counterpartyRow,
  documentRow,
  employeeRow,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { commandId, derivedId } from '#shared/lib/ids.ts';

const document = documentRow(1);
const about = { entity: 'document', id: document.id };
const every = ['waiting', 'accepted', 'rejected'] as const;

describe('the exchange with the centre', () => {
  let office: SmallOffice;
  const n: number[] = [];
  beforeAll(() => {
    office = new SmallOffice();
    office.put('employee', employeeRow(person, 'Анна Ёлкина'));
    office.put('document', document);
    office.put('counterparty', counterpartyRow(1, { name: 'Ромашка' }));
    n.push(office.enter('document.create', about, { subject: 'Тема' }));
    n.push(office.enter('document.update', about));
    n.push(office.enter('counterparty.update', { entity: 'counterparty', id: counterpartyRow(1).id }));
    n.push(office.enter('view.save', null));
    n.push(office.enter('document.update', { entity: 'document', id: idAt(404) }));
    n.push(office.enter('document.update', about));
    office.decide(n[0] as number, 'accepted');
    office.decide(n[1] as number, 'rejected', 'DENIED');
    office.decide(n[2] as number, 'rejected', 'ARCHIVED', true);
  });
  afterAll(() => office.close());

  const list = (states: readonly (typeof every)[number][], before: number | null = null, limit = 100) =>
    office.query('outbox.list', { states: [...states], before, limit });

  it('lists what was entered, newest first, and counts the states', () => {
    const { lines, counts } = list(every);
    expect(lines.map((line) => line.n)).toEqual([n[5], n[4], n[3], n[1], n[0]]);
    expect(counts).toEqual({ waiting: 3, accepted: 1, rejected: 1, aside: 1, suspended: 0 });
    expect(lines[4]).toMatchObject({
      ...{ command: 'document.create', args: { subject: 'Тема' }, state: 'accepted', decidedAt: 1_700_000_200_000 },
      about: { ...about, title: document.subject, number: document.number, here: true },
    });
    expect(lines[3]).toMatchObject({ state: 'rejected', code: 'DENIED', details: { a: 1 } });
    expect(lines[2]?.about).toBeNull();
    expect(lines[1]?.about).toEqual({ entity: 'document', id: idAt(404), title: null, number: null, here: false });
  });

  it('gives each line the bytes it has on the wire', () => {
    const line = list(['accepted']).lines[0];
    const { id, n: number, command: name, args, enteredAt: occurredAt } = line as NonNullable<typeof line>;
    const wire = { id, n: number, name, v: 1, args, argsHash: 'hash', baseVersions: {}, occurredAt };
    expect(line?.size).toBe(Buffer.byteLength(JSON.stringify(wire)));
  });

  it('pages by n', () => {
    expect(list(every, null, 2).lines.map((line) => line.n)).toEqual([n[5], n[4]]);
    expect(list(every, n[4], 2).lines.map((line) => line.n)).toEqual([n[3], n[1]]);
    expect(list(['waiting'], n[4], 9).lines.map((line) => line.n)).toEqual([n[3]]);
    expect(list([]).lines).toEqual([]);
  });

  it('calls sent only what is on the wire now', () => {
    office.sending = { from: n[4] as number, to: n[4] as number };
    expect(list(['waiting']).lines.map((line) => line.state)).toEqual(['waiting', 'sent', 'waiting']);
    office.sending = null;
  });

  it('shows the way of a record', () => {
    const { steps } = office.query('record.path', about as { entity: 'document'; id: string });
    expect(steps.map((step) => [step.n, step.state, step.code])).toEqual([
      [n[0], 'accepted', null],
      [n[1], 'rejected', 'DENIED'],
      [n[5], 'waiting', null],
    ]);
    const nothing = office.query('record.path', { entity: 'document', id: idAt(5) });
    expect(nothing).toEqual({ receipt: { state: 'out', at: null }, hasFiles: false, steps: [], elsewhereAt: null });
  });

  it('lists disputes with the names of what they are about', () => {
    const other = counterpartyRow(2, { name: 'Ель' });
    office.put('counterparty', other);
    const fields = [{ field: 'counterpartyId', base: null, mine: counterpartyRow(1).id, theirs: other.id }];
    office.put('conflict', conflictRow(1, { objectId: document.id, fields, theirsById: person }));
    office.put('conflict', conflictRow(2, { objectEntity: 'counterparty', objectId: other.id }));
    office.put('conflict', conflictRow(3, { objectId: document.id, state: 'resolved' }));
    const [second, first, ...rest] = office.query('conflict.list', { state: 'open', limit: 10 });
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      ...{ objectTitle: document.subject, objectNumber: document.number },
      ...{ authorName: 'Анна Ёлкина', theirsName: 'Анна Ёлкина' },
      names: { [counterpartyRow(1).id]: 'Ромашка', [other.id]: 'Ель' },
    });
    expect(second).toMatchObject({ objectTitle: 'Ель', objectNumber: null, theirsName: null, names: {} });
    expect(office.query('conflict.list', { state: 'resolved', limit: 10 })).toHaveLength(1);
    expect(office.query('exchange.counts', {})).toEqual({ conflicts: 2, rejected: 1, waiting: 3 });
  });
});

it('tells when a record was entered that came from elsewhere', () => {
  const office = new SmallOffice();
  office.put('document', document);
  const line = { objectEntity: 'document', objectId: document.id, actorId: person, deviceName: 'касса' };
  const change = { action: 'document.update', changes: [] };
  const entered = () => office.query('record.path', { entity: 'document', id: document.id }).elsewhereAt;
  expect(entered()).toBe(document.createdAt);
  for (const [n, occurredAt, receivedAt] of [
    [1, 100, 900],
    [2, 700, 800],
    [3, 950, null],
  ] as const)
    office.put('history', { id: idAt(600 + n), ...line, ...change, occurredAt, receivedAt });
  expect(entered()).toBe(100);
  office.close();
});

it('tells a record that was closed to the reader from one whose creation was refused', () => {
  const office = new SmallOffice();
  const order = commandId(1_780_000_000_000, new Uint8Array(10).fill(1));
  const made = { entity: 'document', id: derivedId(order, 0) };
  const n = office.enter('document.create', made);
  office.writer.prepare('UPDATE outbox SET id = ? WHERE n = ?').run(order, n);
  office.enter('document.update', made, { patch: { amount: 5 }, base: { amount: 1 } });
  const closed = () => {
    const { lines } = office.query('outbox.list', { states: ['waiting', 'accepted'], before: null, limit: 10 });
    return lines.map(({ about }) => about?.closed ?? false);
  };
  expect(closed()).toEqual([false, false]);
  office.decide(n, 'accepted');
  expect(closed()).toEqual([true, true]);
  const { lines } = office.query('outbox.list', { states: ['waiting'], before: null, limit: 10 });
  expect(lines[0]).toMatchObject({ args: { patch: { amount: 5 }, base: { amount: null } }, formerHidden: true });
  office.close();
});

it('names the record behind a decision of a conflict', () => {
  const office = new SmallOffice();
  office.put('document', document);
  office.put('conflict', conflictRow(1, { objectId: document.id }));
  office.enter('conflict.resolve', { entity: 'conflict', id: conflictRow(1, {}).id });
  const { lines } = office.query('outbox.list', { states: ['waiting'], before: null, limit: 10 });
  expect(lines[0]?.about).toMatchObject({ title: document.subject, number: document.number, here: true });
  office.close();
});

it('names what a decision was asked for, and the records that arguments point at', () => {
  const office = new SmallOffice();
  const asked = employeeRow(person, 'Анна Ёлкина');
  office.put('employee', asked);
  office.put('document', document);
  const taskId = idAt(70);
  office.put('approval_task', {
    ...{ id: taskId, approvalId: idAt(71), documentId: document.id, step: 0, position: 0, kind: 'sign' },
    ...{ employeeId: person, origin: 'planned', fromId: null, comment: '', state: 'active' },
    ...{ activeSince: null, dueAt: null, escalatedToId: null },
  });
  office.enter('decision.make', about, { taskId, documentId: document.id, verdict: 'approve' });
  office.enter('key_date.add', about, { documentId: document.id, values: { responsibleId: person } });
  const { lines } = office.query('outbox.list', { states: ['waiting'], before: null, limit: 10 });
  expect(lines.map((line) => line.taskKind)).toEqual([null, 'sign']);
  expect(lines[0]?.names).toEqual({ [person]: 'Анна Ёлкина', [document.id]: document.subject });
  office.close();
});

it('names a dispute on a part of a document after the document', () => {
  const office = new SmallOffice();
  office.put('document', document);
  const keyDate = { id: idAt(80), documentId: document.id, kind: 'expiry', title: '', date: '2026-12-31' } as const;
  const marks = { createdAt: 1, doneAt: null, doneById: null, archivedAt: null };
  office.put('key_date', { ...keyDate, ...marks, remindDays: [], responsibleId: null });
  office.put('conflict', conflictRow(1, { objectEntity: 'key_date', objectId: keyDate.id }));
  office.enter('conflict.resolve', { entity: 'conflict', id: conflictRow(1, {}).id });
  const [line] = office.query('conflict.list', { state: 'open', limit: 10 });
  expect(line).toMatchObject({ objectTitle: document.subject, documentId: document.id });
  const { lines } = office.query('outbox.list', { states: ['waiting'], before: null, limit: 10 });
  expect(lines[0]?.about).toMatchObject({ title: document.subject, number: document.number });
  office.close();
});

it('leads from an accepted change to the conflict that came of it', () => {
  const office = new SmallOffice();
  const part = idAt(80);
  office.put('document', document);
  const [own, other, ofPart, waiting] = [
    office.enter('document.update', about),
    office.enter('document.update', about),
    office.enter('key_date.update', about, { id: part }),
    office.enter('document.update', about),
  ] as const;
  for (const n of [own, other, ofPart]) office.decide(n, 'accepted');
  const whole = { states: ['accepted', 'waiting'] as const, before: null, limit: 10, oldestFirst: true };
  const lines = () => office.query('outbox.list', { ...whole, states: [...whole.states] }).lines;
  const enteredAt = (n: number) => lines().find((line) => line.n === n)?.enteredAt as number;
  office.put('conflict', conflictRow(1, { objectId: document.id, occurredAt: enteredAt(own) }));
  office.put('conflict', conflictRow(2, { objectEntity: 'key_date', objectId: part, occurredAt: enteredAt(ofPart) }));
  office.put('conflict', conflictRow(3, { objectId: document.id, occurredAt: enteredAt(waiting) }));
  office.put('conflict', conflictRow(4, { objectId: document.id, occurredAt: enteredAt(other), state: 'resolved' }));
  const ids = [conflictRow(1, {}).id, null, conflictRow(2, {}).id, null];
  expect(lines().map((line) => line.conflictId)).toEqual(ids);
  office.close();
});
