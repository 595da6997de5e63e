import { afterEach, beforeEach, expect, test } from 'vitest';
import { boss } from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';

let office: ServiceOffice;
beforeEach(() => {
  office = new ServiceOffice();
});
afterEach(() => office.close());

test('administrators see everything that is kept, drafts and what was put away included', () => {
  const draft = office.definition({ stages: ['Приказ'] });
  office.centre('service.create', { ...office.card('Командировка'), draft }, boss);
  office.centre('service.archive', { id: office.access, archived: true }, boss);
  office.ask(office.certificate);
  office.grant(person, '2026-03-01', 28);
  const setup = office.query('service.setup', {});
  expect(setup.services.map((one) => [one.name, one.publishedVersion, one.tickets])).toEqual([
    ['Отпуск', 1, 0],
    ['Справка о доходах', 1, 1],
    ['Доступ и учётные записи', 1, 0],
    ['Закупка', 1, 0],
    ['Командировка', 0, 0],
  ]);
  expect(setup.services[4]).toMatchObject({ published: null, draft: { stages: ['Приказ'] } });
  expect(setup.services[0]).toMatchObject({ published: { effect: 'vacation' }, draft: null });
  expect(setup.queues.map((one) => one.name)).toEqual(['ИТ', 'Кадры']);
  expect(setup.policies.map((one) => one.name)).toEqual(['Обычная']);
  expect(setup.grants).toMatchObject([{ employeeId: person, days: 28 }]);
});

test('versions are listed newest first, without what they define', () => {
  const draft = office.definition();
  office.centre('service.update', { id: office.purchase, patch: { draft }, base: { draft: null } }, boss);
  office.centre('service.publish', { id: office.purchase, note: 'Без директора' }, boss);
  const versions = office.query('service.setup', {}).versions.filter((one) => one.serviceId === office.purchase);
  expect(versions).toMatchObject([
    { version: 2, note: 'Без директора', authorId: boss },
    { version: 1, note: '' },
  ]);
  expect(versions[0]).not.toHaveProperty('definition');
});
