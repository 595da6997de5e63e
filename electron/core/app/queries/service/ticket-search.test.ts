import { afterEach, beforeEach, expect, test } from 'vitest';
import { lawyer } from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';

let office: ServiceOffice;
beforeEach(() => {
  office = new ServiceOffice();
});
afterEach(() => office.close());

const find = (text: string) => office.query('search', { text, limit: 20 }).hits;
const asked = () =>
  office.ask(office.vacation, { values: { period: { from: '2026-12-07', to: '2026-12-11' }, substitute: lawyer } });

test.each(['З-00003', '3', 'отпуском', '07.12', 'Крыловой отпуск', 'отпу'])('a ticket is found by %s', (text) => {
  office.ask(office.certificate, { requesterId: lawyer });
  office.ask(office.certificate, { requesterId: lawyer });
  const id = asked();
  office.index();
  expect(find(text)).toEqual([
    {
      entity: 'ticket',
      id,
      title: 'Отпуск 07.12 – 11.12.2026',
      titleMarks: expect.any(Array),
      number: 'З-00003',
      numberMarks: expect.any(Array),
      kind: 'application',
      date: '2026-11-18',
      amount: null,
      inn: null,
      fragment: null,
    },
  ]);
});

test('a ticket is found by what was said about it', () => {
  const id = office.ask(office.certificate);
  office.centre('ticket.answer', { id, text: 'Нужна на бланке с печатью' }, person);
  office.writer.prepare(`INSERT INTO search_dirty (entity, id) SELECT 'comment', id FROM comment`).run();
  office.index();
  expect(find('печати')).toMatchObject([{ entity: 'ticket', id, fragment: { from: 'comment' } }]);
});

test('the way of a request to the centre is that of its paper and of everything done with it', () => {
  const { id } = office.here('ticket.create', {
    serviceId: office.certificate,
    serviceVersion: 1,
    requesterId: person,
    values: { purpose: 'Для визы' },
    priority: null,
    title: null,
  }) as { id: string };
  office.here('ticket.cancel', { id, reason: null });
  const path = office.query('record.path', { entity: 'ticket', id });
  expect(path.steps.map((step) => [step.command, step.state])).toEqual([
    ['ticket.create', 'waiting'],
    ['ticket.cancel', 'waiting'],
  ]);
  expect(path.receipt.state).toBe('out');
  const { lines } = office.query('outbox.list', { states: ['waiting'], before: null, limit: 10 });
  const about = { id, title: 'Справка о доходах', number: null, here: true };
  expect(lines.map((line) => line.about)).toEqual([
    { entity: 'ticket', ...about },
    { entity: 'document', ...about },
  ]);
});
