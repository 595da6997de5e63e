import { expect, test } from 'vitest';
import { gapsOf } from '#shared/domain/registration/gaps.ts';
import type { NumberBlockRow, NumberGapRow } from '#shared/domain/registration/journal.ts';
import type { RegistrationRow } from '#shared/domain/registration/registration.ts';
import { registrationSamples } from '#tests/fixtures/kernel/registration-samples.ts';
import { clerk, rowId } from '#tests/fixtures/kernel/rows.ts';

const entry = (seq: number | null, given: object = {}) =>
  ({ ...registrationSamples.registration(rowId(63, seq ?? 0)), seq, ...given }) as unknown as RegistrationRow;
const held = (from: number, to: number, given: object = {}) =>
  ({ ...registrationSamples.number_block(rowId(61, from)), from, to, ...given }) as unknown as NumberBlockRow;
const note = (from: number, to: number) =>
  ({ ...registrationSamples.number_gap(rowId(64, from)), from, to }) as unknown as NumberGapRow;

const register = (given: {
  first?: number;
  of?: RegistrationRow[];
  blocks?: NumberBlockRow[];
  notes?: NumberGapRow[];
}) =>
  gapsOf({
    first: given.first ?? 1,
    registrations: given.of ?? [],
    blocks: given.blocks ?? [],
    notes: given.notes ?? [],
  });
const told = (given: Parameters<typeof register>[0]) =>
  register(given).gaps.map(({ from, to, cause }) => [from, to, cause]);

test('nothing is missing where every number has its document', () => {
  expect(register({ of: [entry(2), entry(1), entry(null)] })).toEqual({ highest: 2, gaps: [] });
  expect(register({})).toEqual({ highest: 0, gaps: [] });
  expect(register({ first: 501, of: [entry(501)] })).toEqual({ highest: 501, gaps: [] });
});

test('neighbours of one cause are one gap, and the causes are told apart', () => {
  const of = [entry(1), entry(3), entry(5, { voidedAt: 9, voidReason: 'Ошибка' })];
  const blocks = [held(1, 4), held(6, 8, { client: null, returnedAt: 7 }), held(9, 10, { returnedAt: 8 })];
  expect(told({ of, blocks })).toEqual([
    [2, 2, 'leased'],
    [4, 4, 'leased'],
    [5, 5, 'voided'],
    [6, 8, 'returned'],
    [9, 10, 'returned'],
  ]);
  expect(register({ of, blocks }).gaps[0]).toMatchObject({ deviceName: 'МСК-01', userId: clerk, since: 1 });
});

test('a person’s word stands for what is leased, returned or unknown, not for a voided registration', () => {
  const of = [entry(2, { voidedAt: 9 }), entry(6)];
  expect(told({ of })).toEqual([
    [1, 1, 'unexplained'],
    [2, 2, 'voided'],
    [3, 5, 'unexplained'],
  ]);
  expect(told({ of, notes: [note(1, 4)] })).toEqual([
    [1, 1, 'explained'],
    [2, 2, 'voided'],
    [3, 4, 'explained'],
    [5, 5, 'unexplained'],
  ]);
});
