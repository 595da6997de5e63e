import { expect, it } from 'vitest';
import { isExternalLink, isLoadable, isOwnPage } from './origins.ts';

it.each([
  ['app://opora/', true],
  ['app://opora/#/documents', true],
  ['app://opora', false],
  ['app://opora.evil/', false],
  ['app://opora@evil/', false],
  ['https://opora/', false],
])('%s is our page: %s', (address, own) => {
  expect(isOwnPage(address)).toBe(own);
});

it.each([
  ['https://nalog.gov.ru/a?b', true],
  ['mailto:a@b.ru', true],
  ['HTTPS://example.com', true],
  ['http://example.com', false],
  ['https://a:b@example.com', false],
  ['https://a@example.com', false],
  ['file:///etc/passwd', false],
  ['javascript:1', false],
  ['ms-msdt:/id', false],
  ['', false],
  [`https://example.com/${'a'.repeat(2048)}`, false],
])('%s may be opened outside: %s', (address, allowed) => {
  expect(isExternalLink(address)).toBe(allowed);
});

it.each([
  ['blob:app://opora/1', true],
  ['data:image/png,', true],
  ['devtools://devtools/x', true],
  ['https://example.com', false],
  ['file:///etc/passwd', false],
  ['ws://localhost', false],
])('%s may be loaded: %s', (address, allowed) => {
  expect(isLoadable(address)).toBe(allowed);
});
