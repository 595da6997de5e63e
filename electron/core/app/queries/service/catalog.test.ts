import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountant, boss, day, deputy, lawyer } from '#electron/core/app/queries/fixture/contract-office.ts';
import { chancery, ServiceOffice, vacationForm } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';

let office: ServiceOffice;
beforeEach(() => {
  office = new ServiceOffice();
});
afterEach(() => office.close());

describe('the catalog', () => {
  const names = () => office.query('service.catalog', {}).services.map((one) => one.name);

  test('has what the person may ask for in the company’s order, what they ask for most often first', () => {
    expect(names()).toEqual(['Отпуск', 'Справка о доходах', 'Доступ и учётные записи', 'Закупка']);
    office.ask(office.access);
    office.ask(office.certificate, { requesterId: lawyer });
    expect(names()).toEqual(['Доступ и учётные записи', 'Отпуск', 'Справка о доходах', 'Закупка']);
    office.now += 366 * day;
    expect(names()[0]).toBe('Отпуск');
  });

  test('leaves out what was put away, was never published, or is offered to others', () => {
    office.centre('service.archive', { id: office.access, archived: true }, boss);
    office.service(office.card('Касса'), { audience: { branchIds: null, departmentIds: null, roles: ['accountant'] } });
    office.service(office.card('Архив'), { audience: { branchIds: null, departmentIds: [chancery], roles: null } });
    office.centre('service.create', { ...office.card('Черновик'), draft: office.definition() }, boss);
    expect(names()).toEqual(['Отпуск', 'Справка о доходах', 'Закупка', 'Архив']);
  });

  test('tells how long it usually takes, from the request to the solution, of at least three', () => {
    const usual = () =>
      office.query('service.catalog', {}).services.find((one) => one.id === office.access)?.usualMinutes;
    for (const minutes of [30, 90, 60]) {
      expect(usual()).toBeNull();
      const id = office.ask(office.access);
      office.now += minutes * 60_000;
      office.centre('ticket.resolve', { id, solution: null }, lawyer);
    }
    office.ask(office.access);
    office.centre('ticket.cancel', { id: office.ask(office.access), reason: null }, person);
    expect(usual()).toBe(60);
    office.now += 91 * day;
    expect(usual()).toBeNull();
  });

  test('has favourites and the days of vacation that may be taken today', () => {
    const vacation = () => office.query('service.catalog', {}).services.find((one) => one.id === office.vacation);
    expect(vacation()).toMatchObject({ favourite: false, daysAvailable: null });
    expect(office.query('service.catalog', {}).balance).toBeNull();
    office.here('favourite.mark', { serviceId: office.vacation, marked: true });
    office.grant(person, '2026-03-01', 28);
    office.grant(person, '2027-03-01', 28);
    const mistaken = office.grant(person, '2026-03-01', 14);
    office.centre('vacation_grant.archive', { id: mistaken, archived: true }, boss);
    office.leave(1, { from: '2026-12-07', to: '2026-12-11' });
    office.leave(2, { from: '2026-12-14', to: '2026-12-15', type: 'unpaid' });
    office.leave(3, { from: '2026-12-21', to: '2026-12-22', state: 'planned' });
    expect(vacation()).toMatchObject({ favourite: true, daysAvailable: 23 });
  });
});

describe('a form', () => {
  const form = (id: string, given: { version?: number; requesterId?: string; values?: Record<string, unknown> } = {}) =>
    office.query('service.form', { id, version: null, requesterId: null, ...given });

  test('comes with who will have it, by when, and what is left of the vacation', () => {
    office.grant(person, '2026-03-01', 28);
    expect(form(office.vacation)).toMatchObject({
      version: 1,
      definition: { form: vacationForm },
      earlier: null,
      offered: true,
      route: [{ name: 'Руководитель', people: [{ id: boss, insteadOfName: null }], deadlineMinutes: 480 }],
      queueName: 'Кадры',
      targets: { response: 240, resolution: 960 },
      balance: { available: 28 },
    });
    expect(form(office.certificate)).toMatchObject({ route: [], balance: null });
    expect(form('nothing')).toBeNull();
  });

  test('names who stands in for an approver today', () => {
    const today = { from: '2026-11-18', to: '2026-11-20', reason: null };
    office.centre(
      'substitution.create',
      { employeeId: boss, substituteId: deputy, kinds: ['approval'], ...today },
      boss,
    );
    const elsewhere = { employeeId: boss, substituteId: lawyer, kinds: ['tickets' as const], ...today };
    office.centre('substitution.create', elsewhere, boss);
    const people = () => form(office.vacation)?.route[0]?.people;
    expect(people()).toEqual([{ id: deputy, fullName: 'Дёмин Павел Ильич', insteadOfName: 'Власов Игорь Олегович' }]);
    office.now += 5 * day;
    expect(people()).toMatchObject([{ id: boss, insteadOfName: null }]);
  });

  test('asks as many people as the amount filled in so far wants', () => {
    expect(form(office.purchase, { values: { sum: 99_999_99 } })?.route).toEqual([]);
    expect(form(office.purchase, { values: { sum: 100_000_00 } })?.route).toMatchObject([{ people: [{ id: boss }] }]);
  });

  test('has the form a draft was begun under, when it is another one', () => {
    const draft = office.definition({ form: vacationForm, stages: ['Новая'] });
    office.centre('service.update', { id: office.certificate, patch: { draft }, base: { draft: null } }, boss);
    office.centre('service.publish', { id: office.certificate, note: '' }, boss);
    expect(form(office.certificate, { version: 1 })).toMatchObject({
      version: 2,
      definition: { form: vacationForm },
      earlier: { sections: [{ fields: [{ key: 'purpose' }] }] },
    });
    expect(form(office.certificate, { version: 2 })?.earlier).toBeNull();
  });

  test('is offered to the person it is for, not to the one who types', () => {
    const audience = { branchIds: null, departmentIds: null, roles: ['accountant' as const] };
    const id = office.service(office.card('Касса'), { audience });
    expect(form(id)?.offered).toBe(false);
    expect(form(id, { requesterId: accountant })?.offered).toBe(true);
  });
});
