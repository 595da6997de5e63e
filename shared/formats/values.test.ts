import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readDecimal, readKopecks, readTime, writeDate, writeKopecks } from '#shared/formats/values.ts';

describe('values of the formats', () => {
  it.each([
    ['01.02.2026', '2026-02-01'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2026', null],
    ['31.04.2026', null],
    ['29.02.1900', null],
    ['00.01.2026', null],
    ['1.2.2026', null],
    ['2026-02-01', null],
    ['01.13.2026', null],
    ['', null],
  ])('date %s is %s', (text, date) => expect(readDate(text)).toBe(date));

  it.each([
    ['15000.00', 1_500_000],
    ['15000', 1_500_000],
    ['15000.5', 1_500_050],
    ['15 000,50', 1_500_050],
    ['15\u00A0000,50', 1_500_050],
    ['0.01', 1],
    ['-3.07', -307],
    ['-0', 0],
    ['1.2300', 123],
    ['1.005', null],
    ['1.', null],
    ['.5', null],
    ['1e3', null],
    ['1,000.00', null],
    ['99999999999999', null],
    ['1'.repeat(10_000), null],
    ['', null],
    ['=1+1', null],
  ])('sum %s is %s', (text, kopecks) => expect(readKopecks(text)).toBe(kopecks));

  it.each([
    ['1,50', '1.5'],
    ['007', '7'],
    ['0.000', '0'],
    ['-0.0', '0'],
    ['-2.50', '-2.5'],
    ['123456789012345678901234.12345678901', '123456789012345678901234.12345678901'],
    ['1.2.3', null],
    ['шт', null],
  ])('decimal %s is %s', (text, decimal) => expect(readDecimal(text)).toBe(decimal));

  it('times of both formats', () => {
    expect([readTime('09:05:07'), readTime('13.39.05'), readTime('24:00:00'), readTime('9:05:07')]).toEqual([
      '09:05:07',
      '13:39:05',
      null,
      null,
    ]);
  });

  it('sums and dates come back from what was written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (sum) => readKopecks(writeKopecks(sum)) === sum || Math.abs(sum) > 9e15),
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          expect(readDate(writeDate(iso))).toBe(iso);
        },
      ),
    );
  });
});
