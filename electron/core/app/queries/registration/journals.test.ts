import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  documentRow,
  employeeRow,
  home,
  idAt,
  person,
  SmallOffice,
} from '#electron/core/app/queries/fixture/small-office.ts';
import { writeMeta } from '#electron/core/store/meta.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const [journalId, endless, blockId, farBlock, fileId] = [20, 21, 22, 23, 24].map(idAt) as [
  ...[string, string, string, string, string],
];
const period = '2023';

const journalRow = (id: string, given: Partial<RowOf<'journal'>> = {}): RowOf<'journal'> => ({
  ...{ id, name: 'Входящие', index: 'ВХ', branchId: home, kinds: ['incoming'], position: 1, createdAt: 1 },
  ...{ pattern: '{journal}-{branch}/{yyyy}-{seq:5}', period: 'year', startsAt: 1, startsIn: null },
  ...{ leaseSize: 10, archivedAt: null },
  ...given,
});
const blockRow = (id: string, from: number, to: number, client: string, deviceName: string) => ({
  ...{ id, journalId, period, from, to, client, deviceName, userId: person, grantedAt: 5, returnedAt: null },
});
const registrationRow = (n: number, given: Partial<RowOf<'registration'>>): RowOf<'registration'> => ({
  ...{ id: idAt(100 + n), documentId: idAt(1_000 + n), journalId, branchId: home, period, seq: n, blockId },
  ...{ number: `ВХ-НСК/2023-0000${n}`, date: '2023-11-14', caseFileId: null, authorId: person, registeredAt: 10 + n },
  ...{ receivedAt: 20, deviceName: 'НСК-01', insteadOf: null, numberBefore: null, stateBefore: 'draft' },
  ...{ isProvisional: false, voidedAt: null, voidedById: null, voidReason: null },
  ...given,
});

let office: SmallOffice;
beforeAll(() => {
  office = new SmallOffice();
  writeMeta(office.writer, 'client', 'here');
  writeMeta(office.writer, 'lastExchangeAt', 1_700_000_250_000);
  office.put('employee', employeeRow(person, 'Крылова Анна'));
  office.put('journal', journalRow(journalId));
  office.put('journal', journalRow(endless, { index: 'ПР', period: 'none', position: 2 }));
  office.put('case_file', {
    ...{ id: fileId, index: '01-05', title: 'Переписка', branchId: null, year: 2023, retention: 5, article: null },
    ...{ isEpk: false, openedOn: null, closedOn: null, createdAt: 1 },
  });
  office.put('number_block', blockRow(blockId, 1, 6, 'here', 'НСК-01'));
  office.put('number_block', blockRow(farBlock, 9, 12, 'far', 'НСК-02'));
  for (const n of [1, 2, 4]) office.put('document', documentRow(n));
  office.put('registration', registrationRow(1, { caseFileId: fileId }));
  office.put('registration', registrationRow(2, { voidedAt: 30, voidedById: person, voidReason: 'Не наше' }));
  // The document is confidential: only its number is here.
  office.put('registration', registrationRow(3, { caseFileId: fileId }));
  office.put('registration', registrationRow(4, { seq: null, number: null, blockId: null, isProvisional: true }));
});
afterAll(() => office.close());

describe('journals as their register shows them', () => {
  it('a journal tells how far it is, what this workstation gives next, and who else holds numbers', () => {
    const [line, other] = office.query('journal.list', {});
    expect(line).toMatchObject({ period, periods: [period], last: 3, left: 3, next: 4 });
    expect(line?.leases.map(({ deviceName, left, isHere }) => [deviceName, left, isHere])).toEqual([
      ['НСК-01', 3, true],
      ['НСК-02', 4, false],
    ]);
    // Granted at 5, and numbers of this workstation's have come at 20; of the other one nothing has been heard since.
    expect(line?.leases.map(({ heardAt }) => heardAt)).toEqual([20, 5]);
    expect(other).toMatchObject({ period: '-', last: null, left: 0, next: null, leases: [] });
  });

  it('entries stand with what waits for a number first, and a number whose document is hidden is there', () => {
    const place = { journalId, period };
    const found = office.query('registration.list', { place, start: 0, end: 3 });
    expect(found).toMatchObject({ total: 4, voided: 1, waiting: 1 });
    expect(found.rows.map(({ seq, subject }) => [seq, subject])).toEqual([
      [null, 'О поставке 4'],
      [3, null],
      [2, 'О поставке 2'],
    ]);
    const rest = office.query('registration.list', { place, start: 3, end: 10 });
    expect(rest.rows).toMatchObject([{ seq: 1, caseIndex: '01-05', authorName: 'Крылова Анна' }]);
  });

  it.each([
    ['ВХ-НСК/2023-00001', 3],
    ['2', 2],
    ['00003', 1],
    ['ВХ-НСК/2023-00009', null],
    ['письмо', null],
  ])('«%s» stands at %s', (number, index) => {
    expect(office.query('registration.position', { journalId, period, number })).toEqual({ index });
  });

  it('a case file counts what is filed in it, and shows the same', () => {
    expect(office.query('case_file.list', {})).toMatchObject([{ file: { id: fileId }, documents: 2 }]);
    const found = office.query('registration.list', { place: { caseFileId: fileId }, start: 0, end: 10 });
    expect(found.rows.map(({ seq }) => seq)).toEqual([3, 1]);
  });

  it('the register of gaps says until when the centre was heard, and what nobody has explained is counted', () => {
    const found = office.query('journal.gaps', { journalId, period });
    expect(found).toMatchObject({ highest: 12, registered: 2, knownUntil: 1_700_000_250_000 });
    expect(found?.gaps.map(({ from, to, cause }) => [from, to, cause])).toEqual([
      [2, 2, 'voided'],
      [4, 6, 'leased'],
      [7, 8, 'unexplained'],
      [9, 12, 'leased'],
    ]);
    expect(office.query('journal.unexplained', {})).toEqual([{ journalId, period, count: 2 }]);
    office.put('number_gap', {
      ...{ id: idAt(30), journalId, period, from: 7, to: 8, reason: 'damaged', note: 'Бланк', authorId: person },
      explainedAt: 40,
    });
    expect(office.query('journal.unexplained', {})).toEqual([]);
  });
});
