import type { Agreement, Story } from '#build/company/contracts/agreements.ts';
import { disagreements } from '#build/company/contracts/disagreements.ts';
import { emptyForm } from '#build/company/contracts/papers.ts';
import { dateOf, decide, drawUp, submit, type Telling } from '#build/company/contracts/tell.ts';
import { demoRevision } from '#build/company/templates/revision.ts';
import type { Id } from '#shared/lib/ids.ts';

type Chapter = (telling: Telling, plan: Agreement, id: Id) => Promise<void> | void;

const day = ({ cast }: Telling, plan: Agreement, after: number, hours: number, minutes = 0): number =>
  cast.at(Math.max(0, plan.begun - after), hours, minutes);

/** The lawyers agree; the services are asked. */
const toServices: Chapter = (telling, plan, id) => {
  submit(telling, id, plan.lawyer, day(telling, plan, 0, 12));
  decide(telling, id, plan.lawyer, day(telling, plan, 1, 11, 25), 'approve', 'Условия соответствуют типовым.');
};

const throughServices: Chapter = (telling, plan, id) => {
  toServices(telling, plan, id);
  decide(telling, id, 'krylova', day(telling, plan, 2, 10, 5), 'approve');
  decide(telling, id, 'yudin', day(telling, plan, 2, 15, 40), 'remark', 'Приложить график платежей к первому счёту.');
  decide(telling, id, 'ten', day(telling, plan, 3, 9, 30), 'approve');
  if (plan.type === 'services' || plan.type === 'license')
    decide(telling, id, 'erdman', day(telling, plan, 3, 12, 10), 'approve');
};

const toSigning: Chapter = async (telling, plan, id) => {
  await throughServices(telling, plan, id);
  if (plan.amount >= 100_000_000) decide(telling, id, 'yartsev', day(telling, plan, 4, 11), 'approve');
};

const toSigned: Chapter = async (telling, plan, id) => {
  await toSigning(telling, plan, id);
  decide(telling, id, 'yartsev', day(telling, plan, 5, 16, 20), 'approve');
};

const toPerformance: Chapter = async (telling, plan, id) => {
  const { stage, cast } = telling;
  await toSigned(telling, plan, id);
  const lawyer = cast.person(plan.lawyer);
  const at = day(telling, plan, 6, 10);
  const number = `ДГ-${plan.branch}/${dateOf(at).slice(0, 4)}-1${String(plan.begun).padStart(4, '0')}`;
  stage.run(lawyer, at, 'contract.advance', { id, to: 'registered', date: dateOf(at), number, comment: null });
  stage.run(lawyer, at + 240_000, 'contract.advance', {
    id,
    to: 'performing',
    date: dateOf(at),
    number: null,
    comment: null,
  });
  const first = stage.of('obligation').find((one) => one.documentId === id);
  if (first && first.dueDate < dateOf(at)) return;
  if (first && plan.from < -60) {
    const doneOn = first.dueDate;
    stage.run(cast.person('yudin'), at + 7_200_000, 'obligation.settle', {
      documentId: id,
      id: first.id,
      state: 'done',
      doneOn,
      doneDocumentId: null,
    });
  }
  stage.run(lawyer, at + 300_000, 'document.update', {
    id,
    patch: { originals: 'returned' },
    base: { originals: null },
  });
};

/** What is told of a contract after it was drawn up. */
export const chapters: Record<Story, Chapter> = {
  draft: () => undefined,
  lawyers: (telling, plan, id) => void submit(telling, id, plan.lawyer, day(telling, plan, 0, 14, 10)),
  services: toServices,
  /** A decision made on the version before: the text changed after it. */
  async outdated(telling, plan, id) {
    const { stage, cast, papers } = telling;
    toServices(telling, plan, id);
    decide(telling, id, 'ten', day(telling, plan, 2, 18, 2), 'approve', 'По персоналу вопросов нет.');
    const lawyer = cast.person(plan.lawyer);
    const at = day(telling, plan, 4, 16, 40);
    const amount = plan.amount + 24_000_000;
    const before = stage.get('document', id);
    const patch = { amount, vatAmount: Math.round((amount * 22) / 122) };
    const base = { amount: before.amount, vatAmount: before.vatAmount };
    stage.run(lawyer, at, 'document.update', { id, patch, base });
    const former = papers.newestText(id);
    const { bytes } = await papers.textOf(id);
    const theirs = demoRevision(bytes, 3);
    papers.replace(lawyer, at + 180_000, id, theirs, 'Правки поставщика: цена, аванс, неустойка');
    decide(telling, id, plan.lawyer, day(telling, plan, 5, 17, 25), 'approve', 'Цена и сроки проверены заново.');
    decide(telling, id, 'yudin', day(telling, plan, 6, 11, 47), 'remark', 'Приложить спецификацию.');
    for (const [position, wording] of disagreements(former, theirs).entries()) {
      const open = { agreed: null, choice: 'none', state: position === 0 ? 'discussed' : 'open', position } as const;
      const values = { ...wording, ...open, oursAttachmentId: null, theirsAttachmentId: null };
      stage.run(lawyer, at + (position + 4) * 120_000, 'protocol_item.add', { documentId: id, values });
    }
    const text = '@krylova, посмотрите порядок возврата оригиналов.';
    stage.run(lawyer, at + 1_200_000, 'comment.add', { objectEntity: 'document', objectId: id, text });
  },
  returned(telling, plan, id) {
    toServices(telling, plan, id);
    decide(telling, id, 'yudin', day(telling, plan, 2, 12, 30), 'return', 'Нет сметы. Приложите её и пришлите снова.');
  },
  final: throughServices,
  async signing(telling, plan, id) {
    await toSigning(telling, plan, id);
  },
  signed: toSigned,
  performing: toPerformance,
  async expiring(telling, plan, id) {
    await toPerformance(telling, plan, id);
  },
  /** A registered contract with an amendment on its way. */
  async amended(telling, plan, id) {
    const { stage, cast, papers } = telling;
    await toPerformance(telling, plan, id);
    const lawyer = cast.person(plan.lawyer);
    const at = cast.at(2, 13, 15);
    const main = stage.get('document', id);
    const amendment = stage.run(lawyer, at, 'document.create', {
      ...emptyForm,
      kind: 'amendment',
      date: dateOf(at),
      subject: 'Увеличение объёма поставки во втором полугодии',
      counterpartyId: main.counterpartyId,
      amount: 120_000_000,
      vatAmount: Math.round((120_000_000 * 22) / 122),
      branchId: main.branchId,
      responsibleId: lawyer,
      parentId: id,
      contractType: main.contractType ?? null,
      effectiveFrom: cast.day(10),
      expiresOn: main.expiresOn ?? null,
    }).id;
    const { name, bytes } = await papers.textOf(amendment);
    papers.attach(lawyer, at + 300_000, amendment, name, bytes, 'text');
    submit(telling, amendment, plan.lawyer, at + 900_000);
    decide(telling, amendment, plan.lawyer, cast.at(1, 10, 10), 'approve');
  },
};

/** Draws the contract up and tells what became of it. */
export async function tell(telling: Telling, plan: Agreement): Promise<Id> {
  const id = await drawUp(telling, plan);
  await chapters[plan.story](telling, plan, id);
  return id;
}
