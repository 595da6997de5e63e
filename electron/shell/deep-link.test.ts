import { expect, it } from 'vitest';
import { pageOfLink } from './deep-link.ts';

const id = '0190a1b2-0000-7000-8000-00000000000a';

it.each([
  [`opora://document/${id}`, `/documents/${id}`],
  [`opora://document/${id}/`, `/documents/${id}`],
  [`OPORA://Counterparty/${id.toUpperCase()}`, `/counterparties/${id}`],
])('%s opens a page', (link, page) => {
  expect(pageOfLink(link)).toBe(page);
});

it.each([
  'opora://document/',
  'opora://document/1',
  `opora://settings/${id}`,
  `opora://constructor/${id}`,
  `opora://document/${id}/delete`,
  `opora://document/${id}?run=1`,
  `opora://document/../${id}`,
  `https://document/${id}`,
  `xopora://document/${id}`,
])('%s opens nothing', (link) => {
  expect(pageOfLink(link)).toBeUndefined();
});
