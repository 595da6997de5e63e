import { expect, test } from 'vitest';
import { importableText, looksImportable } from '#renderer/pages/files/looks-importable.ts';

const given = (name: string, text: string) => ({
  name,
  size: text.length,
  head: async () => new TextEncoder().encode(text),
  handle: async () => ({ handle: '', name }),
});

test('bank files and files of the tax service are told by their beginning', () => {
  expect(importableText('1CClientBankExchange\r\nВерсияФормата=1.03')).toBe(true);
  expect(importableText('\ufeff<?xml version="1.0"?>\n<Файл ИдФайл="ON_NSCHFDOPPR_1"><Документ КНД="1115131"')).toBe(
    true,
  );
  expect(importableText('<?xml version="1.0"?><note>КНД="1115131"</note>')).toBe(false);
  expect(importableText('Протокол встречи')).toBe(false);
});

test('a text of another name is never asked about', async () => {
  expect(await looksImportable(given('выписка.txt', '1CClientBankExchange'))).toBe(true);
  expect(await looksImportable(given('письмо.pdf', '1CClientBankExchange'))).toBe(false);
  expect(await looksImportable(given('заметка.txt', 'Купить бумагу'))).toBe(false);
  expect(await looksImportable(given('из проводника.xml', ''))).toBe(true);
});
