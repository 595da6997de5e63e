import { beforeEach, describe, expect, test } from 'vitest';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { author, deal, lawyer, Office, party, signer, step } from '#tests/fixtures/kernel/office.ts';
import { counterpartyRow, rowId, stranger } from '#tests/fixtures/kernel/rows.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
});
const advance = (to: string, given: object = {}, as = author) =>
  office.run(
    'contract.advance',
    { id: deal, to, date: '2026-05-28', number: to === 'registered' ? '15/26' : null, comment: null, ...given },
    { as },
  );
const demandApproval = () =>
  office.put('organization', {
    ...office.get('organization', rowId(0, 1)),
    policies: { checkBeforeSigning: null, approvalBeforeSigning: true },
  });

describe('contract.advance', () => {
  test('signed, registered, performed, completed: each step leaves its mark', () => {
    resultOf(advance('signed'));
    expect(office.get('document', deal)).toMatchObject({ state: 'sign', signedOn: '2026-05-28' });
    resultOf(advance('registered'));
    expect(office.get('document', deal)).toMatchObject({ state: 'reg', number: '15/26' });
    expect(office.get('document', deal).registeredAt).not.toBeNull();
    resultOf(advance('performing'));
    resultOf(advance('completed'));
    expect(office.get('document', deal).state).toBe('done');
  });

  test('once it is performed nobody is reminded of its coming into force', () => {
    resultOf(office.edit({ effectiveFrom: '2026-06-01', expiresOn: '2026-12-31' }));
    for (const to of ['signed', 'registered']) resultOf(advance(to));
    const open = () => office.all('key_date').filter((one) => one.doneAt === null);
    expect(open().map((one) => one.kind)).toEqual(expect.arrayContaining(['effective', 'expiry']));
    resultOf(advance('performing'));
    expect(open().map((one) => one.kind)).toEqual(['expiry']);
  });

  test.each<[string, string[], string]>([
    ['registered before signed', [], 'registered'],
    ['performed before registered', ['signed'], 'performing'],
    ['signed twice', ['signed'], 'signed'],
    ['registered twice', ['signed', 'registered'], 'registered'],
    ['anything after its end', ['signed', 'registered', 'terminated'], 'performing'],
  ])('%s is refused', (_case, before, to) => {
    for (const one of before) resultOf(advance(one));
    expect(codeOf(advance(to))).toBe('WRONG_STAGE');
  });

  test('a round under way has the word; an approved one lets it through', () => {
    resultOf(office.submit([step([lawyer])]));
    expect(codeOf(advance('signed'))).toBe('NOT_APPROVED');
    resultOf(office.say(lawyer));
    resultOf(advance('signed'));
    expect(codeOf(office.edit({ amount: 5 }))).toBe('APPROVED_LOCKED');
  });

  test('without a round the company’s policy decides', () => {
    demandApproval();
    expect(codeOf(advance('signed'))).toBe('NOT_APPROVED');
    resultOf(office.submit([step([signer])]));
    resultOf(office.say(signer, 'return'));
    expect(codeOf(advance('signed'))).toBe('NOT_APPROVED');
  });

  test('the stop list holds here too', () => {
    office.put('counterparty', { ...counterpartyRow(party), stopReason: 'Не платит' });
    expect(codeOf(advance('signed'))).toBe('STOP_LISTED');
  });

  test('a registration needs a number, a contract, and sight of it', () => {
    resultOf(advance('signed'));
    expect(codeOf(advance('registered', { number: ' ' }))).toBe('BAD_INPUT');
    expect(codeOf(advance('registered', {}, stranger))).toBe('NOT_FOUND');
    office.put('document', { ...office.get('document', deal), kind: 'memo' });
    expect(codeOf(advance('registered'))).toBe('WRONG_STAGE');
  });

  test('two people register it: the second number is refused', () => {
    resultOf(advance('signed'));
    resultOf(advance('registered', { number: '1' }));
    expect(codeOf(advance('registered', { number: '2' }))).toBe('WRONG_STAGE');
    expect(office.get('document', deal).number).toBe('1');
  });
});

describe('planned key dates', () => {
  const terms = { effectiveFrom: '2026-06-01', expiresOn: '2027-05-31', noticeDays: 30, renewal: 'automatic' } as const;
  const dates = () => office.all('key_date').map((one) => [one.kind, one.date]);

  test('follow from the contract when it is registered', () => {
    resultOf(office.edit(terms));
    resultOf(advance('signed'));
    resultOf(advance('registered'));
    expect(dates().sort()).toEqual([
      ['effective', '2026-06-01'],
      ['notice', '2027-05-01'],
      ['renewal', '2027-05-31'],
    ]);
  });

  test('do not come twice where somebody has written one down already', () => {
    resultOf(office.edit({ ...terms, renewal: 'none' }));
    const values = { kind: 'expiry', title: '', date: '2027-05-30', remindDays: [5], responsibleId: null };
    resultOf(office.run('key_date.add', { documentId: deal, values }, { as: author }));
    resultOf(advance('signed'));
    resultOf(advance('registered'));
    expect(dates().filter(([kind]) => kind === 'expiry')).toEqual([['expiry', '2027-05-30']]);
  });

  test('a contract without an end has none of them', () => {
    resultOf(advance('signed'));
    resultOf(advance('registered'));
    expect(dates()).toEqual([]);
  });
});

describe('parts of a contract', () => {
  const values = {
    kind: 'payment',
    side: 'ours',
    title: 'Аванс',
    dueDate: '2026-06-01',
    amount: 100,
    note: null,
  } as const;
  const add = (given: object = {}, as = author) =>
    office.run('obligation.add', { documentId: deal, values: { ...values, ...given } }, { as });
  const settle = (id: string, state: string, as = author, documentId = deal) =>
    office.run('obligation.settle', { documentId, id, state, doneOn: '2026-06-02', doneDocumentId: null }, { as });

  test('an obligation is planned, fulfilled on a day, and open again', () => {
    const { id } = resultOf<{ id: string }>(add());
    expect(office.get('obligation', id)).toMatchObject({ state: 'planned', doneOn: null });
    resultOf(settle(id, 'done'));
    expect(office.get('obligation', id)).toMatchObject({ state: 'done', doneOn: '2026-06-02' });
    resultOf(settle(id, 'planned'));
    expect(office.get('obligation', id)).toMatchObject({ state: 'planned', doneOn: null });
  });

  test('two people change its day: the desk asks; its note: the later one stands', () => {
    const { id } = resultOf<{ id: string }>(add());
    const update = (patch: object) =>
      office.run('obligation.update', { documentId: deal, id, patch, base: { dueDate: '2026-06-01', note: null } });
    expect(resultOf(update({ dueDate: '2026-06-05', note: 'а' }))).toMatchObject({ conflict: null });
    const { conflict } = resultOf<{ conflict: string }>(update({ dueDate: '2026-06-09', note: 'б' }));
    expect(office.get('conflict', conflict)).toMatchObject({ objectEntity: 'obligation', objectId: id });
    expect(office.get('obligation', id)).toMatchObject({ dueDate: '2026-06-05', note: 'б' });
  });

  test('a conflict about a part is resolved like any other', () => {
    const { id } = resultOf<{ id: string }>(add());
    const update = (dueDate: string) =>
      office.run('obligation.update', { documentId: deal, id, patch: { dueDate }, base: { dueDate: '2026-06-01' } });
    resultOf(update('2026-06-05'));
    const { conflict } = resultOf<{ conflict: string }>(update('2026-06-09'));
    resultOf(office.run('conflict.resolve', { id: conflict, choices: { dueDate: '2026-06-09' } }));
    expect(office.get('obligation', id).dueDate).toBe('2026-06-09');
  });

  test('nobody who does not see the contract, no contract but its own, nothing empty', () => {
    const { id } = resultOf<{ id: string }>(add());
    expect(codeOf(add({}, stranger))).toBe('NOT_FOUND');
    expect(codeOf(settle(id, 'done', stranger))).toBe('NOT_FOUND');
    office.put('document', { ...office.get('document', deal), id: rowId(4, 12) });
    expect(codeOf(settle(id, 'done', author, rowId(4, 12)))).toBe('NOT_FOUND');
    expect(codeOf(add({ title: ' ' }))).toBe('BAD_INPUT');
  });

  test('a key date is dealt with once, by whoever did it first', () => {
    const given = { kind: 'custom', title: 'Отчёт', date: '2026-07-01', remindDays: [1], responsibleId: null };
    const { id } = resultOf<{ id: string }>(
      office.run('key_date.add', { documentId: deal, values: given }, { as: author }),
    );
    const done = (as: string, at: number) =>
      office.run('key_date.settle', { documentId: deal, id, done: true }, { as, at });
    resultOf(done(author, 10));
    expect(done(lawyer, 20)).toMatchObject({ ok: true, changes: [] });
    expect(office.get('key_date', id)).toMatchObject({ doneAt: 10, doneById: author });
  });
});
