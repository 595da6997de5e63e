import { expect, test } from 'vitest';
import { grouped, maskedSnils, signerName } from '#renderer/pages/signatures/signer-name.ts';

test('a person is called by all of their names, a seal by its company', () => {
  expect(signerName({ surname: 'Соколова', givenName: 'Марина Андреевна', commonName: 'ООО «Завод»' })).toBe(
    'Соколова Марина Андреевна',
  );
  expect(signerName({ commonName: 'ООО «Завод»', surname: 'Соколова' })).toBe('ООО «Завод»');
  expect(signerName({})).toBe('');
});

test('of a СНИЛС only the end is shown', () => {
  expect(maskedSnils('123-456-789 64')).toBe('•••-•••-789 64');
  expect(maskedSnils('12345678964')).toBe('•••-•••-789 64');
  expect(maskedSnils('123')).toBe('•••');
});

test('a hash stands in groups', () => {
  expect(grouped('ab12cd34ef')).toBe('AB12 CD34 EF');
});
