import { expect, test } from 'vitest';
import { patchOf, sideOf } from '#renderer/pages/counterparty/merge/merge-fields.ts';
import { counterpartyRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const stays = counterpartyRow(rowId(3, 1), { phone: null, email: 'a@b.ru', address: 'Омск' });
const goes = counterpartyRow(rowId(3, 2), { phone: '+7', email: 'c@d.ru', address: null });

test('what the record that stays does not know is taken from the other one unless a person decides', () => {
  expect(patchOf(stays, goes, {})).toEqual({ patch: { phone: '+7' }, base: { phone: null } });
  expect(patchOf(stays, goes, { phone: 'stays', email: 'goes' })).toEqual({
    patch: { email: 'c@d.ru' },
    base: { email: 'a@b.ru' },
  });
  expect(sideOf(stays, goes, 'address')).toBe('stays');
});

test('equal values are no choice', () => {
  expect(patchOf(stays, goes, { inn: 'goes' }).patch).not.toHaveProperty('inn');
});

test('a reason to stop goes over whatever is chosen', () => {
  const stopped = { ...goes, stopReason: 'Банкрот' };
  expect(patchOf(stays, stopped, { stopReason: 'stays', phone: 'stays' }).patch).toEqual({ stopReason: 'Банкрот' });
  expect(sideOf(stopped, goes, 'stopReason', { stopReason: 'goes' })).toBe('goes');
});
