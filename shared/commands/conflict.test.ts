import { beforeEach, describe, expect, test } from 'vitest';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { incomingJournal, registrationSamples } from '#tests/fixtures/kernel/registration-samples.ts';
import {
  bankAccountRow,
  clerk,
  counterpartyRow,
  director,
  documentRow,
  kazan,
  moscow,
  rowId,
  stranger,
} from '#tests/fixtures/kernel/rows.ts';

const paper = rowId(4, 1);
let rows: MemoryRows;
let conflict: string;

beforeEach(() => {
  rows = new MemoryRows();
  rows.put('document', documentRow(paper));
  conflict = dispute(
    { amount: 1, subject: 'Акт' },
    { amount: 2, subject: 'Счёт' },
    { amount: 100_000, subject: 'Письмо' },
  );
});

/** Two people change the same fields without seeing each other: the second one's values come to the desk. */
function dispute(theirs: object, mine: object, base: object, entity = 'document', id = paper): string {
  resultOf(rows.run(`${entity}.update`, { id, patch: theirs, base }, { as: director }));
  const outcome = rows.run(`${entity}.update`, { id, patch: mine, base }, { as: director });
  return resultOf<{ conflict: string }>(outcome).conflict;
}

const resolve = (choices: object, as = clerk, id = conflict) => rows.run('conflict.resolve', { id, choices }, { as });

describe('conflict.resolve', () => {
  test('each field gets the chosen value, mine, theirs or other words; both stay on the desk and in the history', () => {
    resultOf(resolve({ amount: 2, subject: 'Акт и счёт' }));
    expect(rows.get('document', paper)).toMatchObject({ amount: 2, subject: 'Акт и счёт' });
    expect(rows.get('conflict', conflict)).toMatchObject({
      state: 'resolved',
      resolvedById: clerk,
      fields: [
        { field: 'subject', mine: 'Счёт', theirs: 'Акт', chosen: 'Акт и счёт' },
        { field: 'amount', mine: 2, theirs: 1, chosen: 2 },
      ],
    });
    expect(rows.all('history').at(-1)?.changes).toEqual([
      { field: 'subject', from: 'Акт', to: 'Акт и счёт' },
      { field: 'amount', from: 1, to: 2 },
      { field: 'lost.subject', from: 'Письмо', to: 'Счёт' },
    ]);
  });

  test('what met another value is told in the history at once, and by it nobody has written the field', () => {
    const opened = rows.all('history').filter((line) => line.action === 'conflict.open');
    expect(opened.map((line) => [line.actorId, line.objectId])).toEqual([[director, paper]]);
    expect(opened[0]?.changes).toEqual([
      { field: 'subject', from: 'Письмо', to: 'Счёт' },
      { field: 'amount', from: 100_000, to: 2 },
    ]);
    const third = { id: paper, patch: { amount: 3 }, base: { amount: 100_000 } };
    const outcome = rows.run('document.update', third, { as: clerk });
    const { conflict: next } = resultOf<{ conflict: string }>(outcome);
    const writer = rows.all('history').find((line) => line.action === 'document.update');
    expect(rows.get('conflict', next).theirsAt).toBe(writer?.receivedAt);
  });

  test('choosing what stands changes the paper in nothing', () => {
    resultOf(resolve({ amount: 1, subject: 'Акт' }));
    expect(rows.get('document', paper)).toMatchObject({ amount: 1, subject: 'Акт' });
    expect(rows.all('history').at(-1)?.changes).toEqual([
      { field: 'lost.subject', from: 'Письмо', to: 'Счёт' },
      { field: 'lost.amount', from: 100_000, to: 2 },
    ]);
  });

  test('a field that is not in dispute is neither changed nor told in the history', () => {
    resultOf(resolve({ amount: 1, subject: 'Акт', note: 'подделка', number: '13' }));
    expect(rows.get('document', paper)).toMatchObject({ note: null, number: 'ВХ-1' });
    const told = rows
      .all('history')
      .at(-1)
      ?.changes.map((one) => one.field);
    expect(told).toEqual(['lost.subject', 'lost.amount']);
  });

  test('two people resolve it at once: the first word stands, the second hears whose it is', () => {
    resultOf(resolve({ amount: 1, subject: 'Акт' }));
    const second = resolve({ amount: 2, subject: 'Счёт' }, director);
    expect(codeOf(second)).toBe('ALREADY_RESOLVED');
    expect(second).toMatchObject({ details: { by: clerk } });
    expect(rows.get('document', paper).amount).toBe(1);
  });

  test.each<[string, object, string, string]>([
    ['a field left undecided', { amount: 1 }, clerk, 'BAD_INPUT'],
    ['a paper out of sight', { amount: 1, subject: 'Акт' }, stranger, 'NOT_FOUND'],
    ['a value that does not fit its field', { amount: 'много', subject: 'Акт' }, clerk, 'BAD_INPUT'],
    ['too long a subject', { amount: 1, subject: 'я'.repeat(1_001) }, clerk, 'BAD_INPUT'],
  ])('%s is refused and the conflict stays open', (_case, choices, as, code) => {
    expect(codeOf(resolve(choices, as))).toBe(code);
    expect(rows.get('conflict', conflict).state).toBe('open');
    expect(rows.get('document', paper).amount).toBe(1);
  });

  test('a conflict that does not exist', () => {
    expect(codeOf(resolve({}, clerk, rowId(8, 9)))).toBe('NOT_FOUND');
    expect(codeOf(rows.run('conflict.resolve', { id: rowId(8, 9), choices: {} }, { where: 'device' }))).toBe(
      'NOT_HERE',
    );
  });
});

describe('the desk is no way round the rules of a card', () => {
  const parties = [rowId(3, 1), rowId(3, 2)];
  beforeEach(() => {
    for (const id of parties) rows.put('counterparty', counterpartyRow(id, { inn: null }));
  });

  test('a branch where the person may not file', () => {
    const id = dispute({ branchId: moscow, number: '1' }, { number: '2' }, { number: 'ВХ-1' });
    resultOf(rows.run('document.update', { id: paper, patch: { branchId: kazan }, base: { branchId: moscow } }));
    resultOf(rows.run('document.update', { id: paper, patch: { branchId: moscow }, base: { branchId: kazan } }));
    const edit = { id: paper, patch: { branchId: kazan }, base: { branchId: rowId(1, 3) } };
    const { conflict: moved } = resultOf<{ conflict: string }>(rows.run('document.update', edit));
    expect(id).not.toBe(moved);
    expect(codeOf(resolve({ branchId: kazan }, clerk, moved))).toBe('DENIED');
    expect(rows.get('document', paper).branchId).toBe(moscow);
    resultOf(resolve({ branchId: kazan }, director, moved));
    expect(rows.get('document', paper).branchId).toBe(kazan);
  });

  test('a number of a journal, which only voiding takes away', () => {
    const id = dispute({ number: '1' }, { number: '2' }, { number: 'ВХ-1' });
    rows.put('journal', registrationSamples.journal(incomingJournal));
    const order = {
      id: paper,
      journalId: incomingJournal,
      caseFileId: null,
      seq: null,
      blockId: null,
      date: '2026-05-20',
    };
    const { number } = resultOf<{ number: string }>(rows.run('document.register', order, { as: clerk }));
    expect(codeOf(resolve({ number: '2' }, clerk, id))).toBe('ALREADY_REGISTERED');
    resultOf(resolve({ number }, clerk, id));
    expect(rows.get('document', paper).number).toBe(number);
  });

  test('an end before the beginning', () => {
    rows.put(
      'document',
      documentRow(paper, { kind: 'contract', effectiveFrom: '2026-06-01', expiresOn: '2026-07-01' }),
    );
    const [theirs, mine, base] = ['2026-08-01', '2026-09-01', '2026-07-01'].map((expiresOn) => ({ expiresOn }));
    const id = dispute(theirs as object, mine as object, base as object);
    expect(codeOf(resolve({ expiresOn: '2026-05-01' }, clerk, id))).toBe('BAD_INPUT');
    expect(rows.get('document', paper).expiresOn).toBe('2026-08-01');
  });

  test('a counterparty that does not exist', () => {
    const [theirs, mine] = parties;
    const id = dispute({ counterpartyId: theirs }, { counterpartyId: mine }, { counterpartyId: null });
    expect(codeOf(resolve({ counterpartyId: rowId(3, 9) }, clerk, id))).toBe('NOT_FOUND');
    resultOf(resolve({ counterpartyId: mine }, clerk, id));
    expect(rows.get('document', paper).counterpartyId).toBe(mine);
  });

  test('an ИНН that does not pass its check', () => {
    const [party] = parties as [string];
    const inns = [{ inn: '7707083893' }, { inn: '7707049388' }, { inn: null }] as const;
    const id = dispute(...inns, 'counterparty', party);
    expect(codeOf(resolve({ inn: '7707049389' }, clerk, id))).toBe('BAD_REQUISITE');
    expect(rows.get('counterparty', party).inn).toBe('7707083893');
  });

  test('an account of nineteen digits', () => {
    const account = rowId(5, 1);
    rows.put('bank_account', bankAccountRow(account));
    const numbers = ['40702810400000000002', '40702810400000000003', '40702810400000000001'] as const;
    const [theirs, mine, base] = numbers.map((one) => ({ account: one })) as [object, object, object];
    const id = dispute(theirs, mine, base, 'bank_account', account);
    expect(codeOf(resolve({ account: '4070281040000000000' }, clerk, id))).toBe('BAD_REQUISITE');
    resultOf(resolve({ account: numbers[1] }, clerk, id));
    expect(rows.get('bank_account', account).account).toBe(numbers[1]);
  });

  test('what a person may see: administrators alone decide it', () => {
    const [theirs, mine, base] = [[moscow], [kazan], []].map((branchAccess) => ({ branchAccess }));
    const id = dispute(theirs as object, mine as object, base as object, 'employee', stranger);
    for (const as of [clerk, stranger]) expect(codeOf(resolve({ branchAccess: null }, as, id))).toBe('DENIED');
    expect(rows.get('employee', stranger).branchAccess).toEqual([moscow]);
    resultOf(resolve({ branchAccess: [kazan] }, director, id));
    expect(rows.get('employee', stranger).branchAccess).toEqual([kazan]);
  });

  test('a pattern of numbers that would not tell two papers apart', () => {
    rows.put('journal', registrationSamples.journal(incomingJournal));
    const patterns = ['{seq}', '{seq}/{yy}', '{journal}-{branch}/{yyyy}-{seq:5}'].map((pattern) => ({ pattern }));
    const id = dispute(...(patterns as [object, object, object]), 'journal', incomingJournal);
    expect(codeOf(resolve({ pattern: '{yyyy}' }, director, id))).toBe('BAD_INPUT');
    resultOf(resolve({ pattern: '{seq}/{yy}' }, director, id));
    expect(rows.get('journal', incomingJournal).pattern).toBe('{seq}/{yy}');
  });

  test('a part of a paper out of sight', () => {
    const given = { kind: 'report', side: 'ours', title: 'Отчёт', dueDate: '2026-06-01', amount: null, note: null };
    const { id } = resultOf<{ id: string }>(rows.run('obligation.add', { documentId: paper, values: given }));
    const edit = (dueDate: string) =>
      rows.run('obligation.update', { documentId: paper, id, patch: { dueDate }, base: { dueDate: '2026-06-01' } });
    resultOf(edit('2026-06-05'));
    const { conflict: owed } = resultOf<{ conflict: string }>(edit('2026-06-09'));
    expect(codeOf(resolve({ dueDate: '2026-06-09' }, stranger, owed))).toBe('NOT_FOUND');
    resultOf(resolve({ dueDate: '2026-06-09' }, clerk, owed));
  });
});
