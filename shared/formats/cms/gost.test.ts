import { describe, expect, test } from 'vitest';
import { gostCurve, gostCurveOids } from '#shared/formats/cms/gost-curves.ts';
import { verifyGost } from '#shared/formats/cms/gost-verify.ts';
import { streebog } from '#shared/formats/cms/streebog.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('Streebog', () => {
  // Example 1 of the standard: 63 bytes, one block with its padding.
  const first = ascii('012345678901234567890123456789012345678901234567890123456789012');

  test('gives what the standard prints', () => {
    expect(hex(streebog(first, 64))).toBe(
      '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
    );
    expect(hex(streebog(first, 32))).toBe('9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500');
  });

  test('gives what the standard prints for a text of more than a block', () => {
    // «Се ветри, Стрибожи внуци, веютъ с моря стрелами на храбрыя плъкы Игоревы» in windows-1251.
    const second = Buffer.from(
      'd1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb',
      'hex',
    );
    expect(hex(streebog(second, 64))).toBe(
      '1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28',
    );
    expect(hex(streebog(second, 32))).toBe('9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50');
  });

  test('differs with every byte and every length around a block', () => {
    const seen = new Set<string>();
    for (let length = 0; length <= 130; length += 1) seen.add(hex(streebog(new Uint8Array(length), 32)));
    expect(seen.size).toBe(131);
  });
});

describe('curves', () => {
  test.each(gostCurveOids)('%s: the base point lies on the curve and has the order', (oid) => {
    const curve = gostCurve(oid);
    if (!curve) throw new Error('not known');
    curve.Point.BASE.assertValidity();
    expect(
      curve.Point.BASE.multiplyUnsafe(curve.order - 1n)
        .add(curve.Point.BASE)
        .is0(),
    ).toBe(true);
    expect(curve.order.toString(16).length).toBe(curve.size * 2);
  });

  test('another curve is said not to be known', () => {
    expect(verifyGost('1.2.3', new Uint8Array(64), new Uint8Array(32), new Uint8Array(64))).toBeNull();
  });
});
