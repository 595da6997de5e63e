import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountant, boss, deputy, lawyer, morning } from '#electron/core/app/queries/fixture/contract-office.ts';
import { purchaseForm, ServiceOffice, vacationForm } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';
import { blankField } from '#shared/domain/form/form.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

let office: ServiceOffice;
beforeEach(() => {
  office = new ServiceOffice();
});
afterEach(() => office.close());

const attempt = (given: Partial<ServiceDefinition>, values: Record<string, unknown> = {}, requesterId = person) =>
  office.query('service.try', {
    serviceId: office.certificate,
    definition: office.definition(given),
    values,
    requesterId,
    priority: null,
  });
const hours = (n: number): number => n * 3_600_000;
const byLoad = { type: 'load', employeeId: null, sameBranch: false, skill: null } as const;

test('says who would have it and by when, as the centre would, and keeps nothing', () => {
  const before = office.writer.prepare('SELECT count(*) FROM ticket').pluck().get();
  const given = { titlePattern: 'Справка {purpose}', assignment: byLoad };
  expect(attempt(given, { purpose: 'Для банка' })).toEqual({
    problems: [],
    refused: null,
    title: 'Справка Для банка',
    route: [],
    queueName: 'Кадры',
    assignee: { id: deputy, fullName: 'Дёмин Павел Ильич', insteadOfName: null },
    // Wednesday 10:00: four hours and a break on, and two working days on.
    responseDueAt: morning + hours(5),
    resolutionDueAt: morning + hours(48),
    tasks: [],
  });
  expect(office.writer.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(before);
});

describe('gives it', () => {
  const assigned = (type: 'load' | 'round_robin') => attempt({ assignment: { ...byLoad, type } }).assignee?.id;
  const give = (employees: readonly string[]) => {
    for (const employeeId of employees) {
      const id = office.ask(office.certificate);
      office.now += 1_000;
      office.centre('ticket.assign', { id, employeeId }, boss);
    }
  };

  test('to whoever has less', () => {
    give([deputy, accountant, deputy]);
    expect(assigned('load')).toBe(accountant);
    give([accountant, accountant]);
    expect(assigned('load')).toBe(deputy);
  });

  test('in turn to whoever has been without for longest', () => {
    give([accountant, deputy]);
    expect(assigned('round_robin')).toBe(accountant);
    give([accountant]);
    expect(assigned('round_robin')).toBe(deputy);
  });
});

test('is the very thing that happens when the service is published', () => {
  const given = { form: vacationForm, effect: 'vacation' as const, assignment: byLoad };
  const values = { period: { from: '2026-12-07', to: '2026-12-11' }, substitute: lawyer };
  const seen = attempt(given, values);
  const real = office.ask(office.service(office.card('Отпуск 2'), given), { values });
  const row = office.reader
    .prepare('SELECT assigneeId, responseDueAt, resolutionDueAt FROM ticket WHERE id = ?')
    .get(real);
  expect(row).toEqual({
    assigneeId: seen.assignee?.id,
    responseDueAt: seen.responseDueAt,
    resolutionDueAt: seen.resolutionDueAt,
  });
});

test('shows whoever agrees, and who has it once they have', () => {
  const routeId = office.route('Маршрут', [
    { ...dear(), members: [{ type: 'head' }, { type: 'role', role: 'lawyer', where: 'branch' }] },
  ]);
  const seen = attempt({ routeId, assignment: { ...byLoad, type: 'person', employeeId: accountant } });
  expect(seen.route).toMatchObject([{ name: 'Согласие', people: [{ id: boss }, { id: lawyer }], deadlineMinutes: 60 }]);
  expect(seen.assignee).toMatchObject({ id: accountant });
});

test('lists the tasks with who does them; those that can be begun have a due time', () => {
  const task = { queueId: null, employeeId: null, after: [], minutes: 60 };
  const tasks = [
    { ...task, key: 'a', title: 'Проверить', queueId: office.itDesk },
    { ...task, key: 'b', title: 'Оплатить', employeeId: accountant, after: ['a'] },
  ];
  expect(attempt({ tasks }).tasks).toEqual([
    { title: 'Проверить', who: 'ИТ', dueAt: morning + hours(1) },
    { title: 'Оплатить', who: 'Бухарова Вера Ивановна', dueAt: null },
  ]);
});

describe('says what is in the way', () => {
  test('of the values, with the way it would go nevertheless', () => {
    const tried = attempt({ form: purchaseForm }, { what: 'Стул' });
    expect(tried.problems).toEqual([{ field: 'sum', problem: 'required' }]);
    expect(tried).toMatchObject({ refused: null, queueName: 'Кадры', assignee: null });
  });

  test.each<[string, () => Partial<ServiceDefinition>]>([
    ['FORM_FAULTS', () => ({ form: { sections: [{ key: 'a', title: '', hint: null, fields: [choiceOfNothing] }] } })],
    ['QUEUE_NEEDED', () => ({ queueId: null })],
    ['QUEUE_EMPTY', () => ({ queueId: emptied() })],
    ['ROUTE_EMPTY', () => ({ routeId: office.route('Кадровики', [nobody()]) })],
    ['TASK_RING', () => ({ tasks: [ring('a', 'b'), ring('b', 'a')] })],
    ['EFFECT_FIELDS', () => ({ effect: 'vacation' })],
    ['NOT_FOR_YOU', () => ({ audience: { branchIds: [], departmentIds: null, roles: null } })],
  ])('of the definition: %s', (code, given) => {
    expect(attempt(given()).refused?.code).toBe(code);
  });

  test('of the request itself: a substitute who is the requester', () => {
    const values = { period: { from: '2026-12-07', to: '2026-12-11' }, substitute: person };
    expect(attempt({ form: vacationForm, effect: 'vacation' }, values).refused?.code).toBe('SUBSTITUTE_IS_REQUESTER');
  });
});

const choiceOfNothing = blankField('which', 'choice', 'Который');
const ring = (key: string, after: string) => ({
  key,
  title: key,
  queueId: null,
  employeeId: boss,
  after: [after],
  minutes: null,
});
const dear = () => ({
  key: 'agree',
  name: 'Согласие',
  kind: 'approve' as const,
  mode: 'all' as const,
  quorum: null,
  conditions: [],
  deadlineMinutes: 60,
  escalateTo: null,
});
const nobody = () => ({
  ...dear(),
  members: [{ type: 'role' as const, role: 'hr' as const, where: 'branch' as const }],
});

function emptied(): string {
  const members = [{ employeeId: deputy, skills: [], limit: null }];
  const desk = { name: 'Пустой', members, leadId: null, branchId: null, schedule: null, holidays: 'standard' as const };
  const { id } = office.centre('queue.create', desk, boss) as { id: string };
  office.put('employee', { ...office.employee(deputy), state: 'blocked' });
  return id;
}
