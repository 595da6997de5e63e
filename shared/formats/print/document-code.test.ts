import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivedId } from '#shared/lib/ids.ts';
import { documentCode, idPrefixOf } from './document-code.ts';

test('26 digits lead back to the beginning of the id they were made of', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(1_000), (command, n) => {
      const id = derivedId(command, n);
      const code = documentCode(id);
      expect(code).toMatch(/^\d{26}$/);
      expect(id.startsWith(idPrefixOf(code) ?? '-')).toBe(true);
    }),
  );
});

test('a digit read wrong, two swapped, an account and a number of a journal are no codes', () => {
  const code = documentCode('0198f3a2-7c11-8d3e-9abc-0123456789ab');
  for (let place = 0; place < code.length; place += 1) {
    const wrong = String((Number(code[place]) + 1) % 10);
    expect(idPrefixOf(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull();
  }
  expect(idPrefixOf('40702810400000000017')).toBeNull();
  expect(idPrefixOf('ВХ-МСК/2026-00012')).toBeNull();
  expect(idPrefixOf(code.replace(/(.{4})/g, '$1 '))).not.toBeNull();
});
