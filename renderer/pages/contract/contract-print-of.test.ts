import { expect, test } from 'vitest';
import { contractPrintOf, type PrintedRows } from '#renderer/pages/contract/contract-print-of.ts';
import { withStyleNonce } from '#renderer/pages/contract/print-paper.ts';
import { contractPrintForm } from '#shared/formats/print/contract-print-form.ts';

const person = (fullName: string) => ({ id: fullName, fullName, position: 'Юрист', branchName: null });
const decision = (verdict: string, standing: string, actor: string, insteadOf: string | null = null) => ({
  ...{ verdict, standing, actor: person(actor), insteadOf: insteadOf ? person(insteadOf) : null, comment: null },
  ...{ versionNumber: standing === 'outdated' ? 3 : 4, hash: 'ab'.repeat(32), occurredAt: 1, receivedAt: 2 },
});
const task = (kind: string, state: string, decisions: object[]) => ({
  ...{ kind, state, decisions, employee: person('Басов Олег') },
});
const round = {
  ...{ purpose: 'approval', versionNumber: 4, hash: 'cd'.repeat(32), startedAt: 1, finishedAt: null },
  steps: [
    {
      name: 'Право',
      tasks: [
        task('approve', 'done', [decision('approve', 'inForce', 'Щукина Жанна', 'Басов Олег')]),
        task('approve', 'active', [decision('return', 'revoked', 'А'), decision('approve', 'outdated', 'Тен Марина')]),
        task('approve', 'closed', [decision('approve', 'late', 'Юдин Пётр')]),
      ],
    },
    {
      name: 'Подпись',
      tasks: [task('sign', 'done', [decision('approve', 'inForce', 'Ярцев Михаил')]), task('sign', 'waiting', [])],
    },
  ],
};
const document = {
  ...{ number: 'Д-1', date: '2026-05-13', subject: 'Серверы', amount: 100_000, vatAmount: null, currency: 'RUB' },
  custom: { warranty: 12 },
};
const requisites = { inn: '7700000000', kpp: null, ogrn: null, address: null };
const rows = {
  card: { document, counterparty: { ...requisites, name: 'Ромашка', fullName: null }, responsibleName: null },
  facts: {
    definitions: [
      { key: 'warranty', label: 'Гарантия' },
      { key: 'place', label: 'Место' },
    ],
    ...{ keyDates: [], obligations: [], links: [] },
    tree: [
      { self: true, number: 'Д-1', date: '2026-05-13', subject: 'Серверы' },
      { self: false, number: null, date: '2026-06-01', subject: 'Доп. соглашение' },
    ],
  },
  party: { accounts: [{ account: '1', bankName: 'Банк', bik: null, archivedAt: 5 }] },
  organization: { ...requisites, name: 'АО «Север»', fullName: '' },
  ...{ round, branch: 'Казань' },
} as unknown as PrintedRows;
const printed = contractPrintOf(rows, {
  ...{ language: 'ru', printedBy: 'Тен М.', printedAt: '13.05.2026', title: 'Договор поставки', stage: 'Согласование' },
  partyName: (party) => party.name,
  keyDate: () => '',
  related: (line) => line.subject,
  custom: (_definition, value) => (value === undefined ? '' : String(value)),
  moment: String,
});

test('the sheet of approval tells whose decision it is, who made it, and what does not count', () => {
  const lines = printed.approval?.lines.map((line) => [line.step, line.name, line.madeBy, line.verdict, line.inForce]);
  expect(lines).toEqual([
    ['Право', 'Басов Олег', 'Щукина Жанна', 'approve', true],
    ['Право', 'Тен Марина', null, 'approve', false],
    ['Подпись', 'Ярцев Михаил', null, 'sign', true],
    ['Подпись', 'Басов Олег', null, null, false],
  ]);
});

test('only filled fields, living accounts and other documents are printed', () => {
  expect(printed.custom).toEqual([{ label: 'Гарантия', value: '12' }]);
  expect(printed.parties.map((one) => [one.side, one.name, one.account])).toEqual([
    ['ours', 'АО «Север»', null],
    ['theirs', 'Ромашка', null],
  ]);
  expect(printed.related).toEqual([{ title: 'Доп. соглашение', number: null, date: '2026-06-01' }]);
});

test('every style element of the page carries the nonce', () => {
  const html = withStyleNonce(contractPrintForm(printed), 'abc');
  expect(html.match(/<style/g)).toEqual(html.match(/<style nonce="abc">/g)?.map(() => '<style'));
  expect(html).toContain('Щукина Жанна за Басова Олега');
});
