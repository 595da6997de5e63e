import { expect, test } from 'vitest';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { sorted } from '#renderer/pages/import/sort-files.ts';

const file = (name: string): GivenFile => ({
  name,
  size: 1,
  head: async () => new Uint8Array(),
  handle: async () => ({ handle: name, name }),
});
const names = (files: readonly GivenFile[]) => files.map(({ name }) => name);

test('what is dropped anywhere goes where it is understood', () => {
  const given = [
    'kl_to_1c.txt',
    'ON_NSCHFDOPPR.XML',
    'письмо.EML',
    'реестр.csv',
    'второй.xlsx',
    'скан.PDF',
    'договор.docx',
  ];
  const { imported, table, papers } = sorted(given.map(file));
  expect(names(imported)).toEqual(['kl_to_1c.txt', 'ON_NSCHFDOPPR.XML', 'письмо.EML']);
  expect(table?.name).toBe('реестр.csv');
  expect(names(papers)).toEqual(['второй.xlsx', 'скан.PDF', 'договор.docx']);
});
