import { expect, test } from 'vitest';
import { faultsOf, type SubstitutionDraft } from '#renderer/pages/substitution/substitution-form.ts';

const good: SubstitutionDraft = {
  employeeId: 'a',
  substituteId: 'b',
  from: '2026-05-12',
  to: '2026-05-24',
  kinds: ['approval'],
  reason: '',
};

test('a substitution of one day is whole', () => {
  expect(faultsOf(good)).toEqual({});
  expect(faultsOf({ ...good, to: '2026-05-12' })).toEqual({});
});

test.each([
  [{ employeeId: null }, { employeeId: 'faultPerson' }],
  [{ substituteId: null }, { substituteId: 'faultSubstitute' }],
  [{ substituteId: 'a' }, { substituteId: 'faultSubstitute' }],
  [{ to: '2026-05-11' }, { to: 'faultPeriod' }],
  [{ from: null }, { to: 'faultPeriod' }],
  [{ kinds: [] }, { kinds: 'faultKinds' }],
])('%j is told at its field', (given, faults) => {
  expect(faultsOf({ ...good, ...(given as Partial<SubstitutionDraft>) })).toEqual(faults);
});
