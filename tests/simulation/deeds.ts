import { prepared } from '#electron/core/store/prepared.ts';
import { approvalDeed } from '#tests/simulation/approval-deeds.ts';
import type { Chance } from '#tests/simulation/chance.ts';
import { branches, firstCounterparties, people } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import { ticketDeed } from '#tests/simulation/ticket-deeds.ts';

type Row = Record<string, unknown> & { id: string };

const states = ['draft', 'reg', 'perform', 'done'] as const;

/** What a person at a device does next, drawn by chance: every kind of command, good and bad; shares in percent. */
export function actOnce(device: Device, chance: Chance, shares: { approvals: number; tickets: number }): void {
  if (chance.happens(shares.tickets)) return ticketDeed(device, chance);
  if (chance.happens(shares.approvals)) return approvalDeed(device, chance);
  const documents = rowsOf(device, 'SELECT * FROM document ORDER BY id');
  const chosen = documents.length > 0 ? chance.pick(documents) : null;
  const deed = chance.below(100);
  if (deed < 20 || !chosen) create(device, chance);
  else if (deed < 55) edit(device, chance, chosen);
  else if (deed < 65)
    device.enter('comment.add', { objectEntity: 'document', objectId: chosen.id, text: `Слово ${chance.below(1000)}` });
  else if (deed < 70) device.enter('attachment.add', { documentId: chosen.id, files: [file(chance)] });
  else if (deed < 74) device.enter(chosen['archivedAt'] ? 'document.restore' : 'document.archive', { id: chosen.id });
  else if (deed < 80) resolve(device, chance);
  else if (deed < 86) moveBranch(device, chance, chosen);
  else if (deed < 92) counterpartyDeed(device, chance);
  else if (deed < 99) importPaper(device, chance);
  else chain(device, chance);
}

const rowsOf = (device: Device, sql: string): Row[] => prepared(device.db, sql).all() as Row[];

const homeOf = (device: Device): string =>
  branches[people.indexOf(device.person as (typeof people)[number]) % 3] as string;

function form(device: Device, chance: Chance) {
  return {
    kind: 'incoming',
    number: chance.happens(50) ? `№ ${chance.below(100)}` : null,
    date: `2026-05-${String(1 + chance.below(28)).padStart(2, '0')}`,
    subject: `Тема ${chance.below(1000)}`,
    counterpartyId: chance.happens(50) ? chance.pick(firstCounterparties) : null,
    amount: chance.happens(50) ? chance.below(1_000_000) : null,
    vatAmount: null,
    currency: 'RUB',
    state: 'reg',
    responsibleId: chance.happens(20) ? chance.pick(people) : null,
    branchId: homeOf(device),
    dueDate: null,
    note: null,
    labels: [],
  };
}

function create(device: Device, chance: Chance): void {
  device.enter('document.create', form(device, chance));
}

function edit(device: Device, chance: Chance, row: Row): void {
  const edits: [string, unknown][] = [
    ['amount', chance.below(1_000_000)],
    ['subject', `Тема ${chance.below(1000)}`],
    ['note', `Заметка ${chance.below(1000)}`],
    ['labels', [`м${chance.below(5)}`, `м${chance.below(5)}`]],
    ['state', chance.pick(states)],
    ['dueDate', `2026-06-${String(1 + chance.below(28)).padStart(2, '0')}`],
  ];
  const patch = Object.fromEntries(edits.filter(() => chance.happens(25)));
  const base = Object.fromEntries(Object.keys(patch).map((field) => [field, seen(row, field)]));
  device.enter('document.update', { id: row.id, patch, base });
}

const seen = (row: Row, field: string): unknown =>
  field === 'labels' ? JSON.parse((row[field] as string | null) ?? '[]') : (row[field] ?? null);

/** Moves a paper to another branch: it leaves somebody's sight, perhaps with their edits on it. */
function moveBranch(device: Device, chance: Chance, row: Row): void {
  const patch = { branchId: chance.pick(branches) };
  device.enter('document.update', { id: row.id, patch, base: { branchId: row['branchId'] } });
}

/** Settles a dispute on the conflict desk, if there is one. */
export function resolve(device: Device, chance: Chance): void {
  const open = rowsOf(device, `SELECT * FROM conflict WHERE state = 'open' ORDER BY id`);
  if (open.length === 0) return;
  const conflict = chance.pick(open);
  const fields = JSON.parse(String(conflict['fields'])) as { field: string; mine: unknown; theirs: unknown }[];
  const choices = Object.fromEntries(fields.map((one) => [one.field, chance.happens(50) ? one.mine : one.theirs]));
  device.enter('conflict.resolve', { id: conflict.id, choices });
}

function counterpartyDeed(device: Device, chance: Chance): void {
  const rows = rowsOf(device, 'SELECT * FROM counterparty ORDER BY id');
  const row = rows.length > 0 ? chance.pick(rows) : null;
  if (!row || chance.happens(30)) {
    const empty = {
      legalForm: null,
      fullName: null,
      kpp: null,
      ogrn: null,
      address: null,
      phone: null,
      email: null,
      note: null,
    };
    device.enter('counterparty.create', {
      kind: 'legal',
      name: `Новый ${chance.below(10)}`,
      inn: '7707049388',
      ...empty,
    });
    return;
  }
  const patch = { name: `Имя ${chance.below(100)}`, phone: String(chance.below(1000)) };
  device.enter('counterparty.update', { id: row.id, patch, base: { name: row['name'], phone: row['phone'] } });
}

/** The same paper is imported at several workstations; the centre must hold it once. */
function importPaper(device: Device, chance: Chance): void {
  const n = chance.below(4);
  const party = {
    kind: 'legal',
    name: `Из файла ${n}`,
    legalForm: 'ООО',
    fullName: null,
    inn: `640000000${n}`,
    kpp: null,
  };
  device.enter('document.import', {
    key: `paper-${n}`,
    format: 'client-bank 1.03',
    kind: 'payment_in',
    number: String(n),
    date: '2026-05-10',
    subject: 'Оплата',
    amount: 5_000 + n,
    vatAmount: null,
    currency: 'RUB',
    note: null,
    branchId: homeOf(device),
    responsibleId: null,
    counterparty: { ...party, ogrn: null, address: null, phone: null, email: null, note: null },
    accounts: [],
    lines: [],
    file: file(chance),
  });
}

/** A paper with twenty changes upon it; sometimes filed where its author may not, so that the centre refuses the first. */
function chain(device: Device, chance: Chance): void {
  const made = device.enter('document.create', form(device, chance));
  if (!made?.ok) return;
  const { id } = made.result as { id: string };
  for (let n = 0; n < 20; n += 1) {
    if (!device.wire && chance.happens(2)) return;
    device.enter('comment.add', { objectEntity: 'document', objectId: id, text: `Шаг ${n}` });
  }
}

const file = (chance: Chance) => ({
  name: `скан ${chance.below(100)}.pdf`,
  size: chance.below(100_000),
  mime: 'application/pdf',
  sha256: chance.below(16).toString(16).repeat(64),
});
