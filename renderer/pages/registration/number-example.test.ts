import { describe, expect, it } from 'vitest';
import { exampleOf, missingPart } from '#renderer/pages/registration/number-example.ts';

const parts = { index: 'ВХ', branchCode: 'КЗН', kinds: ['incoming'], own: [], date: '2026-05-28', seq: 418 };

describe('the example of a number', () => {
  it('has every part of the pattern', () => {
    const pattern = '{journal}-{branch}/{kind}/{case}/{yyyy}-{mm}-{seq:5}';
    expect(exampleOf({ ...parts, pattern })).toBe('ВХ-КЗН/Вх/01-05/2026-05-00418');
  });

  it.each([
    ['memo', 'СЗ-418'],
    ['custom', 'АС-418'],
  ] as const)('an own kind on «%s» begins: %s', (base, number) => {
    const own = [{ id: 'own', base, label: 'Акт сверки' }];
    expect(exampleOf({ ...parts, kinds: ['own'], own, pattern: '{kind}-{seq}' })).toBe(number);
  });

  it.each([
    ['{seq:5}', 'none', null],
    ['{seq:5}', 'year', 'Year'],
    ['{yy}-{seq:5}', 'year', null],
    ['{yyyy}-{seq}', 'month', 'Month'],
    ['{yyyy}-{seq}', 'quarter', 'Quarter'],
    ['{yyyy}/{mm}-{seq}', 'month', null],
  ] as const)('%s counted by %s repeats for want of: %s', (pattern, period, missing) => {
    expect(missingPart(pattern, period)).toBe(missing);
  });
});
