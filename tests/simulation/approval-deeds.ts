import { prepared } from '#electron/core/store/prepared.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { Chance } from '#tests/simulation/chance.ts';
import { people } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';

type Row = Record<string, unknown> & { id: string };
const rowsOf = (device: Device, sql: string, ...given: unknown[]): Row[] =>
  prepared(device.db, sql).all(given) as Row[];
const contractsFirst = `CASE WHEN kind = 'contract' THEN 0 ELSE 1 END, id`;

/** What somebody at a device does about a paper in approval, by what stands on their screen. Few values, so that texts come back. */
export function approvalDeed(device: Device, chance: Chance): void {
  const deed = chance.below(100);
  if (deed < 42 && decide(device, chance)) return;
  const contracts = rowsOf(
    device,
    `SELECT * FROM document WHERE archivedAt IS NULL ORDER BY ${contractsFirst} LIMIT 2`,
  );
  if (contracts.length === 0) return;
  const paper = chance.pick(contracts);
  if (deed < 50) submit(device, chance, paper);
  else if (deed < 64) rewrite(device, chance, paper);
  else if (deed < 76) refile(device, chance, paper);
  else if (deed < 82) revoke(device, chance);
  else if (deed < 87) rearrange(device, chance);
  else if (deed < 90) askReaders(device, chance, paper);
  else if (deed < 95) substitute(device, chance);
  else if (deed < 97) advance(device, chance, paper);
  else keepParts(device, chance, paper);
}

const running = `SELECT t.*, a.hash, a.versionNumber, a.currentStep FROM approval_task t JOIN approval a ON a.id = t.approvalId
  WHERE t.state = 'active' AND a.state = 'running' ORDER BY t.id`;

/** Decides about what the device shows, mostly what is one's own to decide; false when nothing waits. */
export function decide(device: Device, chance: Chance): boolean {
  const asked = rowsOf(device, running);
  const own = asked.filter((task) => task['employeeId'] === device.person);
  const from = own.length > 0 && chance.happens(85) ? own : asked;
  if (from.length === 0) return false;
  const task = chance.pick(from);
  const draw = chance.below(100);
  const verdict = draw < 72 ? 'approve' : draw < 80 ? 'remark' : draw < 92 ? 'return' : 'reject';
  device.enter('decision.make', {
    documentId: task['documentId'],
    taskId: task.id,
    verdict,
    comment: verdict === 'approve' ? null : 'Потому что',
    attachmentId: null,
    hash: task['hash'],
    hashSpec: 1,
    versionNumber: task['versionNumber'],
    toStep: verdict === 'return' && chance.happens(60) ? chance.below(2) : null,
  });
  return true;
}

/** Mostly those two who have a workstation in every history. */
const somebody = (chance: Chance): string => chance.pick(chance.happens(80) ? people.slice(0, 2) : people);

const employees = (chance: Chance, most: number): string[] => [
  ...new Set(Array.from({ length: 1 + chance.below(most) }, () => somebody(chance))),
];

const stepOf = (chance: Chance, key: string): RouteStep => ({
  key,
  name: key,
  kind: chance.happens(15) ? 'sign' : 'approve',
  mode: chance.pick(['sequence', 'all', 'any', 'quorum'] as const),
  quorum: 2,
  members: employees(chance, 3).map((employeeId) => ({ type: 'employee', employeeId })),
  conditions: chance.happens(15) ? [{ field: 'amount', from: 150, below: null }] : [],
  deadlineMinutes: chance.happens(30) ? 60 : null,
  escalateTo: null,
});

/** Sends a paper into a round of up to three steps. */
export function submit(device: Device, chance: Chance, paper: Row): void {
  const steps = Array.from({ length: 1 + chance.below(3) }, (_, n) => stepOf(chance, `s${n}`));
  device.enter('approval.submit', { documentId: paper.id, routeId: null, steps, note: null });
}

function rewrite(device: Device, chance: Chance, paper: Row): void {
  const patch: Record<string, unknown> = { amount: 100 * chance.below(3) };
  if (chance.happens(40)) patch['subject'] = `Договор ${chance.below(2)}`;
  if (chance.happens(40)) patch['note'] = `Заметка ${chance.below(9)}`;
  const base = Object.fromEntries(Object.keys(patch).map((field) => [field, paper[field] ?? null]));
  device.enter('document.update', { id: paper.id, patch, base });
}

const file = (chance: Chance) => {
  const digit = chance.below(4).toString();
  return { name: 'договор.docx', size: 10, mime: 'text/plain', sha256: digit.repeat(64) };
};

/** Adds a file, swaps one for a newer version, or takes one away. */
function refile(device: Device, chance: Chance, paper: Row): void {
  const files = rowsOf(
    device,
    `SELECT * FROM attachment WHERE documentId = ? AND archivedAt IS NULL ORDER BY id`,
    paper.id,
  );
  const draw = chance.below(100);
  if (files.length === 0 || draw < 20) {
    const purpose = chance.pick(['text', 'scan', null] as const);
    device.enter('attachment.add', { documentId: paper.id, files: [file(chance)], purpose });
    return;
  }
  const { id } = chance.pick(files);
  if (draw < 60) device.enter('attachment.remove', { id, documentId: paper.id });
  else device.enter('attachment.add-version', { documentId: paper.id, basedOnId: id, file: file(chance), note: null });
}

function revoke(device: Device, chance: Chance): void {
  const own = rowsOf(
    device,
    `SELECT * FROM decision WHERE actorId = ? AND state IN ('sent', 'standing') ORDER BY id`,
    device.person,
  );
  if (own.length === 0) return;
  const one = chance.pick(own);
  device.enter('decision.revoke', { id: one.id, documentId: one['documentId'] });
}

/** Hands a task over, asks one more, or calls the round off. */
function rearrange(device: Device, chance: Chance): void {
  const asked = rowsOf(device, running);
  if (asked.length === 0) return;
  const { id, documentId, approvalId } = chance.pick(asked) as Row & { documentId: string; approvalId: string };
  const draw = chance.below(100);
  const to = { employeeId: somebody(chance), comment: '' };
  if (draw < 40) device.enter('approval.delegate', { documentId, taskId: id, ...to });
  else if (draw < 75) device.enter('approval.add-approver', { documentId, approvalId, ...to });
  else device.enter('approval.cancel', { documentId, approvalId, reason: '' });
}

function askReaders(device: Device, chance: Chance, paper: Row): void {
  const employeeIds = employees(chance, 3);
  device.enter('acknowledgement.request', { documentId: paper.id, employeeIds, deadlineMinutes: null, note: null });
}

function substitute(device: Device, chance: Chance): void {
  const standing = rowsOf(device, 'SELECT * FROM substitution WHERE cancelledAt IS NULL ORDER BY id');
  if (standing.length > 0 && chance.happens(40)) {
    device.enter('substitution.cancel', { id: chance.pick(standing).id });
    return;
  }
  device.enter('substitution.create', {
    employeeId: chance.happens(70) ? device.person : chance.pick(people),
    substituteId: somebody(chance),
    from: '2026-05-20',
    to: '2026-06-20',
    kinds: ['approval', 'signing'],
    reason: null,
  });
}

function advance(device: Device, chance: Chance, paper: Row): void {
  const to = chance.pick(['signed', 'registered', 'performing'] as const);
  device.enter('contract.advance', { id: paper.id, to, date: '2026-05-28', number: '7', comment: null });
}

/** A key date or an obligation: written down, moved, or done with. */
function keepParts(device: Device, chance: Chance, paper: Row): void {
  const [owed] = rowsOf(device, `SELECT * FROM obligation WHERE documentId = ? ORDER BY id LIMIT 1`, paper.id);
  const dueDate = `2026-06-0${1 + chance.below(9)}`;
  if (!owed) {
    const values = { kind: 'payment', side: 'ours', title: 'Аванс', dueDate, amount: 100, note: null };
    device.enter('obligation.add', { documentId: paper.id, values });
    return;
  }
  const about = { documentId: paper.id, id: owed.id };
  if (chance.happens(50)) {
    device.enter('obligation.update', { ...about, patch: { dueDate }, base: { dueDate: owed['dueDate'] } });
    return;
  }
  const values = { kind: 'custom', title: 'Отчёт', date: dueDate, remindDays: [1], responsibleId: chance.pick(people) };
  if (chance.happens(50)) device.enter('key_date.add', { documentId: paper.id, values });
  else device.enter('obligation.settle', { ...about, state: 'done', doneOn: dueDate, doneDocumentId: null });
}
