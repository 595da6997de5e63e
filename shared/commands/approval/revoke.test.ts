import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '#shared/commands/execute.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { accountant, deal, head, lawyer, Office, signer, step } from '#tests/fixtures/kernel/office.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
});
const revoke = (made: Outcome, as: string, given: object = {}): Outcome =>
  office.run('decision.revoke', { id: office.decision(made).id, documentId: deal }, { as, ...given });

describe('decision.revoke', () => {
  test('takes back what was sent, here', () => {
    resultOf(office.submit([step([lawyer])]));
    const made = office.say(lawyer, 'approve', { where: 'device' });
    resultOf(revoke(made, lawyer, { where: 'device' }));
    expect(office.decision(made).state).toBe('revoked');
    resultOf(office.say(lawyer, 'reject', { where: 'device' }));
  });

  test('takes back what stands: the task is asked again, in the step where it was', () => {
    resultOf(office.submit([step([lawyer]), step([signer])]));
    const made = office.say(lawyer);
    resultOf(revoke(made, lawyer));
    expect(office.asked()).toEqual([{ [lawyer]: 'active' }, { [signer]: 'waiting' }]);
    expect(revoke(made, lawyer)).toMatchObject({ ok: true, changes: [] });
  });

  test('the same question keeps its clock; the text changed or a round sent back is a new one', () => {
    resultOf(office.submit([step([lawyer], { deadlineMinutes: 480 }), step([signer], { deadlineMinutes: 480 })]));
    const task = (of: string) => office.all('approval_task').find((one) => one.employeeId === of);
    const asked = task(lawyer);
    expect(asked?.dueAt).not.toBeNull();
    const later = { at: (asked?.activeSince ?? 0) + 3 * 86_400_000 };
    const made = office.say(lawyer, 'approve', later);
    resultOf(revoke(made, lawyer, { at: later.at + 60_000 }));
    expect(task(lawyer)).toMatchObject({ state: 'active', dueAt: asked?.dueAt, activeSince: asked?.activeSince });

    resultOf(office.say(lawyer, 'approve', { at: later.at + 120_000 }));
    resultOf(office.say(signer, 'return', { at: later.at + 180_000, toStep: 0 }));
    expect(task(lawyer)?.dueAt).toBeGreaterThan(asked?.dueAt ?? 0);
    expect(task(signer)).toMatchObject({ state: 'waiting', dueAt: null, activeSince: null });
  });

  test('opens an approved round again before the signature', () => {
    resultOf(office.submit([step([lawyer])]));
    const made = office.say(lawyer);
    resultOf(revoke(made, lawyer));
    expect(office.round().state).toBe('running');
    expect(office.get('document', deal).state).toBe('approve');
  });

  test('opens a returned and a rejected round again', () => {
    for (const verdict of ['return', 'reject'] as const) {
      office = new Office();
      resultOf(office.submit([step([lawyer]), step([signer])]));
      resultOf(office.say(lawyer));
      const made = office.say(signer, verdict);
      resultOf(revoke(made, signer));
      expect(office.round()).toMatchObject({ state: 'running', finishedAt: null });
      expect(office.asked()).toEqual([{ [lawyer]: 'done' }, { [signer]: 'active' }]);
      expect(office.get('document', deal).state).toBe('approve');
    }
  });

  test('what the author has rewritten since the return is asked of everybody', () => {
    resultOf(office.submit([step([lawyer]), step([signer])]));
    resultOf(office.say(lawyer));
    const made = office.say(signer, 'return');
    resultOf(office.edit({ amount: 5 }));
    resultOf(revoke(made, signer));
    expect(office.asked()).toEqual([{ [lawyer]: 'active' }, { [signer]: 'waiting' }]);
    expect(office.round().hash).toBe(office.hash());
  });

  test('is too late once somebody has decided because of it: in a later step, or after it in a sequence', () => {
    resultOf(office.submit([step([lawyer]), step([signer, head], { mode: 'sequence' })]));
    const first = office.say(lawyer);
    const second = office.say(signer);
    expect(codeOf(revoke(first, lawyer))).toBe('TOO_LATE');
    resultOf(office.say(head));
    expect(codeOf(revoke(second, signer))).toBe('TOO_LATE');
  });

  test('is not too late for others of the same step, who decide without it', () => {
    resultOf(office.submit([step([lawyer, accountant])]));
    const first = office.say(lawyer);
    resultOf(office.say(accountant));
    resultOf(revoke(first, lawyer));
    expect(office.asked()).toEqual([{ [lawyer]: 'active', [accountant]: 'done' }]);
  });

  test('is too late for a signed paper, a newer round, a cancelled one, and a return to an earlier step', () => {
    resultOf(office.submit([step([signer], { kind: 'sign' })]));
    expect(codeOf(revoke(office.say(signer), signer))).toBe('TOO_LATE');

    office = new Office();
    resultOf(office.submit([step([lawyer])]));
    const made = office.say(lawyer);
    resultOf(office.submit([step([signer])]));
    expect(codeOf(revoke(made, lawyer))).toBe('TOO_LATE');
    expect(office.get('document', deal).state).toBe('approve');

    office = new Office();
    resultOf(office.submit([step([lawyer]), step([signer])]));
    const earlier = office.say(lawyer);
    const back = office.say(signer, 'return', { toStep: 0 });
    expect(codeOf(revoke(back, signer))).toBe('TOO_LATE');
    expect(codeOf(revoke(earlier, lawyer))).toBe('TOO_LATE');

    office = new Office();
    resultOf(office.submit([step([lawyer, head])]));
    const before = office.say(lawyer);
    const id = office.round().id;
    resultOf(office.run('approval.cancel', { documentId: deal, approvalId: id, reason: '' }));
    expect(codeOf(revoke(before, lawyer))).toBe('TOO_LATE');
  });

  test('a return of a paper that was signed without approval meanwhile stays', () => {
    resultOf(office.submit([step([lawyer])]));
    const made = office.say(lawyer, 'return');
    resultOf(
      office.run('contract.advance', { id: deal, to: 'signed', date: '2026-05-28', number: null, comment: null }),
    );
    expect(codeOf(revoke(made, lawyer))).toBe('TOO_LATE');
  });

  test('is for whoever decided, nobody else', () => {
    resultOf(office.submit([step([lawyer])]));
    const made = office.say(lawyer);
    expect(codeOf(revoke(made, accountant))).toBe('NOT_YOUR_TURN');
  });
});
