import { beforeEach, describe, expect, test } from 'vitest';
import { blankField } from '#shared/domain/form/form.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { author, head, lawyer, signer, step } from '#tests/fixtures/kernel/office.ts';
import { june, Portal } from '#tests/fixtures/kernel/portal.ts';
import { formOf } from '#tests/fixtures/kernel/portal-samples.ts';
import { director } from '#tests/fixtures/kernel/rows.ts';

let portal: Portal;
let purchase: string;
beforeEach(() => {
  portal = new Portal();
  purchase = portal.service('Закупка', { routeId: portal.route([step([head], { key: 'a' }), step([signer])]) });
});
const now = () => ({ at: portal.now, received: portal.now });
const says = (who: string, id: string, verdict: 'approve' | 'return' | 'reject' = 'approve') =>
  resultOf(portal.say(who, verdict, now(), id));
const edit = (id: string, what: string) => ({ id, patch: { what }, base: { what: portal.ticket(id).values['what'] } });

describe('a request that has to be agreed', () => {
  test('waits for its approvers, then for its desk; the clocks begin with the desk', () => {
    const id = portal.ask(purchase);
    expect(portal.ticket(id)).toMatchObject({ state: 'approval', breaksAt: null });
    expect(codeOf(portal.does('ticket.take', { id }, lawyer))).toBe('NOT_APPROVED');
    portal.now = june(1, 11);
    says(head, id);
    portal.now = june(1, 12);
    says(signer, id);
    expect(portal.ticket(id)).toMatchObject({ state: 'open', approvalMinutes: 180, responseDueAt: june(1, 13) });
    expect(portal.get('document', id).state).toBe('perform');
  });

  test('of somebody with nobody above them is not asked of a head', () => {
    const byHead = portal.service('Отпуск без отдела', { routeId: portal.route([step([{ type: 'head' }])]) });
    expect(portal.ticket(portal.ask(byHead, { what: 'Мышь' }, author)).state).toBe('approval');
    expect(portal.ticket(portal.ask(byHead, { what: 'Мышь' }, director)).state).toBe('open');
    const both = portal.service('С подписью', {
      routeId: portal.route([step([{ type: 'head' }], { key: 'a' }), step([signer])]),
    });
    expect(portal.round(portal.ask(both, { what: 'Мышь' }, director)).steps).toHaveLength(1);
  });

  test('given back: the desk cannot go around the approver, the requester edits and sends it in again', () => {
    const id = portal.ask(purchase);
    says(head, id, 'return');
    expect(portal.ticket(id)).toMatchObject({ state: 'waiting', question: { resubmit: true, askedById: head } });
    for (const [name, args] of [
      ['ticket.take', {}],
      ['ticket.resolve', { solution: null }],
      ['ticket.stage', { stage: 1 }],
      ['ticket.decline', { reason: 'Нет' }],
      ['ticket.assign', { employeeId: lawyer }],
      ['ticket.reply', { text: 'Готово', next: 'resolve', options: [] }],
    ] as const)
      expect([name, codeOf(portal.does(name, { id, ...args }, lawyer))]).toEqual([name, 'NOT_APPROVED']);
    resultOf(portal.does('ticket.reply', { id, text: 'Видим', next: 'none', options: [] }, lawyer));
    resultOf(portal.does('ticket.answer', { id, text: 'Сейчас исправлю' }));
    expect(portal.ticket(id)).toMatchObject({ state: 'waiting', assigneeId: null });
    resultOf(portal.does('ticket.update', edit(id, 'Две мыши')));
    resultOf(portal.does('ticket.resubmit', { id, note: 'Исправил' }));
    expect(portal.ticket(id)).toMatchObject({ state: 'approval', question: null });
    expect(portal.round(id).round).toBe(2);
    says(head, id);
    says(signer, id);
    expect(portal.ticket(id).state).toBe('open');
  });

  test('a question of the desk is not answered by sending it in again', () => {
    const id = portal.ask();
    resultOf(portal.does('ticket.reply', { id, text: 'Какая?', next: 'ask', options: [] }, lawyer));
    expect(codeOf(portal.does('ticket.resubmit', { id, note: null }))).toBe('NOT_ASKED');
  });

  test('edited while it is agreed: what was decided before does not count any more', () => {
    const id = portal.ask(purchase);
    says(head, id);
    expect(portal.inForce(id)).toHaveLength(1);
    resultOf(portal.does('ticket.update', edit(id, 'Три мыши')));
    expect(portal.inForce(id)).toHaveLength(0);
    expect(portal.round(id)).toMatchObject({ currentStep: 0, versionNumber: 2 });
    says(head, id);
    says(signer, id);
    expect(portal.ticket(id).state).toBe('open');
    expect(codeOf(portal.does('ticket.update', edit(id, 'Сто мышей')))).toBe('APPROVED_LOCKED');
  });

  test('two who edit the same field: the second is told', () => {
    const id = portal.ask(purchase);
    const second = edit(id, 'Клавиатура');
    resultOf(portal.does('ticket.update', edit(id, 'Две мыши')));
    expect(portal.does('ticket.update', second)).toMatchObject({ code: 'STALE_VERSION', details: { field: 'what' } });
  });

  test('rejected, or cancelled while it is agreed: nobody is asked any more', () => {
    const [one, other] = [portal.ask(purchase), portal.ask(purchase)];
    says(head, one, 'reject');
    resultOf(portal.does('ticket.cancel', { id: other, reason: null }));
    expect([portal.ticket(one).state, portal.ticket(other).state]).toEqual(['rejected', 'cancelled']);
    for (const id of [one, other]) expect(Object.values(portal.asked(id)[1] ?? {})).toEqual(['closed']);
    expect(portal.get('document', other).state).toBe('void');
  });

  test('the route of the service is the only one: its paper is neither sent another way nor rewritten past the form', () => {
    const id = portal.ask(purchase);
    says(head, id, 'return');
    const own = { documentId: id, routeId: null, steps: [step([author])], note: null };
    expect(codeOf(portal.does('approval.submit', own))).toBe('DENIED');
    const { subject, kind } = portal.get('document', id);
    const patches = [
      [{ subject: 'Иное' }, { subject }],
      [{ kind: 'internal' }, { kind }],
    ];
    for (const [patch, base] of patches)
      expect(codeOf(portal.does('document.update', { id, patch, base }))).toBe('DENIED');
    expect(codeOf(portal.does('document.archive', { id }))).toBe('DENIED');
  });

  test('a return that is taken back puts the round in force again; a rejection has ended the request', () => {
    const [one, other] = [portal.ask(purchase), portal.ask(purchase)];
    const back = portal.decision(portal.say(head, 'return', now(), one));
    const away = portal.decision(portal.say(head, 'reject', now(), other));
    resultOf(portal.does('decision.revoke', { id: back.id, documentId: one }, head));
    expect(portal.ticket(one)).toMatchObject({ state: 'approval', question: null });
    expect(codeOf(portal.does('decision.revoke', { id: away.id, documentId: other }, head))).toBe('TOO_LATE');
    expect(portal.ticket(other).state).toBe('rejected');
  });

  test('a request that was cancelled while it was given back is not agreed to afterwards', () => {
    const id = portal.ask(purchase);
    const back = portal.decision(portal.say(head, 'return', now(), id));
    resultOf(portal.does('ticket.cancel', { id, reason: null }));
    expect(codeOf(portal.does('decision.revoke', { id: back.id, documentId: id }, head))).toBe('TOO_LATE');
    expect(portal.round(id).state).toBe('returned');
  });

  test('a service without a desk is done when everybody has agreed', () => {
    const routeId = portal.route([step([head])]);
    const only = portal.service('Согласие', { routeId, queueId: null });
    const id = portal.ask(only);
    says(head, id);
    expect(portal.ticket(id)).toMatchObject({ state: 'resolved', resolvedAt: portal.now });
  });

  describe('whose sum grows', () => {
    const dear = { field: 'amount', from: 100, below: null } as const;
    const sum = (amount: number) => ({ sum: amount });
    const grow = (id: string, amount: number) =>
      portal.does('ticket.update', { id, patch: sum(amount), base: { sum: portal.ticket(id).values['sum'] } });
    const form = formOf(blankField('sum', 'money', 'Сумма', { required: true }));
    const bySum = (...first: ReturnType<typeof step>[]): string => {
      const last = step([signer], { key: 'dear', conditions: [dear] });
      return portal.service('По сумме', { form, routeId: portal.route([...first, last]) });
    };

    test('asks for the step that it did not need before, in a round of its own', () => {
      const id = portal.ask(bySum(step([head])), sum(50));
      expect(portal.round(id).steps).toHaveLength(1);
      resultOf(grow(id, 60));
      expect(portal.round(id)).toMatchObject({ round: 1, state: 'running' });
      resultOf(grow(id, 500));
      expect(portal.round(id)).toMatchObject({ round: 2, state: 'running', authorId: author });
      expect(portal.all('approval').filter((one) => one.documentId === id && one.state === 'running')).toHaveLength(1);
      says(head, id);
      expect(portal.ticket(id).state).toBe('approval');
      says(signer, id);
      expect(portal.ticket(id).state).toBe('open');
    });

    test('comes back from the desk when nobody had to agree before', () => {
      const id = portal.ask(bySum(), sum(50));
      resultOf(portal.does('ticket.take', { id }, lawyer));
      resultOf(grow(id, 500));
      expect(portal.ticket(id)).toMatchObject({ state: 'approval', assigneeId: null, breaksAt: null });
      says(signer, id);
      expect(portal.ticket(id).state).toBe('open');
      expect(codeOf(grow(id, 900))).toBe('APPROVED_LOCKED');
    });
  });

  test('steps that do not concern a request are not asked for, and their desk has it at once', () => {
    const dear = { field: 'amount', from: 100, below: null } as const;
    const routeId = portal.route([step([signer], { conditions: [dear] })]);
    const id = portal.ask(portal.service('Мелочь', { routeId }), { what: 'Ручка' }, author);
    expect(portal.ticket(id).state).toBe('open');
  });
});
