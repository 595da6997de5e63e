import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '#shared/commands/execute.ts';
import { ringOf } from '#shared/commands/service/publish-faults.ts';
import { blankField } from '#shared/domain/form/form.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { author, farLawyer, head, lawyer, signer, step } from '#tests/fixtures/kernel/office.ts';
import { members, Portal, vacationForm } from '#tests/fixtures/kernel/portal.ts';
import { formOf } from '#tests/fixtures/kernel/portal-samples.ts';
import { director } from '#tests/fixtures/kernel/rows.ts';

let portal: Portal;
beforeEach(() => {
  portal = new Portal();
});
const card = { name: 'Новая', description: '', category: 'it', icon: 'equipment', keywords: [], position: 1 };
const publish = (given: Partial<ServiceDefinition>): Outcome => {
  const id = portal.made('service.create', { ...card, draft: portal.definition(given) });
  return portal.does('service.publish', { id, note: '' }, director);
};
const task = (key: string, ...after: string[]) => ({
  key,
  title: key,
  queueId: null,
  employeeId: null,
  after,
  minutes: null,
});
const fire = (id: string): void => portal.put('employee', { ...portal.get('employee', id), state: 'blocked' });

describe('what cannot be published', () => {
  test('fields that are shown only when each other is: the refusal names the ring', () => {
    const when = (field: string) => ({ when: { all: [{ field, op: 'filled' as const }] } });
    const form = formOf(blankField('a', 'text', 'А', when('b')), blankField('b', 'text', 'Б', when('a')));
    const outcome = publish({ form });
    expect(codeOf(outcome)).toBe('FORM_FAULTS');
    expect(JSON.stringify(outcome)).toMatch(/"a".*"b"/);
  });

  test('a route whose role nobody has any more, and one that was put away', () => {
    const routeId = portal.route([
      step([head]),
      step([{ type: 'role', role: 'hr', where: 'organization' }], { key: 'hr', name: 'Кадры' }),
    ]);
    expect(publish({ routeId })).toMatchObject({
      code: 'ROUTE_EMPTY',
      details: { route: 'Маршрут', step: 'Кадры' },
    });
    portal.hire(farLawyer, { roles: ['hr'] });
    resultOf(publish({ routeId }));
    resultOf(portal.does('approval_route.archive', { id: routeId, archived: true }, director));
    expect(codeOf(publish({ routeId }))).toBe('ROUTE_EMPTY');
  });

  test('a desk nobody works at any more, named; the desk of a task counts too', () => {
    fire(signer);
    expect(publish({ queueId: portal.otherDesk })).toMatchObject({ code: 'QUEUE_EMPTY', details: { queue: 'АХО' } });
    expect(codeOf(publish({ tasks: [{ ...task('a'), queueId: portal.otherDesk }] }))).toBe('QUEUE_EMPTY');
    resultOf(portal.does('queue.archive', { id: portal.desk, archived: true }, director));
    expect(codeOf(publish({}))).toBe('QUEUE_EMPTY');
  });

  test('a desk is never left without members', () => {
    const patch = { members: [] };
    const base = { members: members(signer) };
    expect(codeOf(portal.does('queue.update', { id: portal.otherDesk, patch, base }, director))).toBe('QUEUE_EMPTY');
  });

  test('neither a desk nor a route', () => {
    expect(codeOf(publish({ queueId: null }))).toBe('QUEUE_NEEDED');
  });

  test('tasks that wait for each other: the refusal names them in order', () => {
    expect(publish({ tasks: [task('a', 'c'), task('b', 'a'), task('c', 'b'), task('d')] })).toMatchObject({
      code: 'TASK_RING',
      details: { tasks: ['a', 'c', 'b'] },
    });
  });

  test('a vacation without its fields', () => {
    expect(codeOf(publish({ effect: 'vacation' }))).toBe('EFFECT_FIELDS');
    resultOf(publish({ ...vacationForm, effect: 'vacation' }));
  });

  test('a draft of nothing, and by somebody who does not arrange services', () => {
    expect(codeOf(portal.does('service.publish', { id: portal.help, note: '' }, director))).toBe('BAD_INPUT');
    for (const who of [author, lawyer])
      expect(codeOf(portal.does('service.publish', { id: portal.help, note: '' }, who))).toBe('DENIED');
  });
});

test('a ring is found wherever it hangs, and none where there is an order', () => {
  expect(ringOf([task('a'), task('b', 'a'), task('c', 'a', 'b')])).toBeNull();
  expect(ringOf([task('a', 'nothing')])).toBeNull();
  expect(ringOf([task('a', 'a')])).toEqual(['a']);
  expect(ringOf([task('x', 'y'), task('y', 'z'), task('z', 'y')])).toEqual(['y', 'z']);
});
