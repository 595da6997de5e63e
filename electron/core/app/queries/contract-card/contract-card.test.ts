import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  boss,
  ContractOffice,
  day,
  lawyer,
  minute,
  morning,
  step,
} from '#electron/core/app/queries/fixture/contract-office.ts';
import { counterpartyRow, idAt, person } from '#electron/core/app/queries/fixture/small-office.ts';
import type { ArgsOf } from '#shared/commands/registry.ts';

describe('contract.card', () => {
  let office: ContractOffice;
  beforeEach(() => {
    office = new ContractOffice();
  });
  afterEach(() => office.close());

  const card = (id: string) => {
    const answer = office.query('contract.card', { id });
    if (!answer) throw new Error('the contract is not here');
    return answer;
  };
  const stages = (id: string) => card(id).stages.map((one) => one.state);
  const advance = (id: string, to: ArgsOf<'contract.advance'>['to'], number: string | null = null): void => {
    office.now += day;
    office.centre('contract.advance', { id, to, date: '2026-11-20', number, comment: null });
  };
  const owes = (documentId: string, given: Partial<ArgsOf<'obligation.add'>['values']>): string => {
    const plain = {
      kind: 'payment',
      side: 'ours',
      title: 'Аванс',
      dueDate: '2026-11-20',
      amount: 30_000_00,
      note: null,
    } as const;
    return (office.centre('obligation.add', { documentId, values: { ...plain, ...given } }) as { id: string }).id;
  };

  it('knows nothing of a contract that is not here', () => {
    expect(office.query('contract.card', { id: idAt(77) })).toBeNull();
  });

  it('follows a contract through its stages', () => {
    const id = office.contract({ expiresOn: '2027-11-20' });
    const [now, next] = ['current', 'future'];
    expect(stages(id)).toEqual([now, next, next, next, next]);
    office.now += minute;
    const began = office.now;
    office.centre('approval.submit', { documentId: id, routeId: null, steps: [step('law', [lawyer])], note: null });
    expect(stages(id)).toEqual(['done', now, next, next, next]);
    expect(card(id).stages.slice(0, 2)).toMatchObject([
      { stage: 'initiation', startedAt: morning, endedAt: began },
      { stage: 'approval', startedAt: began, endedAt: null, plannedOn: '2026-11-19', agreed: 0, needed: 1 },
    ]);
    office.now += minute;
    office.decides(lawyer, id);
    expect(stages(id)).toEqual(['done', 'done', now, next, next]);
    expect(card(id).stages[1]).toMatchObject({ endedAt: office.now, agreed: 1, plannedOn: null });
    expect(card(id).stages[2]).toMatchObject({ startedAt: office.now });
    advance(id, 'signed');
    expect(stages(id)).toEqual(['done', 'done', 'done', now, next]);
    expect(card(id).stages[2]?.endedAt).toBe(Date.UTC(2026, 10, 20, 5));
    advance(id, 'registered', '7/26');
    expect(stages(id)).toEqual(['done', 'done', 'done', 'done', now]);
    expect(card(id).stages[4]).toMatchObject({ startedAt: office.now, endedAt: null, plannedOn: '2027-11-20' });
    advance(id, 'completed');
    expect(stages(id)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(card(id).stages[4]?.endedAt).toBe(office.now);
  });

  it('ends the approval where the signing begins, and shows no votes of a round that was sent back', () => {
    const id = office.contract();
    const steps = [step('law', [lawyer]), step('boss', [boss], { kind: 'sign' })];
    office.centre('approval.submit', { documentId: id, routeId: null, steps, note: null });
    office.now += minute;
    office.decides(lawyer, id);
    expect(card(id).stages.slice(1, 3)).toMatchObject([
      { state: 'done', endedAt: office.now, plannedOn: null, agreed: 1, needed: 2 },
      { state: 'current', startedAt: office.now, plannedOn: '2026-11-19', agreed: null },
    ]);
    office.decides(boss, id, 'return');
    expect(card(id).stages.slice(0, 3)).toMatchObject([
      { state: 'current', endedAt: null },
      { state: 'future', startedAt: null, agreed: null, needed: null },
      { state: 'future' },
    ]);
  });

  it('puts amendments under their contract, whichever of them is open', () => {
    const main = office.contract({ subject: 'Главный' });
    const second = office.contract({ kind: 'amendment', subject: 'ДС 2', parentId: main, date: '2026-11-17' });
    const first = office.contract({ kind: 'amendment', subject: 'ДС 1', parentId: main, date: '2026-11-16' });
    const below = office.contract({ kind: 'amendment', subject: 'К ДС 1', parentId: first });
    const tree = card(below).tree.map((one) => [one.subject, one.depth, one.self]);
    expect(tree).toEqual([
      ['Главный', 0, false],
      ['ДС 1', 1, false],
      ['К ДС 1', 2, true],
      ['ДС 2', 1, false],
    ]);
    office.centre('document.archive', { id: second });
    expect(card(main).tree).toHaveLength(3);
    expect(card(second).tree.find((one) => one.self)?.id).toBe(second);
    // Two edits that did not know each other have made a ring.
    office.writer.prepare('UPDATE document SET parentId = ? WHERE id = ?').run(below, main);
    expect(
      card(below)
        .tree.map((one) => one.self)
        .filter(Boolean),
    ).toHaveLength(1);
  });

  it('plans key dates from the fields until the contract is registered', () => {
    const id = office.contract({ effectiveFrom: '2026-11-20', expiresOn: '2026-12-31', noticeDays: 30 });
    office.keyDate(id, { kind: 'expiry', date: '2026-12-30', remindDays: [60], responsibleId: lawyer });
    const dates = () => card(id).keyDates.map((one) => [one.kind, one.date, one.id !== null, one.daysLeft, one.due]);
    expect(dates()).toEqual([
      ['effective', '2026-11-20', false, 2, false],
      ['notice', '2026-12-01', false, 13, false],
      ['expiry', '2026-12-30', true, 42, true],
    ]);
    expect(card(id).keyDates[2]).toMatchObject({ responsibleId: lawyer, responsibleName: 'Юрин Олег Петрович' });
    advance(id, 'signed');
    advance(id, 'registered', '8/26');
    expect(dates()).toEqual([
      ['effective', '2026-11-20', true, 0, true],
      ['notice', '2026-12-01', true, 11, true],
      ['expiry', '2026-12-30', true, 40, true],
    ]);
  });

  it('adds up the schedule: paid, due soon, the rest', () => {
    const id = office.contract({ amount: 100_000_00 });
    const advanceId = owes(id, {});
    owes(id, { title: 'Окончательный расчёт', dueDate: '2027-02-01', amount: 50_000_00 });
    owes(id, { title: 'Второй платёж', dueDate: '2026-12-02', amount: 20_000_00 });
    owes(id, { title: 'Отчёт', kind: 'report', amount: null, dueDate: '2026-11-18' });
    expect(card(id).money).toEqual({ paid: 0, soon: 50_000_00, rest: 50_000_00, soonUntil: '2026-12-02' });
    const payment = office.contract({ kind: 'payment_out', subject: 'Платёж', amount: 30_000_00 });
    const done = {
      documentId: id,
      id: advanceId,
      state: 'done',
      doneOn: '2026-11-18',
      doneDocumentId: payment,
    } as const;
    office.centre('obligation.settle', done);
    const answer = card(id);
    expect(answer.money).toEqual({ paid: 30_000_00, soon: 20_000_00, rest: 50_000_00, soonUntil: '2026-12-02' });
    expect(answer.obligations.map((one) => [one.row.title, one.standing, one.daysLeft, one.doneBy?.id])).toEqual([
      ['Отчёт', 'due', 0, undefined],
      ['Аванс', 'done', 2, payment],
      ['Второй платёж', 'planned', 14, undefined],
      ['Окончательный расчёт', 'planned', 75, undefined],
    ]);
    expect(answer.payments.map((one) => one.id)).toEqual([payment]);
  });

  it('finds payments by link and by the number they name, and counts them when there is no schedule', () => {
    const party = counterpartyRow(1, { inn: '7707083893' });
    office.put('counterparty', party);
    const shared = { counterpartyId: party.id, currency: 'RUB' };
    const id = office.contract({ ...shared, number: '12/26', amount: 100_00 });
    const paid = { ...shared, kind: 'payment_out', amount: 10_00 } as const;
    const named = office.contract({ ...paid, subject: 'Оплата по договору 12/26 от 16.11', date: '2026-11-17' });
    office.contract({ ...paid, subject: 'Оплата по договору 112/26', date: '2026-11-18' });
    office.contract({ ...paid, kind: 'invoice', subject: 'Счёт к 12/26' });
    const linked = office.contract({ ...paid, subject: 'Доплата', date: '2026-11-19' });
    const act = office.contract({ kind: 'act', subject: 'Акт' });
    office.centre('document_link.add', { documentId: linked, values: { otherId: id, kind: 'payment' } });
    office.centre('document_link.add', { documentId: id, values: { otherId: act, kind: 'closing' } });
    const answer = card(id);
    expect(answer.payments.map((one) => one.id)).toEqual([linked, named]);
    expect(answer.links.map((one) => [one.id, one.linkKind])).toEqual([
      [linked, 'payment'],
      [act, 'closing'],
    ]);
    expect(answer.money).toMatchObject({ paid: 20_00, rest: 80_00 });
  });

  it('shows what stands against the counterparty, and what blocks the signing', () => {
    const good = counterpartyRow(1, { inn: '7707083893', kpp: '773601001' });
    office.put('counterparty', good);
    const given = { counterpartyId: good.id, amount: 60_000_00 };
    const id = office.contract(given);
    const party = () => card(id).party;
    expect(party()).toMatchObject({ name: 'Компания 1', committed: 0, contracts: 1, duplicates: 0, stopReason: null });
    expect(party()?.problems).toEqual([{ problem: 'no_check', blocking: false }]);

    const policies = { checkBeforeSigning: 30, approvalBeforeSigning: false };
    office.put('organization', { ...organizationOf(office), policies });
    expect(party()?.problems).toEqual([{ problem: 'no_check', blocking: true }]);
    const check = { counterpartyId: good.id, source: 'Реестр', validUntil: null, comment: null } as const;
    office.centre('counterparty_check.add', { ...check, checkedOn: '2026-10-01', result: 'clear' });
    expect(party()?.problems).toEqual([{ problem: 'check_old', blocking: true }]);
    office.now += minute;
    office.centre('counterparty_check.add', { ...check, checkedOn: '2026-11-18', result: 'refused' }, lawyer);
    expect(party()?.problems).toEqual([{ problem: 'check_bad', blocking: true }]);
    expect(party()?.checks.map((one) => [one.result, one.authorName])).toEqual([
      ['refused', 'Юрин Олег Петрович'],
      ['clear', 'Крылова Анна Сергеевна'],
    ]);
    office.now += minute;
    office.centre('counterparty_check.add', { ...check, checkedOn: '2026-11-18', result: 'clear' });
    expect(party()?.problems).toEqual([]);

    const other = office.contract({ ...given, amount: 50_000_00 });
    owes(other, { side: 'theirs', dueDate: '2026-11-17' });
    office.centre('approval.submit', { documentId: other, routeId: null, steps: [step('boss', [boss])], note: null });
    const worse = { ...good, limitAmount: 100_000_00, stopReason: 'Банкрот', ogrn: '1027700132196' };
    office.put('counterparty', worse);
    office.put('counterparty', counterpartyRow(2, { inn: good.inn, kpp: good.kpp }));
    expect(party()).toMatchObject({ committed: 50_000_00, contracts: 2, overdueObligations: 1, duplicates: 1 });
    expect(party()?.problems).toEqual([
      { problem: 'stopped', blocking: true },
      { problem: 'over_limit', blocking: false },
      { problem: 'overdue', blocking: false },
      { problem: 'requisites', blocking: false },
      { problem: 'duplicate', blocking: false },
    ]);
    // The contract itself is not counted twice once it is on its way.
    office.centre('approval.submit', { documentId: id, routeId: null, steps: [step('boss', [boss])], note: null });
    office.put('counterparty', { ...good, limitAmount: 110_000_00 });
    expect(party()).toMatchObject({
      committed: 110_000_00,
      problems: [{ problem: 'overdue' }, { problem: 'duplicate' }],
    });
    // The card of the counterparty says the same, and knows one that has no contract at all.
    expect(office.query('counterparty.standing', { id: good.id })).toEqual(party());
    office.put('counterparty', counterpartyRow(3, { inn: '7736207543', kpp: '773601001', limitAmount: 1 }));
    expect(office.query('counterparty.standing', { id: counterpartyRow(3, {}).id })).toMatchObject({
      contracts: 0,
      committed: 0,
      problems: [{ problem: 'no_check', blocking: true }],
    });
    expect(office.query('counterparty.standing', { id: idAt(77) })).toBeNull();
  });

  it('brings the fields and the disagreements of the contract', () => {
    const id = office.contract();
    const field = { label: 'Склад', type: 'text' as const, required: false, options: [] };
    office.centre('field_definition.create', { ...field, kinds: ['contract'], key: 'store', position: 1 }, boss);
    office.centre('field_definition.create', { ...field, kinds: ['order'], key: 'other', position: 2 }, boss);
    expect(card(id)).toMatchObject({ definitions: [{ key: 'store' }], protocol: [], party: null });
  });
});

const organizationOf = (office: ContractOffice) => {
  const { organization } = office.query('directory', {});
  if (!organization) throw new Error('no organization');
  return organization;
};

describe('agenda', () => {
  it('holds the days of all contracts between two days, or of one’s own', () => {
    const office = new ContractOffice();
    const own = office.contract({ subject: 'Свой' });
    const other = office.contract({ subject: 'Чужой', responsibleId: lawyer });
    office.keyDate(own, { date: '2026-11-20' });
    office.keyDate(other, { date: '2026-11-25', responsibleId: person });
    office.keyDate(other, { date: '2026-11-26' });
    const duty = {
      kind: 'payment',
      side: 'ours',
      title: 'Аванс',
      dueDate: '2026-11-20',
      amount: 5_00,
      note: null,
    } as const;
    office.centre('obligation.add', { documentId: other, values: duty });
    const days = (from: string, to: string, mine: boolean) =>
      office.query('agenda', { from, to, mine }).map((one) => [one.date, one.type, one.document.subject, one.amount]);
    expect(days('2026-11-20', '2026-11-25', false)).toEqual([
      ['2026-11-20', 'key_date', 'Свой', null],
      ['2026-11-20', 'obligation', 'Чужой', 5_00],
      ['2026-11-25', 'key_date', 'Чужой', null],
    ]);
    expect(days('2026-11-01', '2026-11-30', true)).toEqual([
      ['2026-11-20', 'key_date', 'Свой', null],
      ['2026-11-25', 'key_date', 'Чужой', null],
    ]);
    expect(days('2026-11-21', '2026-11-24', false)).toEqual([]);
    office.close();
  });
});
