import type { Agreement } from '#build/company/contracts/agreements.ts';
import type { Cast } from '#build/company/contracts/cast.ts';
import { emptyForm, type Papers } from '#build/company/contracts/papers.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import { hashSpec } from '#shared/domain/approval/content-hash.ts';
import type { Verdict } from '#shared/domain/approval/decision.ts';
import type { Id } from '#shared/lib/ids.ts';

/** What a story has at hand. */
export interface Telling {
  stage: Stage;
  cast: Cast;
  papers: Papers;
  route: Id;
}

/** Draws up a contract with its text, its obligations and, but for a draft, a check of the counterparty. Returns its id. */
export async function drawUp({ stage, cast, papers }: Telling, plan: Agreement): Promise<Id> {
  const lawyer = cast.person(plan.lawyer);
  const at = cast.at(plan.begun, 9, 40);
  const party = cast.party(plan.party);
  const { id } = stage.run(lawyer, at, 'document.create', {
    ...emptyForm,
    kind: 'contract',
    date: dateOf(at),
    subject: plan.subject,
    counterpartyId: party.id,
    amount: plan.amount,
    vatAmount: Math.round((plan.amount * 22) / 122),
    branchId: cast.branch(plan.branch),
    responsibleId: lawyer,
    contractType: plan.type,
    effectiveFrom: cast.day(plan.from),
    expiresOn: cast.day(plan.to),
    renewal: plan.type === 'lease' ? 'automatic' : 'none',
    noticeDays: plan.type === 'lease' ? 30 : null,
  });
  const parts = 3;
  for (let part = 1; part <= parts; part += 1) {
    const amount =
      part < parts ? Math.floor(plan.amount / parts) : plan.amount - Math.floor(plan.amount / parts) * (parts - 1);
    const dueDate = cast.day(plan.from + Math.round(((plan.to - plan.from) * (part - 0.5)) / parts));
    const title = part === 1 ? 'Аванс' : part === parts ? 'Окончательный расчёт' : 'Промежуточный платёж';
    const values = { kind: 'payment', side: 'ours', title, dueDate, amount, note: null } as const;
    stage.run(lawyer, at + part * 90_000, 'obligation.add', { documentId: id, values });
  }
  const { name, bytes } = await papers.textOf(id);
  papers.attach(lawyer, at + 600_000, id, name, bytes, 'text');
  if (plan.story !== 'draft') {
    const look = {
      source: 'Прозрачный бизнес (ФНС)',
      result: 'clear',
      comment: 'Замечаний нет.',
      validUntil: null,
    } as const;
    stage.run(lawyer, at + 900_000, 'counterparty_check.add', {
      counterpartyId: party.id,
      checkedOn: dateOf(at),
      ...look,
    });
  }
  return id;
}

/** Sends it on its route. Returns the round's id. */
export function submit({ stage, cast, route }: Telling, documentId: Id, login: string, at: number): Id {
  const args = { documentId, routeId: route, steps: null, note: null };
  return stage.run(cast.person(login), at, 'approval.submit', args).id;
}

/** Somebody decides their task of the round in force, about the content as it stands. */
export function decide(
  { stage, cast }: Pick<Telling, 'stage' | 'cast'>,
  documentId: Id,
  login: string,
  at: number,
  verdict: Verdict,
  comment: string | null = null,
): void {
  decideAs(stage, cast.person(login), { documentId, at, verdict, comment });
}

/** The same by the id of the person. */
export function decideAs(
  stage: Stage,
  person: Id,
  { documentId, at, verdict, comment }: { documentId: Id; at: number; verdict: Verdict; comment: string | null },
): void {
  const document = stage.get('document', documentId);
  const round = stage.get('approval', document.approvalId ?? '');
  const tasks = stage.of('approval_task').filter((one) => one.approvalId === round.id && one.state === 'active');
  const task = tasks.find((one) => one.employeeId === person) ?? tasks[0];
  if (!task) throw new Error(`${person} has nothing to decide on ${document.subject}`);
  const { hash, versionNumber } = round;
  const seen = { hash, hashSpec, versionNumber, attachmentId: null, toStep: null };
  stage.run(person, at, 'decision.make', { documentId, taskId: task.id, verdict, comment, ...seen });
}

/** The Moscow date of an instant. */
export const dateOf = (at: number): string => new Date(at + 3 * 3_600_000).toISOString().slice(0, 10);
