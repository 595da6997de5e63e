import { amountOf } from '#build/company/amounts.ts';
import { attachmentRows } from '#build/company/attachments.ts';
import { addDays, dateOf } from '#build/company/calendar.ts';
import { idsAt } from '#build/company/command-ids.ts';
import type { Party } from '#build/company/counterparties.ts';
import { DocumentNumbers } from '#build/company/document-numbers.ts';
import type { Planned } from '#build/company/document-plan.ts';
import { type Detail, type DocumentWriter, type Draft, receivedAfter } from '#build/company/draft.ts';
import { type Emitted, emit } from '#build/company/emitted.ts';
import { letterFields } from '#build/company/kinds/own-papers.ts';
import { type Life, liveThrough } from '#build/company/lifecycle.ts';
import { decimal, type Line, makeLines, vatRateText } from '#build/company/lines.ts';
import { noteOf, shortNoteOf } from '#build/company/notes.ts';
import type { Random } from '#build/company/random.ts';
import { matterOf, type Setting } from '#build/company/setting.ts';
import { subjectOf } from '#build/company/subjects.ts';
import { discussion, stateHistory } from '#build/company/traces.ts';
import { type DocumentKind, isContract } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

const withLines = new Set(['invoice', 'act', 'upd', 'vat_invoice']);
const labelList = [
  'срочно',
  'на контроле',
  'ждём оригинал',
  'склад',
  'к оплате',
  'налоги',
  'аренда',
  'проверка',
  'архив',
  'закупка',
];

/** Rows of all planned documents, each followed by its lines, files, discussion and history. */
export function* documentRows(writer: DocumentWriter, plan: Iterable<Planned>): Iterable<Emitted> {
  const numbers = new DocumentNumbers();
  for (const planned of plan) {
    const nextId = idsAt(writer.random, planned.at);
    const draft = draftDocument(writer, planned, numbers, nextId());
    yield emit('document', draft.row);
    for (const [index, line] of draft.lines.entries())
      yield emit('document_line', lineRow(draft, line, index + 1, nextId()));
    yield* attachmentRows(writer, draft);
    yield* discussion(writer, draft);
    yield* stateHistory(writer, draft);
  }
}

function draftDocument(writer: DocumentWriter, planned: Planned, numbers: DocumentNumbers, id: Id): Draft {
  const { random, staff, detail, now } = writer;
  const { at, date, branch, kind } = planned;
  const party = writer.parties.pick(random, kind, branch.code);
  const author = staff.author(random, kind, branch.code);
  const responsible = staff.responsible(random, kind, branch.code);
  const life = liveThrough(random, kind, date, at, branch, now);
  const lines = party && withLines.has(kind) ? makeLines(random, party, date, detail === 'demo' ? 6 : 3) : [];
  const [person, other] = staff.pair(random, branch.code);
  const setting: Setting = {
    random,
    branch,
    date,
    party,
    contract: party && kind !== 'contract' ? (numbers.contractsOf(party.row.id)[0] ?? null) : null,
    person: person.fullName,
    other: other.fullName,
    matter: matterOf(random, party),
  };
  const number = life.state === 'draft' ? null : numbers.next(kind, branch.code, date);
  if (kind === 'contract' && number && party) numbers.rememberContract(party.row.id, number);
  const row: RowOf<'document'> = {
    id,
    kind,
    number,
    date,
    subject: subjectOf(kind, setting, lines),
    counterpartyId: party?.row.id ?? null,
    ...amountOf(random, kind, date, lines, party?.vat ?? false),
    currency: 'RUB',
    state: life.state,
    responsibleId: responsible.id,
    branchId: writer.branchIds.get(branch.code) as Id,
    dueDate: life.dueDate,
    note: note(kind, detail, setting),
    labels: random.chance(0.2) ? random.sample(labelList, random.between(1, 2)) : [],
    sourceKey: null,
    sourceFormat: null,
    authorId: author.id,
    createdAt: at,
    receivedAt: receivedAfter(random, at, now),
    deviceName: author.device,
    archivedAt: archivedAt(random, life, at, now),
    doneOn: doneOn(life, branch.offset),
    ...letterFields(kind, id),
    ...(isContract(kind) ? termOf(date, life, branch.offset) : {}),
  };
  return { row, planned, life, setting, lines, author, responsible };
}

/** The day of its last step, when that was to be done. */
function doneOn({ state, steps }: Life, offset: number): string | null {
  const last = steps.at(-1);
  return state === 'done' && last ? dateOf(last.at, offset) : null;
}

/** A contract without a story runs for a year from its date; it was signed on the day it was registered. */
function termOf(date: string, life: Life, offset: number) {
  const registeredAt = life.steps.find((step) => step.to === 'reg')?.at ?? null;
  return {
    contractType: 'other' as const,
    effectiveFrom: date,
    expiresOn: addDays(date, 365),
    renewal: 'none' as const,
    registeredAt,
    signedOn: registeredAt === null ? null : dateOf(registeredAt, offset),
  };
}

function note(kind: DocumentKind, detail: Detail, setting: Setting): string | null {
  if (detail === 'bulk') return noteOf(setting, kind, 46);
  return setting.random.chance(0.55) ? shortNoteOf(setting, kind) : null;
}

/** Some of what was finished long ago is in the archive. */
function archivedAt(random: Random, { state, steps }: Life, at: number, now: number): number | null {
  const end = steps.at(-1)?.at ?? at;
  const after = end + random.between(40, 120) * 86_400_000;
  const finished = state === 'done' || state === 'void';
  return finished && after < now && random.chance(0.05) ? after : null;
}

function lineRow({ row, setting }: Draft, line: Line, position: number, id: Id): RowOf<'document_line'> {
  return {
    id,
    documentId: row.id,
    position,
    name: line.name,
    unit: line.unit,
    quantity: String(line.quantity),
    price: decimal(line.price),
    vatRate: vatRateText(row.date, (setting.party as Party).vat),
    sumWithoutVat: line.sumWithoutVat,
    vatSum: line.vatSum,
    sum: line.sum,
  };
}
