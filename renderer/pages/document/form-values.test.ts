import { describe, expect, test } from 'vitest';
import { changesOf, faultsOf, limits, newValues, toForm } from '#renderer/pages/document/form-values.ts';
import { documentForm } from '#shared/commands/document.ts';

const branchId = '01890000-0000-7000-8000-000000000001';
const filled = () => ({
  ...newValues('incoming', { today: '2026-05-13', branchId, userId: null }),
  subject: 'О поставке',
});

describe('faults', () => {
  test('a new form asks for the subject only', () => {
    const values = newValues('incoming', { today: '2026-05-13', branchId, userId: null });
    expect(faultsOf(values)).toEqual({ subject: { key: 'errorSubject' } });
    expect(faultsOf(filled())).toEqual({});
  });

  test('a title of 100,000 characters is told with both lengths', () => {
    const faults = faultsOf({ ...filled(), subject: 'я'.repeat(100_000) });
    expect(faults.subject).toEqual({ key: 'errorLong', length: 100_000, limit: limits.subject });
  });

  test('spaces are no subject, VAT is no more than the amount, a deadline no earlier than the paper', () => {
    const faults = faultsOf({ ...filled(), subject: ' \u00a0', amount: 100, vatAmount: 101, dueDate: '2026-05-12' });
    expect(Object.keys(faults)).toEqual(['subject', 'vatAmount', 'dueDate']);
    expect(faultsOf({ ...filled(), date: null, branchId: null })).toEqual({
      date: { key: 'errorDate' },
      branchId: { key: 'errorBranch' },
    });
  });
});

test('what has no faults fits the command', () => {
  expect(documentForm.safeParse(toForm(filled())).error).toBeUndefined();
  expect(documentForm.safeParse(toForm({ ...filled(), subject: 'я'.repeat(limits.subject) })).success).toBe(true);
  expect(toForm({ ...filled(), number: '  ', note: ' \n' })).toMatchObject({ number: null, note: null });
});

test('only what was changed is sent, with what was seen before', () => {
  const seen = { ...filled(), number: 'А-1', labels: ['срочно'] };
  expect(changesOf(seen, { ...seen, number: ' А-1 ', subject: 'О возврате', labels: ['срочно', 'суд'] })).toEqual({
    fields: ['subject', 'labels'],
    patch: { subject: 'О возврате', labels: ['срочно', 'суд'] },
    base: { subject: 'О поставке', labels: ['срочно'] },
  });
  expect(changesOf(seen, { ...seen }).fields).toEqual([]);
});
