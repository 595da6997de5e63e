import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftingInput } from '#electron/core/app/desks/drafting-input.ts';
import { filedIn, printDocument } from '#electron/core/app/desks/print-input.ts';
import { readFamilies } from '#electron/core/app/queries/counterparty-families.ts';
import { openOfficeDesk } from '#tests/fixtures/kernel/office-desk.ts';
import { registrationSamples } from '#tests/fixtures/kernel/registration-samples.ts';
import { bankAccountRow, counterpartyRow, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const [former, standing] = [rowId(3, 1), rowId(3, 2)];
const paper = documentRow(rowId(4, 1), { counterpartyId: former, number: 'ВХ-1', subject: 'Письмо' });
const account = (n: number, counterpartyId: string, given: object = {}) =>
  bankAccountRow(rowId(5, n), { counterpartyId, account: `4070281040000000000${n}`, createdAt: n, ...given });
const [caseFile, hidden] = [rowId(62, 1), rowId(4, 2)];
const filed = (n: number, documentId: string) => ({
  ...registrationSamples.registration(rowId(63, n)),
  ...{ documentId, number: `ВХ-МСК/${n}`, date: `2026-05-0${n}`, caseFileId: caseFile, registeredAt: n },
});

let office: ReturnType<typeof openOfficeDesk>;
beforeEach(() => {
  office = openOfficeDesk([
    ['counterparty', counterpartyRow(former, { name: 'Старый лён', archivedAt: 9, mergedIntoId: standing })],
    ['counterparty', counterpartyRow(standing, { name: 'Новый лён' })],
    ['bank_account', account(1, former)],
    ['bank_account', account(2, standing, { currency: 'USD' })],
    ['document', paper],
    // Filed twice, and a paper that is not for this person to see.
    ['registration', filed(1, paper.id)],
    ['registration', filed(2, hidden)],
    ['registration', filed(3, paper.id)],
  ]);
});
afterEach(() => office.close());

const printed = () => {
  const { db } = office.workplace;
  const families = readFamilies(db);
  return printDocument(db, paper.id, { language: 'ru', whole: true, families })?.counterparty;
};

test('a company is paid to an account of any record it has taken in, its own in roubles before that', () => {
  expect(printed()).toMatchObject({ name: 'ООО «Новый лён»', account: { account: '40702810400000000001' } });
  const filled = () =>
    draftingInput(office.workplace.db, paper.id, [], 1).counterpartyAccounts.map((one) => one.account);
  expect(filled()).toEqual(['40702810400000000002', '40702810400000000001']);
});

test('an inventory has every document of the case once, also those of which only the entry is here', () => {
  const { db } = office.workplace;
  expect(filedIn(db, caseFile, 10)).toEqual({
    entries: [
      { number: 'ВХ-МСК/1', date: '2026-05-01', subject: 'Письмо' },
      { number: 'ВХ-МСК/2', date: '2026-05-02', subject: null },
    ],
    left: 0,
  });
  expect(filedIn(db, caseFile, 1)).toMatchObject({ entries: [{ number: 'ВХ-МСК/1' }], left: 1 });
});
