import { expect, test } from 'vitest';
import { differencesOf, mayBePaper, outcomeOf } from '#renderer/pages/import/outcome.ts';
import type { ImportReport } from '#shared/ipc/contract.ts';

const report = (given: Partial<ImportReport>): ImportReport => ({
  file: 'a.txt',
  format: 'client-bank 1.03',
  ok: true,
  problems: [],
  documents: [],
  created: { documents: 0, counterparties: 0, accounts: 0 },
  matched: 0,
  ...given,
});
const file = (given: Partial<ImportReport>) => ({
  key: 1,
  name: 'a.txt',
  size: 1,
  state: 'done' as const,
  handle: null,
  error: null,
  report: report(given),
});
const created = { documents: 1, counterparties: 0, accounts: 0 };
const remark = { severity: 'warning' as const, code: 'END_MISSING' };

test('a file ends by what it brought and by what was wrong with it', () => {
  expect(outcomeOf(file({ created }))).toBe('done');
  expect(outcomeOf(file({ created, problems: [remark] }))).toBe('remarks');
  expect(outcomeOf(file({ matched: 3 }))).toBe('nothing');
  expect(outcomeOf(file({ matched: 3, problems: [remark] }))).toBe('nothing');
  expect(outcomeOf(file({ problems: [{ severity: 'error', code: 'SUM_MISSING' }] }))).toBe('remarks');
  expect(outcomeOf(file({ ok: false, problems: [{ severity: 'error', code: 'FILE_EMPTY' }] }))).toBe('refused');
  expect(outcomeOf({ ...file({}), state: 'cancelled' })).toBe('cancelled');
});

test('a paper that differs is worth a look even when nothing is new', () => {
  const document = {
    id: 'd',
    number: '1',
    kind: 'upd',
    outcome: 'differs' as const,
    differs: [{ field: 'amount', stored: 1, file: 2 }, 'x'],
  };
  expect(outcomeOf(file({ documents: [document] }))).toBe('remarks');
  expect(differencesOf(document)).toEqual([{ field: 'amount', stored: 1, file: 2 }]);
});

test('a scan may become a document of its own, a broken statement may not', () => {
  expect(mayBePaper(report({ problems: [{ severity: 'error', code: 'FILE_BINARY' }] }))).toBe(true);
  expect(mayBePaper(report({ problems: [{ severity: 'error', code: 'TRUNCATED' }] }))).toBe(false);
});
