import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUniversalTransfer } from '#shared/formats/universal-transfer/parse.ts';
import type { SellerTitle } from '#shared/formats/universal-transfer/records.ts';
import { vatOf, vatRule } from '#shared/formats/universal-transfer/vat.ts';
import { client, ours, supplier } from '#tests/fixtures/formats/requisites.ts';
import { buyerXml, sampleFileId, sampleRows, transferXml } from '#tests/fixtures/formats/universal-transfer.ts';

const seller = (xml: string): SellerTitle => {
  const { document } = parseUniversalTransfer(xml);
  if (document?.knd !== '1115131') throw new Error('no seller title');
  return document;
};
const codes = (xml: string, options = {}) =>
  parseUniversalTransfer(xml, options).problems.map((each) => [each.code, each.line]);

describe("a seller's title", () => {
  it.each(['5.01', '5.02', '5.03'] as const)('of %s is read whole without a complaint', (version) => {
    const xml = transferXml({ version, correction: { number: '2', date: '12.03.2026' } });
    expect(codes(xml, { fileName: `/in/${sampleFileId}.xml` })).toEqual([]);
    expect(seller(xml)).toMatchObject({
      version,
      function: 'СЧФДОП',
      number: 'С-15',
      date: '2026-03-10',
      currency: 'RUB',
      correction: { number: '2', date: '2026-03-12' },
      sellers: [
        {
          kind: 'legal',
          name: supplier.name,
          inn: supplier.inn,
          kpp: supplier.kpp,
          account: supplier.account,
          bik: supplier.bik,
          address: '160000, Вологодская область, Вологда, Льняная, д. 5',
        },
      ],
      buyers: [{ inn: ours.inn }],
      totals: { sumWithoutVat: 160_000, vatSum: 23_000, sum: 183_000 },
      transfer: {
        content: 'Товары переданы',
        date: '2026-03-10',
        basis: [{ name: 'Договор', number: '7/26', date: '2026-02-01' }],
      },
      signers: [{ name: 'Иванова Анна Петровна', position: 'Директор' }],
    });
    expect(
      seller(xml).lines.map((row) => [
        row.position,
        row.name,
        row.unit,
        row.quantity,
        row.price,
        row.vatRate,
        row.vatSum,
        row.sum,
      ]),
    ).toEqual([
      [1, 'Ткань «Лён» & К°', 'шт', '10', '100', '22%', 22_000, 122_000],
      [2, 'Нитки', 'шт', '2.5', '40', '10%', 1_000, 11_000],
      [3, 'Доставка', 'шт', '1', '500', 'без НДС', null, 50_000],
    ]);
  });

  it('names an entrepreneur by his name', () => {
    expect(seller(transferXml({ seller: client })).sellers).toMatchObject([
      { kind: 'entrepreneur', name: 'Ёлкин Пётр Ильич', inn: client.inn, kpp: null },
    ]);
  });

  const row = (change: Partial<(typeof sampleRows)[number]>) => [
    { ...sampleRows[0], ...change } as (typeof sampleRows)[number],
  ];
  const totals = (net: string, vat: string | null, gross: string) => ({ net, vat, gross });
  it.each([
    ['VAT one kopeck off', row({ vat: '220.01', gross: '1220.01' }), totals('1000.00', '220.01', '1220.01'), []],
    [
      'VAT two kopecks off',
      row({ vat: '220.02', gross: '1220.02' }),
      totals('1000.00', '220.02', '1220.02'),
      [['LINE_VAT_DIFFERS', 19]],
    ],
    [
      '20/120 inside',
      row({ rate: '20/120', vat: '200.00', net: '1200.00', gross: '1200.00', price: '120.00' }),
      totals('1200.00', '200.00', '1200.00'),
      [],
    ],
    [
      '22/122 inside, wrong',
      row({ rate: '22/122', vat: '100.00', net: '1220.00', gross: '1220.00', price: '122.00' }),
      totals('1220.00', '100.00', '1220.00'),
      [['LINE_VAT_DIFFERS', 19]],
    ],
    ['без НДС with VAT', row({ rate: 'без НДС' }), totals('1000.00', '220.00', '1220.00'), [['LINE_VAT_DIFFERS', 19]]],
    [
      'an agent',
      row({ rate: 'НДС исчисляется налоговым агентом', vat: null, gross: '1000.00' }),
      totals('1000.00', null, '1000.00'),
      [],
    ],
    ['a rate never in force', row({ rate: '13%' }), totals('1000.00', '220.00', '1220.00'), [['VAT_RATE_UNKNOWN', 19]]],
    [
      'gross ≠ net + VAT',
      row({ gross: '1300.00' }),
      totals('1000.00', '220.00', '1300.00'),
      [['LINE_TOTAL_DIFFERS', 19]],
    ],
    [
      'net ≠ quantity × price',
      row({ quantity: '11' }),
      totals('1000.00', '220.00', '1220.00'),
      [['LINE_PRICE_DIFFERS', 19]],
    ],
    ['a price rounded from a sum', row({ quantity: '300', price: '3.33' }), totals('1000.00', '220.00', '1220.00'), []],
    ['rows ≠ total', row({}), totals('1000.00', '220.00', '1220.10'), [['TOTAL_DIFFERS', 20]]],
    [
      'a sum that is none',
      row({ gross: 'много' }),
      totals('1000.00', '220.00', '1220.00'),
      [['LINE_SUM_UNREADABLE', 19]],
    ],
    [
      'a quantity that is none',
      row({ quantity: 'десять' }),
      totals('1000.00', '220.00', '1220.00'),
      [['VALUE_UNREADABLE', 19]],
    ],
  ])('%s', (_name, rows, sums, expected) => {
    expect(codes(transferXml({ rows, totals: sums }))).toEqual(expected);
  });

  it('reports what is odd and still reads', () => {
    expect(codes(transferXml({ version: '9.99' }))).toEqual([['VERSION_UNKNOWN', 2]]);
    expect(codes(transferXml({ function: 'ФУНК' }))).toEqual([['FUNCTION_UNKNOWN', 3]]);
    expect(codes(transferXml(), { fileName: 'УПД от поставщика.XML' })).toEqual([['FILE_NAME_DIFFERS', 2]]);
    expect(
      codes(transferXml({ seller: { ...supplier, inn: ours.inn.replace(/.$/, (d) => String((Number(d) + 1) % 10)) } })),
    ).toEqual([['REQUISITE_WRONG', 7]]);
    expect(codes(transferXml().replace(/<ДенИзм[^>]*>/, ''))).toEqual([['CURRENCY_MISSING', 4]]);
    expect(codes(transferXml(), { declaredEncoding: 'utf-8', encoding: 'windows-1251' })).toEqual([
      ['ENCODING_DIFFERS', 1],
    ]);
  });

  it('is refused without number, date or invoice, or as another document', () => {
    for (const [xml, code] of [
      [transferXml({ number: '' }), 'DOCUMENT_NUMBER_MISSING'],
      [transferXml({ date: '10.13.2026' }), 'DOCUMENT_DATE_UNREADABLE'],
      [transferXml({ knd: '1115110' }), 'WRONG_KND'],
      [transferXml().replaceAll('СвСчФакт', 'СвИной'), 'STRUCTURE_MISSING'],
      ['<Файл/>', 'NOT_FNS_FILE'],
    ] as const) {
      const file = parseUniversalTransfer(xml);
      expect([file.document, file.stopped, file.problems.map((each) => each.code)]).toEqual([null, true, [code]]);
    }
  });

  it('is refused when it is cut at any place', () => {
    const xml = transferXml();
    for (let at = 60; at < xml.trimEnd().length; at += 97) {
      expect(parseUniversalTransfer(xml.slice(0, at))).toMatchObject({ stopped: true, document: null });
    }
  });

  it('keeps a title of a hundred thousand characters, quotes, SQL and direction marks as written', () => {
    const name = `${"'; DROP TABLE document; -- \u202E\u200B".repeat(4_000)}"<&>`;
    const rows = [{ ...sampleRows[2], name } as (typeof sampleRows)[number]];
    expect(seller(transferXml({ rows, totals: totals('500.00', null, '500.00') })).lines[0]?.name).toBe(name);
  });
});

describe("a buyer's title", () => {
  it.each([
    ['1', 'accepted'],
    ['2', 'accepted_with_differences'],
    ['3', 'refused'],
    ['7', null],
  ])('with КодИтога %s is %s', (code, result) => {
    const file = parseUniversalTransfer(buyerXml(code));
    expect(file.problems).toEqual([]);
    expect(file.document).toMatchObject({
      knd: '1115132',
      sellerFileId: sampleFileId,
      number: 'С-15',
      date: '2026-03-10',
      result,
      acceptedOn: '2026-03-11',
    });
  });
});

describe('VAT', () => {
  it('knows every rate of the format and no other', () => {
    for (const rate of [
      '0%',
      '5%',
      '7%',
      '10%',
      '18%',
      '20%',
      '22%',
      '20/120',
      '22/122',
      '10/110',
      '5/105',
      'без НДС',
    ]) {
      expect(vatRule(rate).rule).not.toBe('unknown');
    }
    for (const rate of ['22', '13%', '22/120', '', '100%', '22%%']) expect(vatRule(rate).rule).toBe('unknown');
  });

  it('inside a gross sum is the VAT on top of its net sum, up to a kopeck', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.constantFrom(5, 7, 10, 18, 20, 22),
        (net, percent) => {
          const onTop = vatOf(vatRule(`${percent}%`), net, null) ?? 0;
          const inside = vatOf(vatRule(`${percent}/${100 + percent}`), net, net + onTop) ?? 0;
          expect(Math.abs(onTop - inside)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
