import { describe, expect, it } from 'vitest';
import { parseClientBank } from '#shared/formats/client-bank/parse.ts';
import { planClientBank } from '#shared/formats/plan/plan-client-bank.ts';
import { planUniversalTransfer } from '#shared/formats/plan/plan-universal-transfer.ts';
import { parseUniversalTransfer } from '#shared/formats/universal-transfer/parse.ts';
import {
  paymentLines,
  type SamplePayment,
  samplePayments,
  statementLines,
} from '#tests/fixtures/formats/client-bank.ts';
import { client, ours, supplier } from '#tests/fixtures/formats/requisites.ts';
import { buyerXml, type SampleTransfer, sampleRows, transferXml } from '#tests/fixtures/formats/universal-transfer.ts';

const context = { fileHash: 'f00d', fileName: null, ownInns: [ours.inn] };
const statement = (lines: readonly string[], given = context) =>
  planClientBank(parseClientBank(lines.join('\n')), given);
const transfer = (sample: SampleTransfer, given = context) =>
  planUniversalTransfer(parseUniversalTransfer(transferXml(sample)), given);

describe('a statement becomes a plan', () => {
  const plan = statement(statementLines());

  it('with our side, the other sides and all accounts', () => {
    expect(plan.problems).toEqual([]);
    expect(plan.own).toMatchObject({ name: 'Опорный склад', legalForm: 'ООО', inn: ours.inn, kpp: ours.kpp });
    expect(plan.counterparties).toMatchObject([
      {
        ref: `inn:${supplier.inn}/${supplier.kpp}`,
        kind: 'legal',
        name: 'Северный лён',
        legalForm: 'АО',
        innProblem: null,
      },
      { ref: `inn:${client.inn}`, kind: 'entrepreneur', name: 'Ёлкин Пётр Ильич', legalForm: 'ИП', kpp: null },
    ]);
    expect(plan.accounts.map((each) => [each.account, each.counterpartyRef, each.problem])).toEqual([
      [ours.account, null, null],
      [supplier.account, `inn:${supplier.inn}/${supplier.kpp}`, null],
      [client.account, `inn:${client.inn}`, null],
    ]);
    expect(plan.balances).toMatchObject([{ opening: 10_000_000, closing: 13_780_000 }]);
  });

  it('with payments in and out', () => {
    expect(plan.documents).toMatchObject([
      {
        kind: 'payment_out',
        direction: 'out',
        number: '17',
        date: '2026-03-02',
        amount: 1_220_000,
        vatAmount: 220_000,
        currency: 'RUB',
        counterpartyRef: `inn:${supplier.inn}/${supplier.kpp}`,
        ownAccount: ours.account,
        counterpartyAccount: supplier.account,
        executedOn: '2026-03-02',
        subject: samplePayments[0]?.purpose,
        line: 20,
      },
      {
        kind: 'payment_in',
        direction: 'in',
        amount: 5_000_000,
        vatAmount: 0,
        counterpartyRef: `inn:${client.inn}`,
        line: 45,
      },
    ]);
  });

  it('whose keys hold over another encoding, an overlapping period, and another order of documents', () => {
    const keys = (lines: readonly string[]) => statement(lines).documents.map((each) => each.key);
    const third: SamplePayment = {
      number: '18',
      date: '04.03.2026',
      sum: '1.00',
      from: ours,
      to: client,
      purpose: 'Возврат',
    };
    const wider = statementLines({ payments: [third, ...samplePayments.toReversed()] });
    const first = keys(statementLines());
    expect(keys(statementLines({ encoding: 'DOS', version: '1.01' }))).toEqual(first);
    expect(keys(wider).filter((key) => first.includes(key))).toEqual(first.toReversed());
    expect(new Set(keys(wider)).size).toBe(3);
  });

  it('where a repetition is left out and another payment of the same number is not', () => {
    const [payment] = samplePayments;
    if (!payment) throw new Error('no sample');
    const other = { ...payment, purpose: 'Другое назначение' };
    const twice = statement(statementLines({ payments: [payment, payment, other] }));
    expect(twice.documents.map((each) => each.subject)).toEqual([payment.purpose, other.purpose]);
    expect(twice.documents[1]?.key).toBe(`${twice.documents[0]?.key}#2`);
  });

  it('where a transfer between own accounts is one document with the same key on both sides', () => {
    const second = { ...ours, account: client.account, bik: client.bik, corrAccount: client.corrAccount };
    const between = (from: typeof ours, to: typeof ours) =>
      paymentLines({ number: '9', date: '02.03.2026', sum: '5', from, to, purpose: 'Перевод' });
    const lines = (own: readonly string[]) => [
      '1CClientBankExchange',
      'ВерсияФормата=1.03',
      ...own.map((account) => `РасчСчет=${account}`),
      ...between(ours, second),
      'КонецФайла',
    ];
    const both = statement(lines([ours.account, second.account]));
    expect(both.documents).toMatchObject([{ direction: 'own', kind: 'payment_out', counterpartyRef: null }]);
    expect(both.accounts.every((each) => each.counterpartyRef === null)).toBe(true);
    for (const account of [ours.account, second.account]) {
      expect(statement(lines([account])).documents[0]?.key).toBe(both.documents[0]?.key);
    }
  });

  it('where orders to the bank are not executed and share the key of the payment in the statement', () => {
    const lines = statementLines()
      .toSpliced(10, 9)
      .filter((line) => !/^Дата(Списано|Поступило)/.test(line));
    const orders = statement(lines);
    expect(orders.documents.map((each) => each.executedOn)).toEqual([null, null]);
    expect(orders.documents.map((each) => each.key)).toEqual(plan.documents.map((each) => each.key));
  });

  it('where one company without and with КПП is one', () => {
    const [payment] = samplePayments;
    if (!payment) throw new Error('no sample');
    const without = { ...payment, number: '19', to: { ...supplier, kpp: '', name: 'АО «Северный лён»' } };
    const { counterparties } = statement(statementLines({ payments: [without, payment] }));
    expect(counterparties).toMatchObject([{ kpp: supplier.kpp, otherNames: [supplier.name] }]);
  });

  it('where texts are cut to the fields that hold them, and the cut is said', () => {
    const lines = statementLines().with(42, `НазначениеПлатежа=${'😀'.repeat(3_000)}`);
    const cut = statement(lines);
    expect(cut.documents[0]?.subject.length).toBeLessThanOrEqual(1_000);
    expect(cut.documents[0]?.subject.isWellFormed()).toBe(true);
    expect(cut.problems).toMatchObject([{ code: 'FIELD_CUT', line: 20, params: { field: 'subject', length: 6_000 } }]);
  });

  it('that imports nothing when the file is truncated, and warns when it is not ours', () => {
    const stopped = statement(statementLines().slice(0, 60));
    expect(stopped).toMatchObject({ stopped: true, documents: [], accounts: [], counterparties: [], balances: [] });
    expect(statement(statementLines(), { ...context, ownInns: [client.inn] }).problems).toMatchObject([
      { code: 'PARTY_NOT_OURS', params: { inn: ours.inn } },
    ]);
  });
});

describe('a УПД becomes a plan', () => {
  it('bought: the seller is the counterparty', () => {
    const plan = transfer({});
    expect(plan.problems).toEqual([]);
    expect(plan.counterparties).toMatchObject([{ inn: supplier.inn, name: 'Северный лён' }]);
    expect(plan.documents).toMatchObject([
      {
        key: `upd:${supplier.inn}:СЧФДОП:С-15:2026-03-10:`,
        kind: 'upd',
        direction: 'in',
        amount: 183_000,
        vatAmount: 23_000,
        subject: 'Ткань «Лён» & К°; Нитки; Доставка',
        basis: [{ name: 'Договор', number: '7/26' }],
      },
    ]);
    expect(plan.documents[0]?.lines).toHaveLength(3);
  });

  it('sold: the buyer is', () => {
    const plan = transfer({ seller: ours, buyer: client });
    expect(plan.counterparties).toMatchObject([{ inn: client.inn, kind: 'entrepreneur' }]);
    expect(plan.documents).toMatchObject([{ direction: 'out' }]);
    expect(plan.own?.inn).toBe(ours.inn);
  });

  it('of neither: a warning', () => {
    const plan = transfer({ seller: supplier, buyer: client });
    expect(plan.problems).toMatchObject([
      { code: 'PARTY_NOT_OURS', params: { seller: supplier.inn, buyer: client.inn } },
    ]);
  });

  it('by function, and a correction is another document', () => {
    expect(transfer({ function: 'СЧФ' }).documents[0]?.kind).toBe('vat_invoice');
    expect(transfer({ function: 'ДОП' }).documents[0]?.kind).toBe('upd');
    const corrected = transfer({ correction: { number: '1', date: '12.03.2026' } });
    expect(corrected.documents[0]?.key).toBe(`upd:${supplier.inn}:СЧФДОП:С-15:2026-03-10:1/2026-03-12`);
  });

  it('whose long texts fit the columns', () => {
    const rows = [
      {
        ...sampleRows[2],
        rate: 'НДС исчисляется налоговым агентом',
        name: 'я'.repeat(100_000),
      } as (typeof sampleRows)[number],
    ];
    const plan = transfer({ rows, number: 'Н'.repeat(500), totals: { net: '500.00', vat: null, gross: '500.00' } });
    const [document] = plan.documents;
    expect([
      document?.key.length,
      document?.number?.length,
      document?.lines[0]?.name.length,
      document?.lines[0]?.vatRate,
    ]).toEqual([200, 60, 2_000, 'налоговый агент']);
    expect(document?.subject).toHaveLength(300);
    expect(plan.problems.map((each) => each.code)).toEqual(['FIELD_CUT', 'FIELD_CUT']);
  });

  it("and a buyer's title is news about one, not a document", () => {
    const plan = planUniversalTransfer(parseUniversalTransfer(buyerXml('2')), context);
    expect(plan).toMatchObject({ documents: [], stopped: false, acceptance: { result: 'accepted_with_differences' } });
  });
});
