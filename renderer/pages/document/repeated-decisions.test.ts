import { expect, test } from 'vitest';
import { repeatedDecisions } from '#renderer/pages/document/repeated-decisions.ts';
import type { RoundLine } from '#shared/queries/approval.ts';

const round = (state: string, ...decided: [name: string, standing: string][]) =>
  ({
    state,
    steps: [{ tasks: decided.map(([fullName, standing]) => ({ decisions: [{ standing, actor: { fullName } }] })) }],
  }) as unknown as RoundLine;

test('those whose decision counts now, each once', () => {
  const people = round(
    'running',
    ['Анна Крылова', 'inForce'],
    ['Павел Юдин', 'outdated'],
    ['Марина Тен', 'sent'],
    ['Анна Крылова', 'inForce'],
  );
  expect(repeatedDecisions(people)).toEqual(['Анна Крылова', 'Марина Тен']);
});

test('a round that has ended repeats nothing', () => {
  expect(repeatedDecisions(round('approved', ['Анна Крылова', 'inForce']))).toEqual([]);
  expect(repeatedDecisions(null)).toEqual([]);
});
