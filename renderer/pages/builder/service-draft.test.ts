import { describe, expect, test } from 'vitest';
import { differenceOf } from '#renderer/pages/builder/difference-of.ts';
import { placeOfRefusal } from '#renderer/pages/builder/place-of-refusal.ts';
import { stepPeople } from '#renderer/pages/builder/step-people.ts';
import {
  blankDefinition,
  editOf,
  isWhole,
  type KeptService,
  patchOf,
  waitFor,
} from '#renderer/pages/builder/use-service-draft.ts';
import { blankField } from '#shared/domain/form/form.ts';
import { serviceDefinition } from '#shared/domain/service/definition.ts';

const fallback = blankDefinition('Работа');
const row = {
  id: 's',
  name: 'Отпуск',
  description: '',
  category: 'people',
  icon: 'vacation',
  keywords: [],
  draft: null,
  published: { ...fallback, queueId: 'hr' },
} as unknown as KeptService;

describe('what is written', () => {
  test('is nothing while nothing has been changed', () => {
    expect(patchOf(row, editOf(row, fallback), fallback)).toEqual({ patch: {}, base: {} });
  });
  test('is the whole draft against the one that was seen, and only the facts that differ', () => {
    const edit = { ...editOf(row, fallback), name: 'Отпуска', definition: { ...fallback, queueId: 'it' } };
    expect(patchOf(row, edit, fallback)).toEqual({
      patch: { name: 'Отпуска', draft: edit.definition },
      base: { name: 'Отпуск', draft: null },
    });
  });
  test('goes back to what is published as a draft of its own', () => {
    const drafted = { ...row, draft: { ...fallback, queueId: 'it' } };
    const edit = { ...editOf(drafted, fallback), definition: { ...fallback, queueId: 'hr' } };
    expect(patchOf(drafted, edit, fallback).base).toEqual({ draft: drafted.draft });
  });
  test('is nothing that the command would refuse', () => {
    expect(serviceDefinition.safeParse(fallback).success).toBe(true);
    const edit = editOf(row, fallback);
    expect(isWhole(edit)).toBe(true);
    expect(isWhole({ ...edit, name: ' ' })).toBe(false);
    expect(isWhole({ ...edit, definition: { ...fallback, stages: [] } })).toBe(false);
  });
});

test('a draft is written at a pause, and by itself at most once in ten seconds', () => {
  expect(waitFor(Number.POSITIVE_INFINITY)).toBe(1_200);
  expect(waitFor(60_000)).toBe(1_200);
  expect(waitFor(3_000)).toBe(7_000);
});

test('a difference names fields, parts, and an order that nothing else tells of', () => {
  const [one, two] = [blankField('a', 'text', 'А'), blankField('b', 'text', 'Б')];
  const made = (...fields: (typeof one)[]) => ({
    ...fallback,
    form: { sections: [{ key: 'main', title: '', hint: null, fields }] },
  });
  expect(differenceOf(made(one, two), made(one, two)).same).toBe(true);
  expect(differenceOf(made(one, two), made(two, one))).toMatchObject({ layout: true, fields: [], same: false });
  expect(differenceOf(made(one), { ...made(one, two), priority: 'high' })).toMatchObject({
    fields: [{ key: 'b', change: 'added' }],
    parts: ['priority'],
    layout: false,
  });
});

test('each refusal of a publication has its place', () => {
  const queues = [{ id: 'hr', name: 'Кадры' }];
  const place = (code: string, details: Record<string, unknown> = {}) =>
    placeOfRefusal({ code: code as 'QUEUE_EMPTY', details }, { queueId: 'hr' }, queues);
  expect(place('QUEUE_EMPTY', { queue: 'Кадры' })).toMatchObject({ tab: 'work', selector: '[data-place="queue"]' });
  expect(place('QUEUE_EMPTY', { queue: 'ИТ' })).toMatchObject({ selector: '[data-place="tasks"]' });
  expect(place('ROUTE_EMPTY')?.tab).toBe('approval');
  expect(place('TASK_RING')?.selector).toBe('[data-place="tasks"]');
  expect(place('FORBIDDEN')).toBeNull();
});

test('people of a step are those who are still here; a head follows from the request', () => {
  const person = (id: string, state: string, ...roles: 'hr'[]) => ({ id, fullName: id, state, roles });
  const staff = [person('a', 'active', 'hr'), person('b', 'blocked', 'hr'), person('c', 'active')];
  const step = (...members: Parameters<typeof stepPeople>[0]['members']) => stepPeople({ members }, staff);
  expect(step({ type: 'role', role: 'hr', where: 'branch' })).toEqual([staff[0]]);
  expect(step({ type: 'employee', employeeId: 'b' })).toEqual([]);
  expect(step({ type: 'employee', employeeId: 'c' }, { type: 'head' })).toBe('of_request');
});
