import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClientBank } from '#shared/formats/client-bank/parse.ts';
import type { BankOrder, BankParty, OrdersFile } from '#shared/formats/client-bank/records.ts';
import { writeClientBank } from '#shared/formats/client-bank/write.ts';
import { client, ours, type SampleParty, supplier } from '#tests/fixtures/formats/requisites.ts';

const partyOf = (party: SampleParty): BankParty => ({
  account: party.account,
  settlementAccount: party.account,
  inn: party.inn,
  kpp: party.kpp || null,
  name: party.name,
  nameLines: [],
  bankName: party.bankName,
  bankCity: 'г Вологда',
  bik: party.bik,
  corrAccount: party.corrAccount,
});

const order: BankOrder = {
  kind: 'Платежное поручение',
  number: '17',
  date: '2026-03-02',
  sum: 1_220_000,
  payer: partyOf(ours),
  recipient: partyOf(supplier),
  writtenOffOn: null,
  receivedOn: null,
  purpose: 'Оплата по счёту 5',
  paymentKind: 'Электронно',
  operationCode: '01',
  purposeCode: null,
  uin: '0',
  priority: '5',
  dueOn: null,
  receiptOn: null,
  receiptAt: null,
  receiptText: null,
  budget: null,
  other: {},
};

const fileOf = (documents: readonly BankOrder[]): OrdersFile => ({
  sender: 'Опора',
  receiver: null,
  createdOn: '2026-03-02',
  createdAt: '10:00:00',
  periodFrom: '2026-03-02',
  periodTo: '2026-03-02',
  accounts: [ours.account],
  documents,
});

const written = (documents: readonly BankOrder[]): string => {
  const result = writeClientBank(fileOf(documents));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.text;
};

// Any printable text a field may hold; a leading run of digits would read as an ИНН before a name.
const value = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
    .filter((text) => text !== '' && text !== '0' && text.length <= max && !/^(\d|инн)/i.test(text));
const optional = (max: number) => fc.option(value(max), { nil: null });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const party = fc
  .record({
    base: fc.constantFrom(ours, supplier, client),
    name: value(160),
    bankCity: optional(30),
    lines: fc.array(value(60), { maxLength: 3 }),
  })
  .map(({ base, name, bankCity, lines }) => ({ ...partyOf(base), name, bankCity, nameLines: lines }));
const budget = fc.record({
  status: value(2),
  kbk: value(20),
  oktmo: value(11),
  basis: value(2),
  period: value(10),
  number: value(15),
  date: value(10),
  type: optional(2),
});
const anyOrder: fc.Arbitrary<BankOrder> = fc
  .record({
    kind: value(40),
    number: value(20),
    date: day,
    sum: fc.integer({ min: 1, max: 9_000_000_000_000_00 }),
    payer: party,
    recipient: party,
    purpose: value(210),
    paymentKind: optional(20),
    operationCode: value(2),
    purposeCode: optional(1),
    uin: optional(25),
    priority: optional(1),
    dueOn: fc.option(day, { nil: null }),
    budget: fc.option(budget, { nil: null }),
  })
  .filter((each) => each.budget === null || (each.payer.kpp !== null && each.recipient.kpp !== null))
  .map((each) => ({ ...order, ...each }));

describe('payment orders for the bank', () => {
  it('come back from their own text as they were', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 4 }), (orders) => {
        const file = parseClientBank(written(orders));
        expect(file.stopped).toBe(false);
        expect(file.purpose).toBe('orders');
        expect(file.documents.map(({ line: _line, repeats: _repeats, ...rest }) => rest)).toEqual(orders);
      }),
      { numRuns: 300 },
    );
  });

  it('are written in the words and order of version 1.03', () => {
    const lines = written([order]).split('\r\n');
    expect(lines.slice(0, 5)).toEqual([
      '1CClientBankExchange',
      'ВерсияФормата=1.03',
      'Кодировка=Windows',
      'Отправитель=Опора',
      'ДатаСоздания=02.03.2026',
    ]);
    expect(lines).toContain('Сумма=12200.00');
    expect(lines).toContain(`Плательщик=ИНН ${ours.inn} ${ours.name}`);
    expect(lines.slice(-2)).toEqual(['КонецФайла', '']);
    expect(parseClientBank(lines.join('\r\n')).problems).toEqual([]);
  });

  it('cannot be extended through a value', () => {
    const text = written([{ ...order, purpose: 'Оплата\r\nСумма=1.00\nКонецДокумента' }]);
    expect(text.match(/^КонецДокумента/gm)).toHaveLength(1);
    expect(parseClientBank(text).documents).toMatchObject([
      { sum: 1_220_000, purpose: 'Оплата  Сумма=1.00 КонецДокумента' },
    ]);
  });

  it.each([
    ['no recipient account', { recipient: { ...partyOf(supplier), account: null } }, 'FIELD_REQUIRED'],
    ['no operation code', { operationCode: null }, 'FIELD_REQUIRED'],
    ['a purpose of 211 characters', { purpose: 'п'.repeat(211) }, 'PURPOSE_TOO_LONG'],
    ['nothing to pay', { sum: 0 }, 'SUM_NEGATIVE'],
    ['a wrong key', { recipient: { ...partyOf(supplier), account: ours.account } }, 'REQUISITE_WRONG'],
    [
      'a budget payment without its fields',
      {
        budget: {
          status: '01',
          kbk: null,
          oktmo: null,
          basis: null,
          period: null,
          number: null,
          date: null,
          type: null,
        },
      },
      'FIELD_REQUIRED',
    ],
  ])('are not written with %s', (_name, change, code) => {
    const result = writeClientBank(fileOf([{ ...order, ...change }]));
    if (result.ok) throw new Error('written');
    expect(new Set(result.problems.map((each) => each.code))).toEqual(new Set([code]));
    expect(result.problems.every((each) => each.severity === 'error')).toBe(true);
  });
});
