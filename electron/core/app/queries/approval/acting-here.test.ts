import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accountant,
  boss,
  ContractOffice,
  day,
  deputy,
  lawyer,
  minute,
  step,
} from '#electron/core/app/queries/fixture/contract-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';
import { decideHere } from '#electron/core/store/run-pending.ts';
import { hashSpec } from '#shared/domain/approval/content-hash.ts';
import { substitutedWork } from '#shared/domain/company/substitution.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { commandId } from '#shared/lib/ids.ts';

const people = [person, lawyer, boss, deputy, accountant];
/** The person here comes up more often than the others. */
const anyone = fc.constantFrom(...people, person, person, person);
const document = fc.nat({ max: 1 });
const steps = fc.array(
  fc.record({
    members: fc.uniqueArray(anyone, { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom('approve' as const, 'sign' as const, 'acknowledge' as const),
    mode: fc.constantFrom('sequence' as const, 'all' as const, 'any' as const),
    escalate: anyone,
  }),
  { minLength: 1, maxLength: 3 },
);

const begun = fc.tuple(steps, steps);
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('submit' as const), document, steps }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('decide' as const), document, by: anyone }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('decideHere' as const), document, by: anyone }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('edit' as const), document, amount: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('return' as const), document, by: anyone }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('read' as const), document, by: anyone }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('away' as const),
      by: fc.constantFrom(...people),
      to: anyone,
      days: fc.integer({ min: 0, max: 6 }),
      work: fc.uniqueArray(fc.constantFrom(...substitutedWork), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('escalate' as const), document }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.nat({ max: 2 }) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function act(office: ContractOffice, documents: readonly string[], one: Deed): void {
  const id = 'document' in one ? (documents[one.document] as string) : '';
  if (one.does === 'submit') {
    const route = one.steps.map((each, n) => {
      const escalateTo = { type: 'employee' as const, employeeId: each.escalate };
      return step(`s${n}`, each.members, { kind: each.kind, mode: each.mode, escalateTo });
    });
    office.centre('approval.submit', { documentId: id, routeId: null, steps: route, note: null });
  } else if (one.does === 'decide') office.decides(one.by, id);
  else if (one.does === 'decideHere') office.decidesHere(id, one.by);
  else if (one.does === 'return') office.decides(one.by, id, 'return');
  else if (one.does === 'edit')
    office.centre('document.update', { id, patch: { amount: one.amount }, base: { amount: amountOf(office, id) } });
  else if (one.does === 'read') {
    const asked = { documentId: id, employeeIds: [one.by], deadlineMinutes: null, note: null };
    office.centre('acknowledgement.request', asked);
  } else if (one.does === 'away') {
    const from = new Date(office.now).toISOString().slice(0, 10);
    const to = new Date(office.now + one.days * day).toISOString().slice(0, 10);
    const names = { employeeId: one.by, substituteId: one.to, from, to, kinds: one.work, reason: null };
    office.centre('substitution.create', names, boss);
  } else if (one.does === 'escalate') {
    for (const task of office.rows('approval_task', id))
      office.centre('approval.escalate', { taskId: task.id }, 'centre');
  } else office.now += one.days * day;
}

const amountOf = (office: ContractOffice, id: string): number | null =>
  office.query('document.card', { id })?.document.amount ?? null;

/** Whether the command would take the decision here and now. Nothing is written. */
function taken(office: ContractOffice, task: RowOf<'approval_task'>, round: RowOf<'approval'>): boolean {
  const { documentId, id: taskId } = task;
  const seen = { hash: round.hash, hashSpec, versionNumber: round.versionNumber };
  const said = { verdict: 'approve', comment: null, attachmentId: null, toStep: null };
  const args = { ...seen, ...said, documentId, taskId };
  const order = { id: commandId(office.now, new Uint8Array(10)), name: 'decision.make', v: 1, args };
  return decideHere(office.writer, order, { userId: office.deps.userId, deviceName: '' }, office.now).ok;
}

interface Seen {
  mine: number;
  others: number;
  instead: number;
  outdated: number;
}

/** Compares the card and the list with the command, for every task there is. */
function compare(office: ContractOffice, documents: readonly string[], seen: Seen): void {
  const { items } = office.query('work.list', { tab: 'all', insteadOf: null, text: null });
  const waiting = new Map(items.map((item) => [item.item, item.insteadOfId]));
  for (const documentId of documents) {
    const view = office.query('approval.view', { documentId });
    const rounds = [...(view?.current ? [view.current] : []), ...(view?.others ?? [])];
    const tasks = rounds.flatMap((round) => round.steps.flatMap((each) => each.tasks));
    const lines = new Map(tasks.map((task) => [task.id, task]));
    // Late colleagues of one round are one item of my work, which counts the others.
    const untold = new Map<string, number>();
    for (const task of office.rows('approval_task', documentId)) {
      const round = office.rows('approval', documentId).find((one) => one.id === task.approvalId);
      const expected = round !== undefined && taken(office, task, round);
      const line = lines.get(task.id);
      expect(line?.mine).toBe(expected);
      const told = waiting.get(`approval_task/${task.id}`);
      if (expected && told === undefined) untold.set(task.approvalId, (untold.get(task.approvalId) ?? 0) + 1);
      else expect(told).toBe(expected ? (line?.mineFor?.id ?? null) : undefined);
      seen[expected ? 'mine' : 'others'] += 1;
      if (line?.mineFor) seen.instead += 1;
      if (line?.decisions.some((one) => one.standing === 'outdated')) seen.outdated += 1;
    }
    for (const { id } of rounds) {
      const others = items.map((item) => (item.decide?.approvalId === id ? (item.escalated?.others ?? 0) : 0));
      expect(untold.get(id) ?? 0).toBe(others.reduce((sum, one) => sum + one, 0));
    }
  }
}

test('what is shown as one’s own to decide is exactly what the command takes, on the card and in my work', () => {
  const seen: Seen = { mine: 0, others: 0, instead: 0, outdated: 0 };
  const deeds = fc.array(deed, { minLength: 8, maxLength: 20, size: 'max' });
  const property = fc.property(begun, deeds, (routes, all) => {
    const office = new ContractOffice();
    try {
      const documents = [office.contract(), office.contract()];
      const first = routes.map((each, n): Deed => ({ does: 'submit', document: n, steps: each }));
      for (const one of [...first, ...all]) {
        office.now += minute;
        try {
          act(office, documents, one);
        } catch {
          // Refused, or nobody is asked: nothing has happened.
        }
        compare(office, documents, seen);
      }
    } finally {
      office.close();
    }
  });
  fc.assert(property, { numRuns: 20, seed: 1 });
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
});
