import { expect, test } from 'vitest';
import { SmallOffice } from '#electron/core/app/queries/fixture/small-office.ts';
import { journalFor, journalSince } from '#electron/core/store/journal/journal-since.ts';
import { writeMeta } from '#electron/core/store/meta.ts';

test('a clock that is ahead makes no command old before its time; one that is behind keeps it longer', () => {
  const office = new SmallOffice();
  const now = Date.UTC(2099, 0, 1);
  expect(journalSince(office.writer, now)).toBe(now - journalFor);
  const decades = now - Date.UTC(2026, 0, 1);
  writeMeta(office.writer, 'clockAhead', decades);
  expect(journalSince(office.writer, now)).toBe(Date.UTC(2026, 0, 1) - journalFor);
  writeMeta(office.writer, 'clockAhead', -decades);
  expect(journalSince(office.writer, now)).toBe(now - journalFor);
  office.close();
});
