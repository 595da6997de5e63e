import { beforeEach, describe, expect, test } from 'vitest';
import type { ArgsOf } from '#shared/commands/registry.ts';
import { counterpartyForm, fileForm, importForm } from '#tests/fixtures/kernel/forms.ts';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import {
  clerk,
  counterpartyRow,
  director,
  kazan,
  moscow,
  otherInn,
  rowId,
  stranger,
} from '#tests/fixtures/kernel/rows.ts';

interface Imported {
  id: string;
  created: boolean;
  counterparty: string | null;
  counterpartyCreated: boolean;
  accounts: number;
  differs: { field: string; stored: unknown; file: unknown }[];
}
type Form = Partial<ArgsOf<'document.import'>>;

const party = rowId(3, 1);
const line = { name: 'Бумага', unit: 'пач', quantity: '2', price: '250.00', vatRate: '20%' };
const sums = { sumWithoutVat: 50_000, vatSum: 10_000, sum: 60_000 };
const account = { account: '40702810400000000001', bik: null, bankName: null, corrAccount: null, currency: 'RUB' };

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
});
const bring = (given: Form = {}, as = clerk): Imported =>
  resultOf<Imported>(rows.run('document.import', importForm(given), { as }));

describe('document.import', () => {
  test('makes no paper of a request: that has a request of its own', () => {
    expect(codeOf(rows.run('document.import', importForm({ kind: 'application' }), { as: clerk }))).toBe('DENIED');
  });

  test('a paper with its party, its accounts, its lines in order and the original', () => {
    const accounts = [
      { ...account, own: false },
      { ...account, account: '40702810400000000002', own: true },
    ];
    const lines = [
      { ...line, ...sums },
      { ...line, ...sums, name: 'Ручки' },
    ];
    const done = bring({ accounts, lines, file: fileForm() });
    expect(done).toMatchObject({ created: true, counterpartyCreated: true, accounts: 2, differs: [] });
    expect(rows.get('document', done.id)).toMatchObject({
      state: 'reg',
      counterpartyId: done.counterparty,
      sourceKey: 'client-bank:1',
      sourceFormat: 'client-bank 1.03',
      authorId: clerk,
    });
    expect(
      rows
        .all('document_line')
        .map((one) => [one.position, one.name])
        .sort(),
    ).toEqual([
      [1, 'Бумага'],
      [2, 'Ручки'],
    ]);
    expect(new Set(rows.all('bank_account').map((one) => one.counterpartyId))).toEqual(
      new Set([done.counterparty, null]),
    );
    expect(rows.all('attachment')).toMatchObject([{ documentId: done.id, verifiedAt: null }]);
  });

  test('the same paper again, at another workstation, creates nothing', () => {
    const first = bring();
    const before = [...rows.rows];
    expect(bring({}, director)).toEqual({
      id: first.id,
      created: false,
      counterparty: null,
      counterpartyCreated: false,
      accounts: 0,
      differs: [],
    });
    expect([...rows.rows]).toEqual(before);
  });

  test('what differs from the stored paper is told and never overwritten', () => {
    const { id } = bring();
    const again = bring({ amount: 500_001, date: '2026-05-11' });
    expect(again.differs).toEqual([
      { field: 'date', stored: '2026-05-10', file: '2026-05-11' },
      { field: 'amount', stored: 500_000, file: 500_001 },
    ]);
    expect(rows.get('document', id).amount).toBe(500_000);
  });

  test('of a paper out of sight nothing but its existence is told', () => {
    bring();
    const again = bring({ amount: 1, branchId: kazan }, stranger);
    expect(again).toMatchObject({ created: false, differs: [] });
    expect(rows.all('document')).toHaveLength(1);
  });

  test('a party is found by ИНН+КПП, by its ИНН alone when the file has no КПП, else created', () => {
    rows.put('counterparty', counterpartyRow(party));
    expect(bring({ key: '1' })).toMatchObject({ counterparty: party, counterpartyCreated: false });
    expect(bring({ key: '2', counterparty: counterpartyForm({ kpp: null }) }).counterparty).toBe(party);
    const office = bring({ key: '3', counterparty: counterpartyForm({ kpp: '540501001' }) });
    expect(office).toMatchObject({ counterpartyCreated: true });
    expect(bring({ key: '4', counterparty: counterpartyForm({ inn: otherInn }) }).counterpartyCreated).toBe(true);
    expect(bring({ key: '5', counterparty: null })).toMatchObject({ counterparty: null, counterpartyCreated: false });
    expect(rows.all('counterparty')).toHaveLength(3);
  });

  test('a party without an ИНН cannot be recognised: each paper brings its own', () => {
    const nameless = counterpartyForm({ inn: null, kpp: null, name: 'Наличные' });
    expect(bring({ key: '1', counterparty: nameless }).counterpartyCreated).toBe(true);
    expect(bring({ key: '2', counterparty: nameless }).counterpartyCreated).toBe(true);
  });

  test('a known account is not added again; one of nobody is left out', () => {
    const accounts = [{ ...account, own: false }];
    expect(bring({ key: '1', accounts }).accounts).toBe(1);
    expect(bring({ key: '2', accounts }).accounts).toBe(0);
    expect(
      bring({ key: '3', counterparty: null, accounts: [{ ...account, bik: '044525225', own: false }] }),
    ).toMatchObject({
      accounts: 0,
    });
    expect(rows.all('bank_account')).toHaveLength(1);
  });

  test('the next paper finds the party that the one before has made', () => {
    const first = bring({ key: '1' });
    expect(bring({ key: '2' })).toMatchObject({ counterparty: first.counterparty, counterpartyCreated: false });
  });

  test.each<[string, Form, string]>([
    ['no key', { key: '' }, 'BAD_INPUT'],
    ['a key of 201 characters', { key: 'k'.repeat(201) }, 'TOO_LONG'],
    ['eleven accounts', { accounts: Array.from({ length: 11 }, () => ({ ...account, own: true })) }, 'TOO_LONG'],
    ['a branch where the person may not file', { branchId: kazan }, 'DENIED'],
    ['a branch that is no id', { branchId: 'здесь' }, 'DENIED'],
    ['a responsible person who does not exist', { responsibleId: rowId(2, 99) }, 'NOT_FOUND'],
    ['a date that is none', { date: '10.05.2026' }, 'BAD_INPUT'],
    ['a line name of 2,001 characters', { lines: [{ ...line, ...sums, name: 'я'.repeat(2_001) }] }, 'TOO_LONG'],
  ])('%s is refused and leaves nothing', (_case, given, code) => {
    const before = [...rows.rows];
    expect(codeOf(rows.run('document.import', importForm(given), { as: clerk }))).toBe(code);
    expect([...rows.rows]).toEqual(before);
  });

  test('an import keeps what a bank wrote, even an ИНН that does not pass its check', () => {
    const done = bring({ counterparty: counterpartyForm({ inn: '7707083894' }), branchId: moscow });
    expect(rows.get('counterparty', done.counterparty as string).inn).toBe('7707083894');
  });
});
