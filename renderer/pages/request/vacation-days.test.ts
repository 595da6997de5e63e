import { expect, test } from 'vitest';
import { periodOf, usesBalance } from '#renderer/pages/request/vacation-days.ts';
import { blankField, type Form } from '#shared/domain/form/form.ts';

const formOf = (options: string[]): Form => ({
  sections: [
    {
      key: 'main',
      title: '',
      hint: null,
      fields: options.length > 0 ? [blankField('vacation_type', 'choice', 'Вид', { options })] : [],
    },
  ],
});

test('a period has two ends in their order', () => {
  const period = { from: '2026-06-15', to: '2026-06-28' };
  expect(periodOf({ period })).toEqual(period);
  expect(periodOf({ period: { from: '2026-06-28', to: '2026-06-15' } })).toBeNull();
  expect(periodOf({ period: { from: '2026-06-15', to: null } })).toBeNull();
  expect(periodOf({ period: { from: '2026-02-30', to: '2026-03-01' } })).toBeNull();
  expect(periodOf({})).toBeNull();
});

test('only the first kind takes days of the balance', () => {
  const form = formOf(['Ежегодный', 'Учебный']);
  expect(usesBalance(form, { vacation_type: 'Ежегодный' })).toBe(true);
  expect(usesBalance(form, { vacation_type: 'Учебный' })).toBe(false);
  expect(usesBalance(form, {})).toBe(true);
  expect(usesBalance(formOf([]), { vacation_type: 'Учебный' })).toBe(true);
});
