import { expect, test } from 'vitest';
import { problems as en } from '#renderer/i18n/en/problems.ts';
import { requisites as enRequisites } from '#renderer/i18n/en/requisites.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatAmount, formatCount } from '#renderer/i18n/format/money.ts';
import { problems as ru } from '#renderer/i18n/ru/problems.ts';
import { requisites as ruRequisites } from '#renderer/i18n/ru/requisites.ts';
import { filled, requisiteParams, worded } from '#renderer/pages/import/problem-params.ts';
import { problemCodes } from '#shared/formats/problem.ts';
import { requisiteCodes } from '#shared/lib/requisites/check.ts';

const words = {
  money: formatAmount,
  date: formatDate,
  count: formatCount,
  bytes: (bytes: number) => `${bytes} Б`,
  reason: (code: string) => `<${code}>`,
  field: (name: string) => name.toUpperCase(),
  unnamed: 'без номера',
};

test('every code of files and of requisites has a sentence in both languages, and no sentence is left over', () => {
  expect(Object.keys(ru).sort()).toEqual([...problemCodes].sort());
  expect(Object.keys(en).sort()).toEqual([...problemCodes].sort());
  expect(Object.keys(ruRequisites).sort()).toEqual([...requisiteCodes].sort());
  expect(Object.keys(enRequisites).sort()).toEqual([...requisiteCodes].sort());
});

test('values are written as people write them', () => {
  expect(worded({ stated: 1_234_567, position: 3, number: '' }, words)).toEqual({
    stated: '12\u00a0345,67',
    position: '3',
    number: 'без номера',
  });
  expect(worded({ date: '2026-05-13', from: '2026-05-01', to: '' }, words)).toEqual({
    date: '13.05.2026',
    from: '01.05.2026',
    to: 'без номера',
  });
  expect(worded({ requisite: 'inn', reason: 'INN_ZERO', value: '0000000000' }, words)).toEqual({
    requisite: 'INN',
    reason: '<INN_ZERO>',
    value: '0000000000',
  });
});

test('a limit is told in bytes only where the size of the file is told', () => {
  expect(worded({ bytes: 300, limit: 100 }, words)['limit']).toBe('100 Б');
  expect(worded({ length: 300, limit: 100 }, words)['limit']).toBe('100');
});

test('what was expected of a requisite is found again', () => {
  expect(requisiteParams('INN_CHECK_DIGIT', { value: '5406123456' })['expected']).toMatch(/^\d$/);
  expect(requisiteParams('ACCOUNT_KEY', { value: '40702810801500116391', bik: '' })).toMatchObject({ bik: '' });
  expect(requisiteParams('BIK_LENGTH', { value: '0445' })['length']).toBe('4');
  expect(filled('Ключ счёта не сходится с БИК {{bik}}')).toBe('Ключ счёта не сходится с БИК');
});
