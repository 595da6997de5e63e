import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandId, derivedId, timeOf } from '#shared/lib/ids.ts';

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const command = fc.tuple(time, random).map(([at, bytes]) => commandId(at, bytes));

test('a command id is a UUIDv7 (RFC 9562) that holds its time', () => {
  fc.assert(
    fc.property(time, random, (at, bytes) => {
      const id = commandId(at, bytes);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(timeOf(id)).toBe(at);
    }),
  );
  expect(
    commandId(
      0x0190a0000000,
      Uint8Array.from({ length: 10 }, (_, n) => n),
    ),
  ).toBe('0190a000-0000-7001-8203-040506070809');
});

test('later is greater, whatever the random bytes', () => {
  fc.assert(
    fc.property(time, time, random, random, (one, other, first, second) => {
      fc.pre(one < other);
      expect(commandId(one, first) < commandId(other, second)).toBe(true);
    }),
  );
});

test('a time out of range is brought into it: 1969, the year 10889, a fraction', () => {
  const bytes = new Uint8Array(10);
  expect(timeOf(commandId(-5, bytes))).toBe(0);
  expect(timeOf(commandId(2 ** 60, bytes))).toBe(2 ** 48 - 1);
  expect(timeOf(commandId(7.9, bytes))).toBe(7);
});

test('a derived id is the same everywhere, another for every n and command, and keeps the time', () => {
  fc.assert(
    fc.property(command, fc.nat(5_000), fc.nat(5_000), (id, n, m) => {
      expect(derivedId(id, n)).toBe(derivedId(id, n));
      expect(derivedId(id, n)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(timeOf(derivedId(id, n))).toBe(timeOf(id));
      if (n !== m) expect(derivedId(id, n)).not.toBe(derivedId(id, m));
    }),
  );
  // Rows lie in databases under these: the way they are made can never change.
  expect(derivedId('0190a000-0000-7001-8203-040506070809', 0)).toBe('0190a000-0000-8ea2-9247-042930968842');
  expect(derivedId('0190a000-0000-7001-8203-040506070809', 1_000)).toBe('0190a000-0000-8562-beab-502a6aed8129');
});

test('ten thousand rows of one command have ten thousand ids', () => {
  const ids = Array.from({ length: 10_000 }, (_, n) => derivedId('0190a000-0000-7001-8203-040506070809', n));
  expect(new Set(ids).size).toBe(10_000);
});
