import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import {
  accountant,
  author,
  deal,
  farLawyer,
  head,
  lawyer,
  Office,
  signer,
  step,
} from '#tests/fixtures/kernel/office.ts';
import { blocked, director, rowId } from '#tests/fixtures/kernel/rows.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
});
const delegate = (of: string, to: string, as = of) =>
  office.run(
    'approval.delegate',
    { documentId: deal, taskId: office.task(of).id, employeeId: to, comment: 'Прошу' },
    { as },
  );
const add = (employeeId: string, as: string) =>
  office.run(
    'approval.add-approver',
    { documentId: deal, approvalId: office.round().id, employeeId, comment: '' },
    { as },
  );

describe('approval.delegate', () => {
  beforeEach(() => void resultOf(office.submit([step([lawyer], { deadlineMinutes: 60 }), step([signer])])));

  test('the new owner decides in their own name, in their own working time, and sees the paper', () => {
    resultOf(delegate(lawyer, farLawyer));
    const task = office.task(farLawyer);
    expect(task).toMatchObject({ state: 'active', origin: 'delegated', fromId: lawyer, comment: 'Прошу' });
    expect(office.get('document', deal).participants).toContain(farLawyer);
    expect(codeOf(office.say(lawyer, 'approve', { of: farLawyer }))).toBe('NOT_YOUR_TURN');
    const made = office.decision(office.say(farLawyer));
    expect(made).toMatchObject({ employeeId: farLawyer, actorId: farLawyer });
    expect(office.asked()).toEqual([{ [farLawyer]: 'done' }, { [signer]: 'active' }]);
  });

  test('a task whose turn has not come is handed over and still waits', () => {
    resultOf(delegate(signer, head));
    expect(office.asked()).toEqual([{ [lawyer]: 'active' }, { [head]: 'waiting' }]);
  });

  test('what the owner before said of an earlier text does not bind the new one', () => {
    const seen = office.hash();
    resultOf(office.edit({ amount: 5 }));
    const earlier = office.say(lawyer, 'approve', { hash: seen });
    resultOf(delegate(lawyer, farLawyer));
    resultOf(office.edit({ amount: 100_000 }));
    expect(office.decision(earlier).state).toBe('superseded');
    expect(office.task(farLawyer).state).toBe('active');
  });

  test('those who lead the paper may hand over for others; strangers and colleagues may not', () => {
    expect(codeOf(delegate(lawyer, head, accountant))).toBe('NOT_YOUR_TURN');
    resultOf(delegate(lawyer, head, author));
    resultOf(delegate(head, lawyer, director));
  });

  test.each<[string, () => void, string, string]>([
    ['a blocked person', () => {}, blocked, 'BLOCKED'],
    ['nobody', () => {}, rowId(2, 99), 'NOT_FOUND'],
    ['what is decided', () => void resultOf(office.say(lawyer)), head, 'ALREADY_DECIDED'],
    ['what was called off', () => void resultOf(office.say(lawyer, 'reject')), head, 'ALREADY_DECIDED'],
    ['somebody asked in the same step', () => void resultOf(add(head, lawyer)), head, 'ALREADY_EXISTS'],
  ])('%s', (_case, before, to, code) => {
    before();
    expect(codeOf(delegate(lawyer, to))).toBe(code);
  });

  test('to oneself nothing happens', () => {
    expect(delegate(lawyer, lawyer)).toMatchObject({ ok: true, changes: [] });
  });
});

describe('approval.add-approver', () => {
  beforeEach(() => void resultOf(office.submit([step([lawyer]), step([signer], { kind: 'sign' })])));

  test('asks one more in the step under way, which is complete only with them', () => {
    resultOf(add(accountant, lawyer));
    expect(office.task(accountant)).toMatchObject({ state: 'active', origin: 'added', fromId: lawyer, position: 1 });
    resultOf(office.say(lawyer));
    expect(office.task(signer).state).toBe('waiting');
    resultOf(office.say(accountant));
    expect(office.task(signer).state).toBe('active');
    resultOf(add(head, signer));
    expect(office.task(head)).toMatchObject({ kind: 'sign', step: 1 });
  });

  test('in a sequence they come last', () => {
    office = new Office();
    resultOf(office.submit([step([lawyer, signer], { mode: 'sequence' })]));
    resultOf(add(accountant, lawyer));
    expect(office.asked()).toEqual([{ [lawyer]: 'active', [signer]: 'waiting', [accountant]: 'waiting' }]);
  });

  test('two people add the same one: the second is told', () => {
    resultOf(add(accountant, lawyer));
    expect(codeOf(add(accountant, author))).toBe('ALREADY_EXISTS');
  });

  test('only those asked in the step, and those who lead the paper; never a blocked one, never in an ended round', () => {
    expect(codeOf(add(accountant, signer))).toBe('NOT_YOUR_TURN');
    expect(codeOf(add(blocked, author))).toBe('BLOCKED');
    resultOf(office.say(lawyer, 'return'));
    expect(codeOf(add(accountant, author))).toBe('NOT_RUNNING');
  });
});

describe('approval.cancel', () => {
  const cancel = (as: string) =>
    office.run('approval.cancel', { documentId: deal, approvalId: office.round().id, reason: 'Рано' }, { as });
  beforeEach(() => void resultOf(office.submit([step([lawyer])])));

  test('the document is its author’s again; what comes after is late', () => {
    resultOf(cancel(author));
    expect(office.round().state).toBe('cancelled');
    expect(office.task(lawyer).state).toBe('closed');
    expect(office.get('document', deal).state).toBe('draft');
    expect(office.decision(office.say(lawyer)).state).toBe('late');
    expect(codeOf(cancel(author))).toBe('NOT_RUNNING');
    resultOf(office.submit([step([lawyer])]));
  });

  test('is not for those who are asked', () => {
    expect(codeOf(cancel(lawyer))).toBe('NOT_YOUR_TURN');
  });

  test('a decision that came first stands; the cancelling comes after it', () => {
    resultOf(office.say(lawyer));
    expect(codeOf(cancel(author))).toBe('NOT_RUNNING');
  });
});

describe('approval.escalate', () => {
  const escalate = (at: number) =>
    office.run('approval.escalate', { taskId: office.task(lawyer).id }, { as: centreUser, at, received: at });
  const start = Date.UTC(2026, 4, 28, 7);
  const due = start + 3_600_000;
  beforeEach(() => {
    const limits = { deadlineMinutes: 60, escalateTo: { type: 'employee', employeeId: head } } as const;
    resultOf(office.submit([step([lawyer], limits)], { at: start, received: start }));
  });

  test('after the deadline somebody else may decide as well, once', () => {
    expect(codeOf(office.say(head, 'approve', { of: lawyer }))).toBe('NOT_YOUR_TURN');
    expect(escalate(due - 1)).toMatchObject({ ok: true, changes: [] });
    expect(resultOf(escalate(due))).toEqual({ employeeId: head });
    expect(escalate(due + 5)).toMatchObject({ ok: true, changes: [] });
    const made = office.decision(office.say(head, 'approve', { of: lawyer }));
    expect(made).toMatchObject({ employeeId: lawyer, actorId: head, state: 'standing' });
    expect(office.round().state).toBe('approved');
    expect(escalate(due + 9)).toMatchObject({ ok: true, changes: [] });
  });

  test('the text changes: the deadline runs anew, and nobody else may decide', () => {
    resultOf(escalate(due));
    resultOf(office.say(lawyer));
    resultOf(office.edit({ amount: 5 }));
    expect(office.task(lawyer)).toMatchObject({ state: 'active', escalatedToId: null });
    expect(codeOf(office.say(head, 'approve', { of: lawyer }))).toBe('NOT_YOUR_TURN');
  });

  test('is not for people', () => {
    expect(codeOf(office.run('approval.escalate', { taskId: office.task(lawyer).id }))).toBe('DENIED');
  });
});

describe('acknowledgement.request', () => {
  const ask = (employeeIds: string[]) =>
    office.run(
      'acknowledgement.request',
      { documentId: deal, employeeIds, deadlineMinutes: null, note: null },
      { as: author },
    );
  const tasks = () => office.all('approval_task').filter((one) => one.kind === 'acknowledge');
  const read = (as: string, given: object = {}) =>
    office.run(
      'decision.make',
      {
        documentId: deal,
        taskId: tasks().find((one) => one.employeeId === as)?.id,
        verdict: 'approve',
        comment: null,
        attachmentId: null,
        hash: office.hash(),
        hashSpec: 1,
        versionNumber: 1,
        toStep: null,
        ...given,
      },
      { as },
    );
  const round = () => office.all('approval')[0];

  test('everybody says that they have read; the document stays in its state and may be in approval beside', () => {
    resultOf(ask([lawyer, accountant]));
    expect(office.get('document', deal)).toMatchObject({ state: 'draft', participants: [lawyer, accountant] });
    resultOf(office.submit([step([signer])]));
    resultOf(read(lawyer));
    expect(round()?.state).toBe('running');
    resultOf(read(accountant));
    expect(round()?.state).toBe('approved');
    expect(office.round().state).toBe('running');
  });

  test('while it runs, whoever has read an earlier text is asked again; once it is complete it stays', () => {
    resultOf(ask([lawyer, accountant]));
    resultOf(read(lawyer));
    resultOf(office.edit({ amount: 5 }));
    expect(tasks().map((one) => one.state)).toEqual(['active', 'active']);
    resultOf(read(lawyer));
    resultOf(read(accountant));
    resultOf(office.edit({ amount: 6 }));
    expect(round()?.state).toBe('approved');
    expect(tasks().map((one) => one.state)).toEqual(['done', 'done']);
  });

  test('one reader of many cannot return or reject it', () => {
    resultOf(ask([lawyer, accountant]));
    for (const verdict of ['return', 'reject'])
      expect(codeOf(read(lawyer, { verdict, comment: 'Нет' }))).toBe('BAD_INPUT');
  });

  test('the last reader may take it back while the text is the same', () => {
    resultOf(ask([lawyer]));
    const { id } = resultOf<{ id: string }>(read(lawyer));
    resultOf(office.run('decision.revoke', { id, documentId: deal }, { as: lawyer }));
    expect(round()?.state).toBe('running');
    const again = resultOf<{ id: string }>(read(lawyer));
    resultOf(office.edit({ amount: 5 }));
    expect(codeOf(office.run('decision.revoke', { id: again.id, documentId: deal }, { as: lawyer }))).toBe('TOO_LATE');
  });

  test('nobody to ask', () => {
    expect(codeOf(ask([blocked]))).toBe('NO_APPROVER');
    expect(codeOf(ask([]))).toBe('BAD_INPUT');
  });
});
