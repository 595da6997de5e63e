import { expect, test } from 'vitest';
import { hasFaults, newStep, routeSteps, stepFaults } from '#renderer/pages/approval/own-steps.ts';
import { routeStep } from '#shared/domain/approval/route.ts';

const filled = { ...newStep(1), people: ['a', 'b', 'c'] };

test('a step needs people, a whole number of hours or none, a quorum its people can reach', () => {
  expect(hasFaults(filled)).toBe(false);
  expect(stepFaults(newStep(1)).people).toBe(true);
  expect(stepFaults({ ...filled, hours: '' }).hours).toBe(false);
  for (const hours of ['0', '1,5', 'час', '-3']) expect(stepFaults({ ...filled, hours }).hours, hours).toBe(true);
  expect(stepFaults({ ...filled, mode: 'quorum', quorum: '2' }).quorum).toBe(false);
  for (const quorum of ['0', '4', '', 'два'])
    expect(stepFaults({ ...filled, mode: 'quorum', quorum }).quorum, quorum).toBe(true);
  expect(stepFaults({ ...filled, mode: 'all', quorum: '9' }).quorum).toBe(false);
});

test('typed steps fit the schema of a route', () => {
  const [first, second] = routeSteps([
    { ...filled, mode: 'quorum', quorum: '2', hours: '4' },
    { ...filled, key: 'own2', kind: 'sign', hours: '' },
  ]);
  expect(routeStep.parse(first)).toMatchObject({ mode: 'quorum', quorum: 2, deadlineMinutes: 240 });
  expect(routeStep.parse(second)).toMatchObject({ kind: 'sign', quorum: null, deadlineMinutes: null });
});
