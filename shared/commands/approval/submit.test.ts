import { beforeEach, describe, expect, test } from 'vitest';
import type { RouteMember, RouteStep } from '#shared/domain/approval/route.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import {
  accountant,
  author,
  deal,
  farLawyer,
  head,
  lawyer,
  management,
  Office,
  sales,
  signer,
  step,
} from '#tests/fixtures/kernel/office.ts';
import { blocked, director, kazan, moscow, omsk, rowId } from '#tests/fixtures/kernel/rows.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
});

describe('approval.submit', () => {
  test('the first step is asked, the others wait; the document is in approval and shown to everybody asked', () => {
    resultOf(office.submit([step([lawyer, accountant]), step([signer], { kind: 'sign' })]));
    expect(office.asked()).toEqual([{ [lawyer]: 'active', [accountant]: 'active' }, { [signer]: 'waiting' }]);
    expect(office.get('document', deal)).toMatchObject({
      state: 'approve',
      participants: [lawyer, accountant, signer],
    });
    expect(office.round()).toMatchObject({ state: 'running', round: 1, versionNumber: 1, hash: office.hash() });
    expect(office.all('document_version')).toMatchObject([{ number: 1, hash: office.hash() }]);
  });

  test('steps whose conditions do not hold are left out; an unknown amount meets no condition about amounts', () => {
    const above = (from: number): Partial<RouteStep> => ({ conditions: [{ field: 'amount', from, below: null }] });
    const route = [step([lawyer]), step([accountant], above(100_000)), step([signer], above(100_001))];
    resultOf(office.submit(route));
    expect(office.asked()).toEqual([{ [lawyer]: 'active' }, { [accountant]: 'waiting' }]);
    office = new Office();
    resultOf(office.edit({ amount: null }));
    resultOf(office.submit(route));
    expect(office.asked()).toEqual([{ [lawyer]: 'active' }]);
  });

  test.each<[string, RouteMember, string[]]>([
    ['the head of the author’s department', { type: 'head' }, [head]],
    ['a role in the document’s branch', { type: 'role', role: 'lawyer', where: 'branch' }, [lawyer]],
    ['a role in the whole company', { type: 'role', role: 'lawyer', where: 'organization' }, [lawyer, farLawyer]],
    ['whoever is responsible', { type: 'responsible' }, [accountant]],
  ])('%s', (_case, member, expected) => {
    resultOf(office.edit({ responsibleId: accountant }));
    resultOf(office.submit([step([member])]));
    expect(Object.keys(office.asked()[0] ?? {})).toEqual(expected);
  });

  test('a head’s own papers go to the head of the department above', () => {
    resultOf(office.submit([step([{ type: 'head' }])], { as: head }));
    expect(office.asked()).toEqual([{ [director]: 'active' }]);
  });

  test('a ring of departments without a head ends', () => {
    const ring = { branchId: moscow, headId: null, archivedAt: null };
    office.put('department', { id: sales, name: 'а', parentId: management, ...ring });
    office.put('department', { id: management, name: 'б', parentId: sales, ...ring });
    expect(codeOf(office.submit([step([{ type: 'head' }])]))).toBe('NO_APPROVER');
  });

  test('one person named twice in a step is asked once', () => {
    resultOf(office.submit([step([lawyer, { type: 'role', role: 'lawyer', where: 'branch' }])]));
    expect(office.asked()).toEqual([{ [lawyer]: 'active' }]);
  });

  test.each<[string, RouteStep[], string]>([
    ['nobody left in a step', [step([lawyer]), step([blocked])], 'NO_APPROVER'],
    ['a role that nobody has', [step([{ type: 'role', role: 'it', where: 'organization' }])], 'NO_APPROVER'],
    ['nobody responsible', [step([{ type: 'responsible' }])], 'NO_APPROVER'],
    ['no step at all', [], 'NO_ROUTE'],
    ['no step that applies', [step([lawyer], { conditions: [{ field: 'branchId', in: [kazan] }] })], 'NO_ROUTE'],
    ['31 steps', Array.from({ length: 31 }, () => step([lawyer])), 'TOO_LONG'],
  ])('%s is refused and writes nothing', (_case, steps, code) => {
    const before = [...office.rows];
    expect(codeOf(office.submit(steps))).toBe(code);
    expect([...office.rows]).toEqual(before);
  });

  test('two people submit the same paper: the second is told so', () => {
    resultOf(office.submit([step([lawyer])]));
    expect(codeOf(office.submit([step([accountant])], { as: head }))).toBe('ALREADY_RUNNING');
  });

  test('what is signed, archived or out of sight is not submitted', () => {
    expect(codeOf(office.submit([step([lawyer])], { as: office.outsider() }))).toBe('NOT_FOUND');
    resultOf(
      office.run('contract.advance', { id: deal, to: 'signed', date: '2026-05-28', number: null, comment: null }),
    );
    expect(codeOf(office.submit([step([lawyer])]))).toBe('APPROVED_LOCKED');
    office = new Office();
    resultOf(office.run('document.archive', { id: deal }));
    expect(codeOf(office.submit([step([lawyer])]))).toBe('ARCHIVED');
  });

  test('a route is copied: what its administrator changes later does not reach rounds under way', () => {
    const id = rowId(25, 1);
    office.put('approval_route', sampleRow('approval_route', id, { steps: [step([lawyer])], version: 3 }));
    resultOf(
      office.run('approval.submit', { documentId: deal, routeId: id, steps: null, note: 'срочно' }, { as: author }),
    );
    resultOf(
      office.run('approval_route.update', {
        id,
        patch: { steps: [step([signer])] },
        base: { steps: [step([lawyer])] },
      }),
    );
    expect(office.get('approval_route', id).version).toBe(4);
    expect(office.round()).toMatchObject({ routeId: id, routeVersion: 3, note: 'срочно' });
    expect(office.asked()).toEqual([{ [lawyer]: 'active' }]);
  });

  test('on a workstation and in the centre the same rows come of it, but for when', () => {
    const [here, there] = [new Office(), new Office()];
    resultOf(here.submit([step([lawyer]), step([signer])], { where: 'device', at: 1_780_000_000_000 }));
    resultOf(there.submit([step([lawyer]), step([signer])], { at: 1_780_000_000_000 }));
    expect([...here.rows.keys()]).toEqual([...there.rows.keys()]);
  });
});

describe('deadlines', () => {
  // Thursday, 11 June 2026, 16:00 in Moscow is 19:00 in Omsk; the 12th is a holiday.
  const at = Date.UTC(2026, 5, 11, 13, 0);
  const due = (employee: string): string => new Date(office.task(employee).dueAt ?? 0).toISOString();
  beforeEach(() => {
    const days = [{ date: '2026-06-12', kind: 'holiday' }];
    resultOf(office.run('working_calendar.save', { year: 2026, days, source: null }));
  });

  test('run in the working time of the approver’s own branch', () => {
    resultOf(office.submit([step([lawyer, farLawyer], { deadlineMinutes: 240 })], { at, received: at }));
    // Moscow: two hours on Thursday (until 18:00), then two on Monday from 9:00. Omsk: the day is over; four on Monday.
    expect(due(lawyer)).toBe('2026-06-15T08:00:00.000Z');
    expect(due(farLawyer)).toBe('2026-06-15T07:00:00.000Z');
    expect(office.get('branch', omsk).offsets).toEqual([{ from: null, minutes: 360 }]);
  });

  test('begin when a person’s turn comes, and anew when the text changes', () => {
    const hour = 3_600_000;
    resultOf(office.submit([step([lawyer]), step([signer], { deadlineMinutes: 60 })], { at: at - 5 * hour }));
    expect(office.task(signer).dueAt).toBeNull();
    resultOf(office.say(lawyer, 'approve', { at: at - 4 * hour, received: at - 4 * hour }));
    expect(due(signer)).toBe(new Date(at - 3 * hour).toISOString());
    resultOf(office.edit({ amount: 5 }, { at: at - hour, received: at - hour }));
    resultOf(office.say(lawyer, 'approve', { at, received: at }));
    expect(due(signer)).toBe(new Date(at + hour).toISOString());
  });
});
