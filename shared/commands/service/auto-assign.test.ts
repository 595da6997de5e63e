import { beforeEach, describe, expect, test } from 'vitest';
import type { AssignmentRule } from '#shared/domain/service/assignment.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { accountant, head, lawyer, signer } from '#tests/fixtures/kernel/office.ts';
import { Portal, vacationForm } from '#tests/fixtures/kernel/portal.ts';
import { blocked, clerk, director } from '#tests/fixtures/kernel/rows.ts';

let portal: Portal;
beforeEach(() => {
  portal = new Portal();
});
const by = (type: AssignmentRule['type'], given: Partial<AssignmentRule> = {}): string =>
  portal.service(`По правилу ${type}`, {
    assignment: { type, employeeId: null, sameBranch: false, skill: null, ...given },
  });
const given = (service: string) => {
  const { assigneeId, insteadOfId, state } = portal.ticket(portal.ask(service));
  return [assigneeId, insteadOfId, state];
};
const away = (employeeId: string, substituteId: string, kinds = ['tickets']) =>
  resultOf(
    portal.does(
      'substitution.create',
      { employeeId, substituteId, from: '2026-06-01', to: '2026-06-05', kinds, reason: null },
      director,
    ),
  );
const skilled = (skills: Record<string, string[]>) => {
  const members = Object.entries(skills).map(([employeeId, own]) => ({ employeeId, skills: own, limit: 2 }));
  const base = { members: portal.get('queue', portal.desk).members };
  resultOf(portal.does('queue.update', { id: portal.desk, patch: { members }, base }, director));
};

describe('a rule that names a person', () => {
  test('gives it to them, a member of the desk or not', () => {
    expect(given(by('person', { employeeId: lawyer }))).toEqual([lawyer, null, 'working']);
    expect(given(by('person', { employeeId: head }))).toEqual([head, null, 'working']);
  });

  test('while they are away, to whoever stands in for them', () => {
    away(lawyer, clerk);
    expect(given(by('person', { employeeId: lawyer }))).toEqual([clerk, lawyer, 'working']);
  });

  test('who is away by a vacation without anybody in their place: it waits in the queue', () => {
    const days = { from: '2026-06-01', to: '2026-06-05' };
    portal.ask(portal.service('Отгул', { ...vacationForm, effect: 'vacation' }), { period: days }, lawyer);
    expect(given(by('person', { employeeId: lawyer }))).toEqual([null, null, 'open']);
    expect(codeOf(portal.does('ticket.assign', { id: portal.ask(), employeeId: lawyer }, accountant))).toBe(
      'EMPLOYEE_AWAY',
    );
  });

  test('with a skill: a member must have it, one from outside is named for it', () => {
    skilled({ [lawyer]: ['1С'], [accountant]: [] });
    expect(given(by('person', { employeeId: lawyer, skill: '1С' }))[0]).toBe(lawyer);
    expect(given(by('person', { employeeId: accountant, skill: '1С' }))[0]).toBeNull();
    expect(given(by('person', { employeeId: head, skill: '1С' }))[0]).toBe(head);
  });

  test('who is full or has left: it waits in the queue', () => {
    skilled({ [lawyer]: [], [accountant]: [] });
    const service = by('person', { employeeId: lawyer });
    expect([given(service)[0], given(service)[0], given(service)[0]]).toEqual([lawyer, lawyer, null]);
    expect(given(by('person', { employeeId: blocked }))[0]).toBeNull();
  });
});

describe('a rule of turns or of load', () => {
  test('turns go round, and who is away is left out', () => {
    const service = by('round_robin');
    expect([1, 2, 3, 4].map(() => given(service)[0])).toEqual([lawyer, accountant, lawyer, accountant]);
    away(lawyer, clerk);
    expect([5, 6].map(() => given(service)[0])).toEqual([accountant, accountant]);
  });

  test('whoever has least, over all desks', () => {
    for (const id of [portal.ask(), portal.ask()]) resultOf(portal.does('ticket.take', { id }, lawyer));
    const service = by('load');
    expect([1, 2, 3].map(() => given(service)[0])).toEqual([accountant, accountant, expect.anything()]);
  });

  test('with the skill only', () => {
    skilled({ [lawyer]: ['1С'], [accountant]: [] });
    const service = by('load', { skill: '1С' });
    expect([1, 2, 3].map(() => given(service)[0])).toEqual([lawyer, lawyer, null]);
  });
});

test('a colleague who is away is not given a ticket: their substitute is', () => {
  away(lawyer, signer);
  const id = portal.ask();
  resultOf(portal.does('ticket.assign', { id, employeeId: lawyer }, accountant));
  expect(portal.ticket(id)).toMatchObject({ assigneeId: signer, insteadOfId: lawyer });
  resultOf(portal.does('ticket.assign', { id, employeeId: null }, accountant));
  expect(portal.ticket(id)).toMatchObject({ assigneeId: null, insteadOfId: null, state: 'open' });
});
