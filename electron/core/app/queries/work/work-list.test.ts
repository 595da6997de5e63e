import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accountant,
  boss,
  ContractOffice,
  day,
  lawyer,
  minute,
  morning,
  step,
} from '#electron/core/app/queries/fixture/contract-office.ts';
import { conflictRow, counterpartyRow, idAt, person } from '#electron/core/app/queries/fixture/small-office.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { WorkItem, WorkTab } from '#shared/queries/work.ts';

describe('work.list', () => {
  let office: ContractOffice;
  beforeEach(() => {
    office = new ContractOffice();
  });
  afterEach(() => office.close());

  const work = (tab: WorkTab = 'all', insteadOf: string | null = null, text: string | null = null) =>
    office.query('work.list', { tab, insteadOf, text });
  const items = (): readonly WorkItem[] => work().items;
  const submitted = (subject: string, ...steps: RouteStep[]): string => {
    const id = office.contract({ subject, responsibleId: lawyer }, lawyer);
    office.centre('approval.submit', { documentId: id, routeId: null, steps, note: 'К пятнице' }, lawyer);
    return id;
  };

  it('holds what is asked of the person now, bound to what they would decide', () => {
    const id = submitted('Аренда', step('me', [person]), step('boss', [boss]));
    submitted('Чужое', step('boss', [boss]), step('me', [person]));
    const [task] = office.rows('approval_task', id).filter((one) => one.employeeId === person);
    const [round] = office.rows('approval', id);
    expect(items()).toMatchObject([
      {
        item: `approval_task/${task?.id}`,
        type: 'approve',
        outdated: false,
        group: 'later',
        title: 'Аренда',
        documentId: id,
        object: { entity: 'document', id },
        documentKind: 'contract',
        minutesLeft: 480,
        left: 1,
        fromId: lawyer,
        fromName: 'Юрин Олег Петрович',
        insteadOfId: null,
        text: 'К пятнице',
        decide: { taskId: task?.id, approvalId: round?.id, hash: round?.hash, hashSpec: 1, versionNumber: 1 },
      },
    ]);
    expect(office.query('work.counts', {})).toEqual({ total: 1, overdue: 0, contracts: 1 });
    office.decidesHere(id);
    expect(items()).toEqual([]);
    expect(office.query('work.counts', {})).toEqual({ total: 0, overdue: 0, contracts: 0 });
  });

  it('puts the overdue first, then by due time, and moves on with the clock', () => {
    submitted('Не скоро', step('me', [person], { deadlineMinutes: 3_000 }));
    submitted('Без срока', step('me', [person], { deadlineMinutes: null }));
    submitted('Сегодня', step('me', [person], { deadlineMinutes: 120 }));
    submitted('Завтра', step('me', [person], { deadlineMinutes: 600 }));
    const seen = () => items().map((one) => [one.title, one.group]);
    expect(seen()).toEqual([
      ['Сегодня', 'today'],
      ['Завтра', 'later'],
      ['Не скоро', 'later'],
      ['Без срока', 'later'],
    ]);
    office.now = morning + day;
    expect(seen().slice(0, 2)).toEqual([
      ['Сегодня', 'overdue'],
      ['Завтра', 'today'],
    ]);
    expect(items()[0]).toMatchObject({ minutesLeft: -360, left: -3 });
    expect(office.query('work.counts', {}).overdue).toBe(1);
  });

  it('asks again about changed content and says that the decision fell away', () => {
    const id = submitted('Аренда', step('both', [person, boss]));
    office.decides(person, id);
    expect(items()).toEqual([]);
    office.centre('document.update', { id, patch: { amount: 5 }, base: { amount: 100_000_00 } }, lawyer);
    expect(items()).toMatchObject([{ outdated: true, decide: { versionNumber: 2 } }]);
  });

  it('holds the work of the absent colleague for the kinds and days of the substitution', () => {
    submitted('Своё', step('me', [person]));
    office.now += minute;
    submitted('За другого', step('boss', [boss]));
    submitted('На подпись', step('boss', [boss], { kind: 'sign' }));
    const names = { employeeId: boss, substituteId: person, from: '2026-11-18', to: '2026-11-19', reason: null };
    office.centre('substitution.create', { ...names, kinds: ['approval'] }, boss);
    expect(items().map((one) => [one.title, one.insteadOfName])).toEqual([
      ['Своё', null],
      ['За другого', 'Власов Игорь Олегович'],
    ]);
    expect(work('all', person).items.map((one) => one.title)).toEqual(['Своё']);
    expect(work('all', boss)).toMatchObject({ items: [{ title: 'За другого' }], counts: { all: 1, approvals: 1 } });
    expect(work().substituting).toEqual([{ employeeId: boss, fullName: 'Власов Игорь Олегович', to: '2026-11-19' }]);
    office.deps.userId = boss;
    expect(work().substitutedBy).toMatchObject([{ employeeId: person, to: '2026-11-19' }]);
    office.deps.userId = person;
    office.now = morning + 2 * day;
    expect(items().map((one) => one.title)).toEqual(['Своё']);
  });

  it('shows what was escalated to the person', () => {
    const to = { type: 'employee', employeeId: person } as const;
    const id = submitted('Просрочено', step('boss', [boss], { escalateTo: to }));
    expect(items()).toEqual([]);
    office.now = morning + 2 * day;
    const [task] = office.rows('approval_task', id);
    office.centre('approval.escalate', { taskId: task?.id ?? '' }, 'centre');
    expect(items()).toMatchObject([
      { title: 'Просрочено', group: 'overdue', insteadOfId: boss, escalated: { others: 0 } },
    ]);
    expect(work('all', person).items).toHaveLength(1);
  });

  it('has one item for all who are late in one round, about the one who is late the longest', () => {
    const to = { type: 'employee', employeeId: person } as const;
    const id = submitted('Просрочено', step('both', [boss, accountant], { escalateTo: to }));
    office.now = morning + 2 * day;
    for (const task of office.rows('approval_task', id))
      office.centre('approval.escalate', { taskId: task.id }, 'centre');
    expect(items()).toMatchObject([{ type: 'approve', escalated: { others: 1 } }]);
    expect(office.query('work.counts', {}).total).toBe(1);
  });

  it('tells whoever decided that the decision fell away, though the round has gone back to an earlier step', () => {
    const id = submitted('Аренда', step('boss', [boss]), step('me', [person]));
    office.decides(boss, id);
    office.decides(person, id);
    office.centre('document.update', { id, patch: { amount: 5 }, base: { amount: 100_000_00 } }, lawyer);
    const [mine] = office.rows('decision', id).filter((one) => one.employeeId === person);
    const item = `decision/${mine?.id}`;
    expect(items()).toMatchObject([{ item, type: 'approve', outdated: true, decide: null, dueAt: null }]);
    expect(office.query('work.counts', {}).total).toBe(1);
    office.here('work.snooze', { items: [item], until: null });
    expect([items(), work('snoozed').items]).toEqual([[], []]);
    office.decides(boss, id);
    expect(items()).toMatchObject([{ outdated: true, decide: { versionNumber: 2 } }]);
  });

  it('reminds of key dates ahead, never on a day off, until somebody has dealt with them', () => {
    const mine = office.contract({ subject: 'Мой' });
    // 29 November 2026 is a Sunday, seven days before is a Sunday too: the reminder comes on Friday 20 November.
    const id = office.keyDate(mine, { date: '2026-11-29', remindDays: [7] });
    const others = office.contract({ subject: 'Чужой', responsibleId: lawyer });
    office.keyDate(others, { date: '2026-11-18' });
    expect(items()).toEqual([]);
    expect(work().next).toEqual({ title: 'Мой', at: Date.UTC(2026, 10, 20, 2) });
    office.now = morning + 2 * day;
    expect(items()).toMatchObject([
      {
        item: `key_date/${id}`,
        type: 'key_date',
        keyDateKind: 'custom',
        dueDate: '2026-11-29',
        group: 'later',
        text: 'Страховка',
      },
    ]);
    office.now = Date.UTC(2026, 10, 29, 3);
    expect(items()).toMatchObject([{ group: 'today' }]);
    office.now += day;
    expect(items()).toMatchObject([{ group: 'overdue', title: 'Мой' }]);
    office.here('key_date.settle', { documentId: mine, id, done: true });
    expect(items()).toEqual([]);
  });

  it('gives key dates of the responsible to whoever stands in for key dates', () => {
    const id = office.contract({ responsibleId: boss });
    office.keyDate(id, { kind: 'notice', title: '', date: '2026-11-20', remindDays: [7], responsibleId: accountant });
    expect(items()).toEqual([]);
    const names = { employeeId: accountant, substituteId: person, from: '2026-11-18', to: '2026-11-19', reason: null };
    office.centre('substitution.create', { ...names, kinds: ['key_dates'] }, accountant);
    expect(items()).toMatchObject([{ type: 'key_date', keyDateKind: 'notice', insteadOfId: accountant, text: null }]);
  });

  it('shows mentions by others until they are put away for good', () => {
    const id = office.contract({ subject: 'Спор' });
    const say = (text: string, by: string) =>
      office.centre('comment.add', { objectEntity: 'document', objectId: id, text }, by) as { id: string };
    say('Без имён', lawyer);
    say('@user1 посмотри', person);
    say('@user0 сам себе', person);
    const { id: comment } = say('@user0 посмотри, пожалуйста', lawyer);
    const item = `comment/${comment}`;
    expect(items()).toMatchObject([{ item, type: 'mention', title: 'Спор', fromId: lawyer, group: 'later' }]);
    office.here('work.snooze', { items: [item], until: null });
    expect(items()).toEqual([]);
    expect(work('snoozed').items).toEqual([]);
  });

  it('shows open disputes of the author and of whoever answers for the document', () => {
    const own = office.contract({ subject: 'Мой' });
    const other = office.contract({ subject: 'Чужой', responsibleId: lawyer });
    const party = counterpartyRow(1);
    office.put('counterparty', party);
    office.put('conflict', conflictRow(1, { objectId: own, authorId: lawyer, theirsById: boss }));
    office.put('conflict', conflictRow(2, { objectId: other, authorId: lawyer }));
    office.put('conflict', conflictRow(3, { objectEntity: 'counterparty', objectId: party.id }));
    office.put('conflict', conflictRow(4, { objectId: own, state: 'resolved' }));
    expect(work('conflicts').items.map((one) => [one.title, one.documentId, one.fromId])).toEqual([
      ['Мой', own, boss],
      ['Компания 1', null, null],
    ]);
  });

  it('keeps what was put off under its tab until its time', () => {
    const id = submitted('Аренда', step('me', [person]));
    submitted('Поставка', step('me', [person]));
    const [task] = office.rows('approval_task', id);
    const until = morning + 30 * minute;
    office.here('work.snooze', { items: [`approval_task/${task?.id}`], until });
    expect(items().map((one) => one.title)).toEqual(['Поставка']);
    expect(work('snoozed')).toMatchObject({
      items: [{ title: 'Аренда', snoozedUntil: until }],
      counts: { all: 1, approvals: 1, snoozed: 1 },
      next: { title: 'Аренда', at: until },
    });
    office.now = until;
    expect(items()).toHaveLength(2);
    expect(work('snoozed').items).toEqual([]);
    office.here('work.snooze', { items: [`approval_task/${task?.id}`], until: null });
    expect(work('snoozed')).toMatchObject({ items: [{ title: 'Аренда', snoozedUntil: null }], next: null });
  });

  it('has a tab for each kind and finds words of any part', () => {
    submitted('Договор аренды', step('me', [person]));
    const id = office.contract({ subject: 'Приказ' });
    const reading = { documentId: id, employeeIds: [person], deadlineMinutes: null, note: 'До среды' };
    office.centre('acknowledgement.request', reading, lawyer);
    expect(work('approvals').items.map((one) => one.type)).toEqual(['approve']);
    expect(work('acknowledgements').items.map((one) => one.type)).toEqual(['acknowledge']);
    expect(work().counts).toMatchObject({ all: 2, approvals: 1, acknowledgements: 1, dates: 0 });
    expect(work('all', null, 'юрин АРЕНД').items.map((one) => one.title)).toEqual(['Договор аренды']);
    expect(work('all', null, 'среды').items.map((one) => one.title)).toEqual(['Приказ']);
    expect(work('all', null, 'ничего')).toMatchObject({ items: [], counts: { all: 2 } });
  });

  it('leaves out what is about a record that is not on this workstation', () => {
    const id = submitted('Аренда', step('me', [person]));
    office.writer.prepare('DELETE FROM document WHERE id = ?').run(id);
    office.raise('document');
    office.put('conflict', conflictRow(1, { objectId: idAt(77), authorId: lawyer }));
    expect(items()).toEqual([]);
  });
});
