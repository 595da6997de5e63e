import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import type { ApprovalLine, ApprovalSheet, ContractPrint } from '#shared/formats/print/contract-print.ts';
import type { DecisionLine, RoundLine, TaskLine } from '#shared/queries/approval.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';
import type { DocumentCard } from '#shared/queries/document.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Everything the print form needs from the tables of this workstation. */
export interface PrintedRows {
  card: DocumentCard;
  facts: ContractFacts;
  round: RoundLine | null;
  party: CounterpartyCard | null;
  organization: QueryResult<'directory'>['organization'];
  branch: string;
}

/** Words and formats that only the window knows. */
export interface PrintedWords {
  language: ContractPrint['language'];
  printedBy: string;
  printedAt: string;
  title: string;
  stage: string;
  partyName: (party: NonNullable<DocumentCard['counterparty']>) => string;
  keyDate: (line: ContractFacts['keyDates'][number]) => string;
  related: (line: ContractFacts['tree'][number] | ContractFacts['links'][number]) => string;
  custom: (definition: ContractFacts['definitions'][number], value: unknown) => string;
  moment: (instant: number) => string;
}

/** The card of a contract as its print form takes it: what the card shows, and the sheet of approval. */
export function contractPrintOf(rows: PrintedRows, words: PrintedWords): ContractPrint {
  const { card, facts, organization: own } = rows;
  const { document, counterparty } = card;
  const account = rows.party?.accounts.find((one) => one.archivedAt === null);
  const none = { inn: null, kpp: null, ogrn: null, address: null, account: null };
  return {
    language: words.language,
    printedBy: words.printedBy,
    printedAt: words.printedAt,
    title: words.title,
    number: document.number,
    date: document.date,
    subject: document.subject,
    stage: words.stage,
    parties: [
      ...(own ? [{ ...none, ...requisites(own), side: 'ours' as const, name: own.fullName || own.name }] : []),
      ...(counterparty
        ? [
            {
              ...requisites(counterparty),
              side: 'theirs' as const,
              name: counterparty.fullName || words.partyName(counterparty),
              account: account ? [account.account, account.bankName, account.bik].filter(Boolean).join(', ') : null,
            },
          ]
        : []),
    ],
    amount: document.amount,
    vatAmount: document.vatAmount,
    currency: document.currency,
    effectiveFrom: document.effectiveFrom ?? null,
    expiresOn: document.expiresOn ?? null,
    renewal: document.renewal ?? null,
    noticeDays: document.noticeDays ?? null,
    counterpartyNumber: document.counterpartyNumber ?? null,
    branch: rows.branch,
    responsible: card.responsibleName,
    custom: facts.definitions
      .map((one) => ({ label: one.label, value: words.custom(one, document.custom?.[one.key]) }))
      .filter(({ value }) => value !== ''),
    keyDates: facts.keyDates.map((line) => ({
      date: line.date,
      title: words.keyDate(line),
      done: line.doneAt !== null,
    })),
    obligations: facts.obligations.map(({ row: { title, side, dueDate, amount, state } }) => ({
      ...{ title, side, dueDate, amount, state },
    })),
    related: [...facts.tree.filter((one) => !one.self), ...facts.links].map((one) => ({
      title: words.related(one),
      number: one.number,
      date: one.date,
    })),
    approval: rows.round?.purpose === 'approval' ? sheetOf(rows.round, words.moment) : null,
  };
}

const requisites = (row: { inn: string | null; kpp: string | null; ogrn: string | null; address: string | null }) => ({
  inn: row.inn,
  kpp: row.kpp,
  ogrn: row.ogrn,
  address: row.address,
});

function sheetOf(round: RoundLine, moment: (instant: number) => string): ApprovalSheet {
  return {
    versionNumber: round.versionNumber,
    hash: round.hash,
    startedAt: moment(round.startedAt),
    finishedAt: round.finishedAt === null ? null : moment(round.finishedAt),
    lines: round.steps.flatMap((step) =>
      step.tasks
        .filter((task) => task.state !== 'closed' || shownOf(task) !== null)
        .map((task) => lineOf(step.name, task, moment)),
    ),
  };
}

/** What counts, or what was said about an earlier version; what was taken back or came too late is not on paper. */
function shownOf(task: TaskLine): DecisionLine | null {
  const told = task.decisions.filter((one) => one.standing === 'inForce' || one.standing === 'outdated');
  return told.find((one) => one.standing === 'inForce') ?? told[0] ?? null;
}

function lineOf(step: string, task: TaskLine, moment: (instant: number) => string): ApprovalLine {
  const decision = shownOf(task);
  const { fullName: name, position } = decision?.insteadOf ?? decision?.actor ?? task.employee;
  return {
    step,
    name,
    position,
    madeBy: decision?.insteadOf ? decision.actor.fullName : null,
    verdict: decision ? (decision.verdict === 'approve' ? task.kind : decision.verdict) : null,
    versionNumber: decision?.versionNumber ?? null,
    hash: decision?.hash ?? null,
    inForce: decision?.standing === 'inForce',
    at: decision ? moment(decision.receivedAt ?? decision.occurredAt) : null,
    comment: decision?.comment ?? null,
  };
}
