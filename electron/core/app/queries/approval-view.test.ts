import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accountant,
  boss,
  ContractOffice,
  day,
  deputy,
  lawyer,
  minute,
  morning,
  step,
} from '#electron/core/app/queries/fixture/contract-office.ts';
import { idAt, person } from '#electron/core/app/queries/fixture/small-office.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { RoundLine, TaskLine } from '#shared/queries/approval.ts';

describe('approval.view', () => {
  let office: ContractOffice;
  beforeEach(() => {
    office = new ContractOffice();
  });
  afterEach(() => office.close());

  const view = (documentId: string) => {
    const answer = office.query('approval.view', { documentId });
    if (!answer) throw new Error('the document is not here');
    return answer;
  };
  const current = (documentId: string): RoundLine => view(documentId).current as RoundLine;
  const taskOf = (documentId: string, employeeId: string): TaskLine =>
    current(documentId)
      .steps.flatMap((one) => one.tasks)
      .find((task) => task.employee.id === employeeId) as TaskLine;
  const submitted = (...steps: RouteStep[]): string => {
    const id = office.contract();
    office.centre('approval.submit', { documentId: id, routeId: null, steps, note: 'К пятнице' });
    return id;
  };

  it('knows nothing of a document that is not here', () => {
    expect(office.query('approval.view', { documentId: idAt(77) })).toBeNull();
  });

  it('offers the routes that fit a draft, in the order of the company, with the people of each step', () => {
    const route = { active: true, conditions: [], steps: [step('law', [lawyer])] };
    const large = { field: 'amount', from: 1_000_000_00, below: null } as const;
    office.centre('approval_route.create', { ...route, name: 'Крупный', conditions: [large], position: 1 }, boss);
    const role: RouteStep = { ...step('heads', []), members: [{ type: 'role', role: 'manager', where: 'branch' }] };
    office.centre('approval_route.create', { ...route, name: 'Общий', steps: [role], position: 2 }, boss);
    const asked = [
      { name: 'law', mode: 'all', quorum: null, people: [{ id: lawyer, fullName: 'Юрин Олег Петрович' }] },
    ];
    office.centre('approval_route.create', { ...route, name: 'Юрист', position: 3 }, boss);
    const answer = view(office.contract());
    expect(answer).toMatchObject({ current: null, others: [], versions: [], versionNumber: 1, verified: true });
    expect(answer.routes).toMatchObject([{ name: 'Общий' }, { name: 'Юрист', steps: asked }]);
    expect(answer.routes[0]?.steps[0]?.people.map((one) => one.id)).toEqual([boss, deputy]);
  });

  it('asks the person here, and shows what they have sent as not in force', () => {
    const id = submitted(step('both', [person, lawyer]), step('boss', [boss]));
    expect(current(id)).toMatchObject({ round: 1, state: 'running', note: 'К пятнице', agreed: 0, needed: 3 });
    expect(current(id).steps.map((one) => one.state)).toEqual(['current', 'future']);
    expect(taskOf(id, person)).toMatchObject({ mine: true, mineFor: null, state: 'active' });
    expect(taskOf(id, lawyer)).toMatchObject({ mine: false, state: 'active' });
    office.decidesHere(id);
    expect(taskOf(id, person)).toMatchObject({ mine: false, state: 'active', decisions: [{ standing: 'sent' }] });
    expect(current(id).agreed).toBe(0);
  });

  it('counts what is in force, and asks again when the content has changed', () => {
    const id = submitted(step('both', [person, lawyer]));
    const before = view(id);
    office.decides(person, id);
    expect(taskOf(id, person)).toMatchObject({ mine: false, state: 'done', decisions: [{ standing: 'inForce' }] });
    expect(current(id)).toMatchObject({ agreed: 1, needed: 2 });
    office.centre('document.update', { id, patch: { amount: 7 }, base: { amount: 100_000_00 } }, lawyer);
    const after = view(id);
    expect(after.hash).not.toBe(before.hash);
    expect(after.current?.hash).toBe(after.hash);
    expect(after).toMatchObject({ versionNumber: 2, current: { agreed: 0, versionNumber: 2 } });
    expect(taskOf(id, person)).toMatchObject({ mine: true, decisions: [{ standing: 'outdated', versionNumber: 1 }] });
    expect(after.versions).toMatchObject([
      { number: 2, changed: { fields: ['amount'], files: [] }, decisions: { approve: 0 } },
      { number: 1, changed: { fields: [], files: [] }, decisions: { approve: 1 }, files: [{ name: 'Договор.docx' }] },
    ]);
    office.now += minute;
    office.decides(person, id);
    expect(taskOf(id, person).decisions.map((one) => one.standing)).toEqual(['inForce', 'outdated']);
  });

  it('lets a substitute decide in the kinds of work and on the days of the substitution', () => {
    const id = submitted(step('boss', [boss]));
    const names = { employeeId: boss, substituteId: person, from: '2026-11-18', to: '2026-11-20', reason: null };
    expect(taskOf(id, boss)).toMatchObject({ mine: false, substitutes: [] });
    office.centre('substitution.create', { ...names, kinds: ['signing'] }, boss);
    expect(taskOf(id, boss)).toMatchObject({ mine: false, substitutes: [] });
    office.centre('substitution.create', { ...names, kinds: ['approval'] }, boss);
    const task = taskOf(id, boss);
    expect(task).toMatchObject({ mine: true, mineFor: { id: boss } });
    expect(task.substitutes).toMatchObject([{ person: { id: person }, to: '2026-11-20' }]);
    office.decidesHere(id, boss);
    expect(taskOf(id, boss).decisions).toMatchObject([{ actor: { id: person }, insteadOf: { id: boss } }]);
    office.now = morning + 3 * day;
    expect(taskOf(id, boss)).toMatchObject({ mine: false, substitutes: [] });
  });

  it('measures deadlines in the working time of the branch of whoever is asked', () => {
    const id = submitted(step('money', [accountant, lawyer], { mode: 'any' }));
    // 10:00 in Novosibirsk is 13:00 in Vladivostok: its dinner hour has just begun.
    expect(taskOf(id, accountant)).toMatchObject({ minutesLeft: 480, left: 1 });
    office.now = morning + 120 * minute;
    expect(taskOf(id, accountant)).toMatchObject({ minutesLeft: 420, left: 420 / 480 });
    expect(taskOf(id, lawyer)).toMatchObject({ minutesLeft: 360, left: 0.75 });
    expect(current(id)).toMatchObject({ needed: 1, steps: [{ minutesLeft: 420 }] });
    office.now = morning + day + 120 * minute;
    expect(taskOf(id, accountant)).toMatchObject({ minutesLeft: -60, left: -60 / 480 });
    office.decides(lawyer, id);
    expect(current(id)).toMatchObject({ state: 'approved', agreed: 1, steps: [{ state: 'done', inTime: false }] });
    expect(taskOf(id, accountant)).toMatchObject({ state: 'closed', mine: false, minutesLeft: null });
  });

  it('keeps earlier rounds and acknowledgements beside the round in force, newest first', () => {
    const id = submitted(step('law', [lawyer]));
    office.decides(lawyer, id, 'return');
    office.now += minute;
    const reading = { documentId: id, employeeIds: [deputy], deadlineMinutes: null, note: null };
    office.centre('acknowledgement.request', reading);
    expect(view(id)).toMatchObject({ current: { state: 'returned' }, others: [{ purpose: 'acknowledgement' }] });
    office.now += minute;
    office.centre('approval.submit', { documentId: id, routeId: null, steps: [step('boss', [boss])], note: null });
    const answer = view(id);
    expect(answer.current).toMatchObject({ round: 2, state: 'running' });
    expect(answer.others.map((one) => [one.purpose, one.state])).toEqual([
      ['acknowledgement', 'running'],
      ['approval', 'returned'],
    ]);
    expect(answer.others[1]?.steps[0]?.tasks[0]?.decisions).toMatchObject([
      { verdict: 'return', comment: 'Сумма не та', standing: 'inForce' },
    ]);
  });

  it('says that a swapped file has not been checked, and tells versions apart', () => {
    const id = submitted(step('law', [lawyer]));
    const [file] = office.rows('attachment', id);
    const next = { name: 'Договор.docx', size: 2_000, mime: 'application/msword', sha256: 'b'.repeat(64) };
    office.centre('attachment.add-version', { documentId: id, basedOnId: file?.id ?? '', file: next, note: 'Правки' });
    expect(view(id)).toMatchObject({
      verified: false,
      versionNumber: 2,
      versions: [{ changed: { files: [next.name] } }, {}],
    });
    const difference = office.query('version.difference', { documentId: id, from: 1, to: 2 });
    expect(difference?.fields).toEqual([]);
    expect(difference?.files).toMatchObject([
      { group: file?.id, from: { sha256: file?.sha256 }, to: { sha256: next.sha256 } },
    ]);
    expect(office.query('version.difference', { documentId: id, from: 1, to: 9 })).toBeNull();
  });
});
