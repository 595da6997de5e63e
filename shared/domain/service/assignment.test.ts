import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssignmentRule,
  assignmentRule,
  type Candidate,
  type Choice,
  chooseAssignee,
} from '#shared/domain/service/assignment.ts';

const rule = (given: Partial<AssignmentRule>): AssignmentRule => ({
  type: 'load',
  employeeId: null,
  sameBranch: false,
  skill: null,
  ...given,
});
const one = (employeeId: string, given: Partial<Candidate> = {}): Candidate => ({
  employeeId,
  branchId: 'Москва',
  skills: [],
  open: 0,
  limit: null,
  lastAssignedAt: null,
  away: false,
  substituteIds: [],
  ...given,
});
const here = { branchId: 'Казань' };
const short = ({ employeeId, insteadOfId, reason }: Choice): string =>
  `${employeeId ?? '—'}${insteadOfId ? ` instead of ${insteadOfId}` : ''}: ${reason}`;

describe('who gets a ticket', () => {
  it.each<[string, Partial<AssignmentRule>, readonly Candidate[], string]>([
    ['whoever takes it', { type: 'queue' }, [one('а')], '—: queue'],
    ['nobody in the queue', {}, [], '—: nobody'],
    ['everybody is away', {}, [one('а', { away: true })], '—: nobody'],
    ['least open', {}, [one('а', { open: 2 }), one('б', { open: 1 })], 'б: rule'],
    ['equal load: longest without', {}, [one('а', { lastAssignedAt: 9 }), one('б', { lastAssignedAt: 5 })], 'б: rule'],
    ['equal load: who never had one', {}, [one('а', { lastAssignedAt: 9 }), one('б')], 'б: rule'],
    ['equal in everything: the id', {}, [one('б'), one('а')], 'а: rule'],
    [
      'in turn, whatever the load',
      { type: 'round_robin' },
      [one('а', { open: 0, lastAssignedAt: 9 }), one('б', { open: 7, lastAssignedAt: 5 })],
      'б: rule',
    ],
    ['full ones are left out', {}, [one('а', { open: 3, limit: 3 }), one('б', { open: 8 })], 'б: rule'],
    ['all are full', {}, [one('а', { open: 3, limit: 3 })], '—: full'],
    ['full or away', {}, [one('а', { open: 3, limit: 3 }), one('б', { away: true })], '—: full'],
    ['a skill is a must', { skill: '1С' }, [one('а'), one('б', { skills: ['1С'], open: 9 })], 'б: rule'],
    ['nobody has the skill', { skill: '1С' }, [one('а')], '—: skill'],
    ['who has the skill is away', { skill: '1С' }, [one('а', { skills: ['1С'], away: true }), one('б')], '—: nobody'],
    ['the branch first', { sameBranch: true }, [one('а'), one('б', { branchId: 'Казань', open: 4 })], 'б: rule'],
    ['nobody of the branch', { sameBranch: true }, [one('а'), one('б')], 'а: rule'],
    [
      'the branch is full',
      { sameBranch: true },
      [one('а'), one('б', { branchId: 'Казань', open: 4, limit: 4 })],
      'а: rule',
    ],
    ['the person', { type: 'person', employeeId: 'б' }, [one('а'), one('б', { open: 5 })], 'б: rule'],
    ['the person is full', { type: 'person', employeeId: 'б' }, [one('а'), one('б', { open: 5, limit: 5 })], '—: full'],
    ['the person has not the skill', { type: 'person', employeeId: 'а', skill: '1С' }, [one('а')], '—: skill'],
    ['the person is not there', { type: 'person', employeeId: 'я' }, [one('а')], '—: nobody'],
    ['no person is named', { type: 'person' }, [one('а')], '—: nobody'],
    [
      'the first substitute who is there',
      { type: 'person', employeeId: 'б' },
      [one('а'), one('б', { away: true, substituteIds: ['в', 'г', 'а'] }), one('в', { away: true }), one('г')],
      'г instead of б: substitute',
    ],
    [
      'no substitute is there',
      { type: 'person', employeeId: 'б' },
      [one('а'), one('б', { away: true, substituteIds: ['в'] })],
      '—: nobody',
    ],
    [
      'a substitute is there but full',
      { type: 'person', employeeId: 'б' },
      [one('а', { open: 1, limit: 1 }), one('б', { away: true, substituteIds: ['а'] })],
      '—: full',
    ],
  ])('%s', (_name, given, candidates, expected) => {
    expect(short(chooseAssignee(rule(given), candidates, here))).toBe(expected);
  });

  it('keeps a rule as a service stores it', () => {
    expect(assignmentRule.parse(rule({ type: 'round_robin' }))).toEqual(rule({ type: 'round_robin' }));
    expect(assignmentRule.safeParse({ ...rule({}), type: 'chance' }).success).toBe(false);
  });
});

describe('whoever is there', () => {
  const candidateOf: fc.Arbitrary<Candidate> = fc.record({
    employeeId: fc.constantFrom(...'абвгде'),
    branchId: fc.constantFrom('Москва', 'Казань'),
    skills: fc.subarray(['1С', 'сети']),
    open: fc.nat(4),
    limit: fc.option(fc.nat(4)),
    lastAssignedAt: fc.option(fc.nat(3)),
    away: fc.boolean(),
    substituteIds: fc.subarray([...'абвгде']),
  });
  const candidatesOf = fc.uniqueArray(candidateOf, { selector: ({ employeeId }) => employeeId, maxLength: 6 });
  const ruleOf: fc.Arbitrary<AssignmentRule> = fc.record({
    type: fc.constantFrom('queue', 'person', 'load', 'round_robin'),
    employeeId: fc.option(fc.constantFrom(...'абвгде')),
    sameBranch: fc.boolean(),
    skill: fc.option(fc.constantFrom('1С', 'сети')),
  });

  it('never somebody who is away, full or without the skill; somebody always, when anybody may', () => {
    fc.assert(
      fc.property(ruleOf, candidatesOf, (given, candidates) => {
        const choice = chooseAssignee(given, candidates, here);
        const may = ({ away, open, limit, skills }: Candidate): boolean =>
          !away && (limit === null || open < limit) && (given.skill === null || skills.includes(given.skill));
        const found = candidates.find(({ employeeId }) => employeeId === choice.employeeId);
        if (choice.employeeId !== null) expect(found && may(found)).toBe(true);
        else if (given.type === 'load' || given.type === 'round_robin') expect(candidates.some(may)).toBe(false);
        expect(choice.employeeId !== null).toBe(choice.reason === 'rule' || choice.reason === 'substitute');
      }),
    );
  });

  it('the same whatever the order of the candidates', () => {
    const shuffled = candidatesOf.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(ruleOf, shuffled, (given, [all, other]) => {
        expect(chooseAssignee(given, other, here)).toEqual(chooseAssignee(given, all, here));
      }),
    );
  });

  it.each(['load', 'round_robin'] as const)(
    '%s: after any number of tickets the loads differ by one at most',
    (type) => {
      // Batches come at one instant: the clock does not always move between two assignments.
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 7 }), fc.array(fc.nat(1), { maxLength: 60 }), (members, steps) => {
          let team = Array.from({ length: members }, (_, n) => one(String(n)));
          let now = 0;
          for (const step of steps) {
            now += step;
            const { employeeId } = chooseAssignee(rule({ type }), team, here);
            team = team.map((each) =>
              each.employeeId === employeeId ? { ...each, open: each.open + 1, lastAssignedAt: now } : each,
            );
            const loads = team.map(({ open }) => open);
            expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
          }
          expect(team.reduce((sum, { open }) => sum + open, 0)).toBe(steps.length);
        }),
      );
    },
  );
});
