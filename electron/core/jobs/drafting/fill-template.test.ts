import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { supplyRows } from '#tests/fixtures/templates/drafting-rows.ts';
import { grid, listPara, para, wordFile } from '#tests/fixtures/templates/word-file.ts';
import { draftingData } from './drafting-data.ts';
import { fillTemplate } from './fill-template.ts';
import type { TagTree } from './tag-tree.ts';

const tree = draftingData(supplyRows);

async function filled(body: string, data: TagTree = tree, extra = {}): Promise<Uint8Array> {
  const result = await fillTemplate(wordFile(body, extra), data);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.bytes;
}
const textOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.split('\n\n').filter((line) => line !== '');
const fill = async (...lines: string[]): Promise<string[]> =>
  textOf(await filled(lines.map((line) => para(line)).join('')));
const xmlOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('values in a template', () => {
  test.each([
    ['{Номер} от {Дата}', 'ДП-17/26 от 13.05.2026'],
    ['{Дата словами} / {Дата прописью}', '13 мая 2026 г. / тринадцатое мая две тысячи двадцать шестого года'],
    ['{Сумма}', '12 480 000,00'],
    ['{сумма прописью}', 'двенадцать миллионов четыреста восемьдесят тысяч рублей 00 копеек'],
    ['{Сумма | прописью | с заглавной}', 'Двенадцать миллионов четыреста восемьдесят тысяч рублей 00 копеек'],
    ['{Сумма полностью}', '12 480 000 (двенадцать миллионов четыреста восемьдесят тысяч) рублей 00 копеек'],
    ['{Контрагент}', 'ООО «Сибирские технологии»'],
    ['{Контрагент.Полное имя}', 'Общество с ограниченной ответственностью «Сибирские технологии»'],
    ['{Организация.Директор|родительный}', 'Ярцева Михаила Юрьевича'],
    ['{Организация.Директор в дательном падеже}', 'Ярцеву Михаилу Юрьевичу'],
    ['{Организация.Директор|творительный|инициалы}', 'М. Ю. Ярцевым'],
    ['{Организация.Должность в родительном}', 'генерального директора'],
    [
      '{Контрагент.В лице}',
      'в лице коммерческого директора Крыловой Анны Петровны, действующей на основании доверенности № 5 от 12.01.2026',
    ],
    [
      '{Counterparty.Full name}, {Amount in words}',
      'Общество с ограниченной ответственностью «Сибирские технологии», двенадцать миллионов четыреста восемьдесят тысяч рублей 00 копеек',
    ],
    ['{Поле.Условия поставки} {Поле.Обеспечение} {Поле.Открытие склада словами}', 'DAP 50 000,00 1 июня 2026 г.'],
    ['{Поле.Гарантия, мес} {Поле.warranty прописью}', '24 двадцать четыре'],
    ['{\u200bСУММА\u00a0без  НДС}', '10 229 508,20'],
    ['{Ставка НДС} {Основной договор.Номер} {Ответственный с инициалами}', '22% ДП-1/25 О. Басов'],
  ])('%s', async (template, text) => {
    expect((await fill(template)).map(plain)).toEqual([text]);
  });

  test('a tag that Word has split over runs, in bold in the middle', async () => {
    const bytes = await filled(para('Сумма: {Сум', 'ма про', 'писью', '} без', ' скидки') + para('{', 'Номер', '}'));
    expect(await textOf(bytes)).toEqual([
      'Сумма: двенадцать миллионов четыреста восемьдесят тысяч рублей 00 копеек без скидки',
      'ДП-17/26',
    ]);
  });

  test('line breaks stand where the tag stood, quotes and angle brackets stay, control and hidden characters go', async () => {
    const data: TagTree = [
      { names: ['Х'], value: { type: 'text', text: 'A & "B"\r\n<script>\u0000\u202e\u200b\ud800 {Номер}\nв конце' } },
    ];
    const bytes = await filled(para('до {Х} после'), data);
    expect(xmlOf(bytes)).toContain('&lt;script&gt;');
    const order = [...xmlOf(bytes).matchAll(/<w:t [^>]*>([^<]*)<|<w:br\/>/g)].map((found) => found[1] ?? '↵');
    expect(order).toEqual([
      'до ',
      'A &amp; &quot;B&quot;',
      '↵',
      '&lt;script&gt;\ufffd {Номер}',
      '↵',
      'в конце',
      ' после',
    ]);
  });

  test('a value of 100,000 characters', async () => {
    const long = 'Щ<&'.repeat(33_334);
    const [text = ''] = await textOf(
      await filled(para('{Х}'), [{ names: ['Х'], value: { type: 'text', text: long } }]),
    );
    expect(text).toBe(long);
  });

  test('what has no value is a line to be filled by hand, and is named', async () => {
    const result = await fillTemplate(wordFile(para('Р/с {Контрагент.Счёт}, {Номер}')), tree);
    expect(result).toMatchObject({ empty: ['{Контрагент.Счёт}'] });
    if ('bytes' in result) expect(await textOf(result.bytes)).toEqual(['Р/с ________, ДП-17/26']);
  });

  test('headers are filled too, and equal input gives equal bytes', async () => {
    const make = () => filled(para('{Номер}'), tree, { header: 'Договор {Номер}' });
    const bytes = await make();
    expect(strFromU8(unzipSync(bytes)['word/header1.xml'] ?? new Uint8Array())).toMatch(/Договор <.*>ДП-17\/26</);
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await make()))).toBe(0);
  });
});

describe('loops and conditions', () => {
  test('rows of a table, with the names of the row before those of the contract', async () => {
    const body = grid(['№', 'Товар', 'Сумма'], ['{#Строки}{№}', '{Наименование} {Номер}', '{Сумма} {Валюта}{/Строки}']);
    expect((await textOf(await filled(body))).map(plain)).toEqual([
      '№',
      'Товар',
      'Сумма',
      ...[1, 2, 3].flatMap((n) => [String(n), `Кабель ВВГнг ${n}×2,5 ${n}`, '416 000,00 RUB']),
    ]);
  });

  test('an empty list leaves no row, and its tags are known all the same', async () => {
    const body = grid(['Товар'], ['{#Строки}{Наименование}{/Строки}']) + para('конец');
    const bytes = await filled(body, draftingData({ ...supplyRows, lines: [] }));
    expect(await textOf(bytes)).toEqual(['Товар', 'конец']);
  });

  test('conditions that take whole paragraphs leave no empty one behind', async () => {
    const body = [
      listPara('{#если НДС}НДС {Ставка НДС}{/НДС}'),
      listPara('{#нет НДС}Без НДС{/НДС}'),
      para('{#если Продление}'),
      listPara('Продлевается'),
      listPara('на год'),
      para('{/Продление}'),
      para('конец'),
    ].join('');
    const withVat = await filled(body);
    expect(await textOf(withVat)).toEqual(['НДС 22%', 'Продлевается', 'на год', 'конец']);
    expect(xmlOf(withVat).match(/<w:p[ >]/g)).toHaveLength(4);
    const rows = { ...supplyRows, document: { ...supplyRows.document, vatAmount: 0, renewal: 'none' as const } };
    const without = await filled(body, draftingData(rows));
    expect(await textOf(without)).toEqual(['Без НДС', 'конец']);
    expect(xmlOf(without).match(/<w:p[ >]/g)).toHaveLength(2);
  });

  test('a condition inside a line stays inside of it', async () => {
    expect(await fill('Цена {#если НДС}с НДС{/НДС}{#не НДС}без НДС{/} договора')).toEqual(['Цена с НДС договора']);
  });

  test('clauses come each in a paragraph of their own', async () => {
    expect(await fill('{#Пункты}{Номер}. {Текст}{/Пункты}')).toEqual([
      '1. Ответственность не превышает цены договора.',
      '2. Экземпляр возвращается в течение 20 дней.',
    ]);
  });

  test('a loop in a cell that ends up empty keeps the cell whole', async () => {
    const bytes = await filled(grid(['{#Пункты}{Текст}{/Пункты}']), draftingData({ ...supplyRows, clauses: [] }));
    expect(xmlOf(bytes)).toMatch(/<w:tc>.*<w:p\/><\/w:tc>/);
  });

  test('a loop inside a loop', async () => {
    const rows = { ...supplyRows, counterpartyAccounts: supplyRows.organizationAccounts };
    expect(
      await textOf(
        await filled(
          para('{#если Контрагент.Счета}{#Контрагент.Счета}{Счёт}: {#Строки}{№};{/Строки}{/}{/}'),
          draftingData(rows),
        ),
      ),
    ).toEqual(['40702810801400016513: 1;2;3;']);
  });

  test('pictures and links', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    );
    const data: TagTree = [
      { names: ['Логотип'], value: { type: 'image', bytes: png, format: 'image/png', width: 10, height: 10 } },
      { names: ['Сайт'], value: { type: 'link', text: 'сайт', target: 'https://example.test' } },
      { names: ['Плохо'], value: { type: 'link', text: 'щёлк', target: 'javascript:alert(1)' } },
    ];
    const bytes = await filled(para('{Логотип}') + para('{Сайт} {Плохо}'), data);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).some((name) => name.startsWith('word/media/'))).toBe(true);
    const links = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
    expect(links).toContain('https://example.test');
    expect(links).not.toContain('javascript');
    expect(await textOf(bytes)).toEqual(['сайт щёлк']);
  });
});
