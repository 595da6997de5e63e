import { expect, it } from 'vitest';
import { casesToCopy, copyOf } from '#renderer/pages/registration/copy-year.ts';
import type { CaseFileRow } from '#shared/domain/registration/journal.ts';

const file = (index: string, year: number, branchId: string | null = null): CaseFileRow => ({
  ...{ id: `${year}-${index}-${branchId}`, index, title: `Дело ${index}`, branchId, year, retention: 5 },
  ...{ article: 'ст. 70', isEpk: true, openedOn: `${year}-02-10`, closedOn: `${year}-12-31`, createdAt: 0 },
});

it('takes over what the new year lacks, of the branches that are one’s own', () => {
  const files = [
    ...[file('01-01', 2026), file('01-02', 2026), file('01-02', 2026, 'kazan'), file('01-03', 2026, 'moscow')],
    ...[file('01-01', 2027), file('01-04', 2025)],
  ];
  const found = casesToCopy(files, 2027, (branch) => branch !== 'moscow');
  expect(found.fresh.map(({ id }) => id)).toEqual(['2026-01-02-null', '2026-01-02-kazan']);
  expect(found.standing.map(({ id }) => id)).toEqual(['2026-01-01-null']);
});

it('opens the case on the first day of the year and does not close it', () => {
  expect(copyOf(file('01-02', 2026, 'kazan'), 2027)).toEqual({
    ...{ index: '01-02', title: 'Дело 01-02', branchId: 'kazan', year: 2027, retention: 5, article: 'ст. 70' },
    ...{ isEpk: true, openedOn: '2027-01-01', closedOn: null },
  });
});
