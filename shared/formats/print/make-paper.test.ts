import { describe, expect, test } from 'vitest';
import { printFormNames } from '#shared/domain/company/print-form.ts';
import { printParts, shippedSettings } from '#shared/domain/company/print-settings.ts';
import { amountInWords } from '#shared/lib/words/amount.ts';
import { splitPostcode } from './envelope-paper.ts';
import { printedDocument, printSample, theirs } from './fixture/print-sample.ts';
import { makePaper, missingFor } from './make-paper.ts';
import type { PaperBlock } from './paper.ts';
import { paymentCode } from './payment-code.ts';
import type { PrintData } from './print-data.ts';

/** All words of a paper in the order they stand. */
function wordsOf(blocks: readonly PaperBlock[]): string {
  const words = blocks.map((block): string => {
    switch (block.type) {
      case 'heading':
      case 'text':
        return block.text;
      case 'pairs':
      case 'totals':
        return block.rows.flat().join(' ');
      case 'table':
        return [...block.columns.map((column) => column.title), ...block.rows.flat()].join(' ');
      case 'signatures':
        return block.lines.map((line) => `${line.position} ${line.name}`).join(' ');
      case 'columns':
        return block.columns.map(wordsOf).join(' ');
      case 'placed':
        return wordsOf(block.blocks);
      case 'code':
        return `${block.code}:${block.text}`;
      default:
        return '';
    }
  });
  return words.join('\n').replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
}
const paper = (data: PrintData): string => wordsOf(makePaper(data).blocks);

describe('an invoice', () => {
  test('says whom to pay, for what, how much in figures and in words, and holds the code of the payment', () => {
    const words = paper(printSample('invoice'));
    for (const part of [
      'ПАО Сбербанк, г. Москва',
      '40702810400000000017',
      'Труба 57 × 3,5',
      '80 000,00',
      '1 234 567,89 ₽',
      'Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь рублей 89 копеек',
      'ST00012|Name=АО «Северный путь»|PersonalAcc=40702810400000000017',
      'Sum=123456789',
    ])
      expect(words).toContain(part);
  });

  test('of the counterparty without an account has no code, and tells what is missing', () => {
    const data = printSample('invoice', { issuer: 'theirs' });
    expect(paper(data)).not.toContain('qr:');
    expect(missingFor(data)).toEqual(['account']);
    expect(missingFor(printSample('invoice', { documents: [{ ...printedDocument, lines: [] }] }))).toEqual(['lines']);
  });

  test('in another currency is not paid by the code of rouble payments', () => {
    const documents = [{ ...printedDocument, currency: 'USD' }];
    expect(paper(printSample('invoice', { documents }))).not.toContain('qr:');
  });
});

test('the text of a payment: order and lengths of ГОСТ Р 56042-2014, no bar inside of a value, nothing without a field that must be there', () => {
  const order = {
    ...{ name: 'ООО «А|Б»', account: '40702810400000000017', bankName: 'Б'.repeat(80), bik: '044525225' },
    ...{ corrAccount: null, inn: '7707083893', kpp: null, sum: 100, purpose: 'За\nтрубы' },
  };
  expect(paymentCode(order)).toBe(
    `ST00012|Name=ООО «А/Б»|PersonalAcc=40702810400000000017|BankName=${'Б'.repeat(45)}|BIC=044525225|CorrespAcc=0|Sum=100|Purpose=За трубы|PayeeINN=7707083893`,
  );
  expect(paymentCode({ ...order, bik: '' })).toBeNull();
  expect(paymentCode({ ...order, account: '123' })).toBeNull();
});

test.each(printFormNames)('%s: what the company leaves out is not on the paper, everything else stays', (form) => {
  const whole = makePaper(printSample(form)).blocks;
  for (const block of printParts[form].blocks) {
    const settings = { ...shippedSettings, off: [block] };
    expect(wordsOf(makePaper(printSample(form, { settings })).blocks), block).not.toBe(wordsOf(whole));
  }
  expect(makePaper(printSample(form))).toEqual(makePaper(printSample(form)));
});

test('heading, signatures and the line at the foot are those of the company', () => {
  const settings = {
    ...shippedSettings,
    ...{ heading: 'Карта документа', note: 'Хранить 5 лет' },
    signatures: [{ position: 'Архивариус', name: 'Петров П. П.' }],
  };
  const made = makePaper(printSample('card', { settings }));
  expect(wordsOf(made.blocks)).toContain('Карта документа');
  expect(wordsOf(made.blocks)).toContain('Архивариус Петров П. П.');
  expect(made.foot).toContain('Хранить 5 лет');
});

test('a list has a row for each document and a total for each currency', () => {
  const documents = [
    printedDocument,
    { ...printedDocument, amount: 100, currency: 'USD' },
    { ...printedDocument, amount: null },
  ];
  const words = paper(printSample('list', { documents }));
  expect(words).toContain('Всего документов 3');
  expect(words).toContain('1 234 567,89 ₽');
  expect(words).toContain('1,00 USD');
});

test('the inventory counts its documents in words and names the case', () => {
  const words = paper(printSample('inventory', { documents: Array.from({ length: 21 }, () => printedDocument) }));
  expect(words).toContain('Дело 01-05 «Переписка с поставщиками», 2026');
  expect(words).toContain('Итого документов: 21 (Двадцать один)');
  expect(missingFor(printSample('inventory', { caseFile: null }))).toEqual(['caseFile']);
});

test('the inventory names what did not go in, and has a line for a paper that its maker may not see', () => {
  const entries = [
    { number: '1', date: '2026-05-01', subject: 'Письмо' },
    { number: '2', date: '2026-05-02', subject: null },
  ];
  const data = printSample('inventory', { documents: [], contents: { entries, left: 17 } });
  const words = paper(data);
  expect(words).toContain('2 2 02.05.2026 Документ ограниченного доступа');
  expect(words).toContain('В опись не вошли документы дела, число: 17');
  expect(words).toContain('Итого документов: 2 (Два)');
  expect(missingFor(data)).toEqual([]);
});

test('a postcode is told from the address wherever it stands', () => {
  expect(splitPostcode('630099, Новосибирск, ул. Ленина, д. 1')).toEqual({
    postcode: '630099',
    rest: 'Новосибирск, ул. Ленина, д. 1',
  });
  expect(splitPostcode('Новосибирск, д. 1, 630099')).toEqual({ postcode: '630099', rest: 'Новосибирск, д. 1' });
  expect(splitPostcode('Мкр. 1234567, д. 5')).toEqual({ postcode: null, rest: 'Мкр. 1234567, д. 5' });
  expect(
    missingFor(
      printSample('envelope', { documents: [{ ...printedDocument, counterparty: { ...theirs, address: null } }] }),
    ),
  ).toEqual(['address']);
});

test('an English paper has no Russian word of ours', () => {
  const bare = {
    ...printedDocument,
    counterparty: null,
    basis: null,
    registration: null,
    own: [],
    lines: [],
    files: [],
  };
  const english = { ...bare, subject: 'Pipes', branch: 'Moscow', responsible: null, author: null, number: '12' };
  const organization = { ...theirs, name: 'North LLC', address: null };
  for (const form of printFormNames) {
    const data = printSample(form, { language: 'en', organization, documents: [english], caseFile: null });
    expect(paper(data), form).not.toMatch(/[а-яё]/i);
  }
});

test.each([
  [0, 'ноль рублей 00 копеек'],
  [1, 'ноль рублей 01 копейка'],
  [100, 'один рубль 00 копеек'],
  [200_00, 'двести рублей 00 копеек'],
  [1_100_22, 'одна тысяча сто рублей 22 копейки'],
  [2_011_11, 'две тысячи одиннадцать рублей 11 копеек'],
  [21_000_01, 'двадцать одна тысяча рублей 01 копейка'],
  [1_000_000_00, 'один миллион рублей 00 копеек'],
  [
    999_999_999_99,
    'девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять рублей 99 копеек',
  ],
  [2_000_000_000_04, 'два миллиарда рублей 04 копейки'],
])('%d kopecks in words', (kopecks, words) => {
  expect(amountInWords(kopecks)).toBe(words);
});
