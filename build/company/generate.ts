import { banksOf } from '#build/company/banks.ts';
import { branchPlans } from '#build/company/branches.ts';
import { idsAt } from '#build/company/command-ids.ts';
import { makeParties, partyRows } from '#build/company/counterparties.ts';
import { planDocuments } from '#build/company/document-plan.ts';
import { documentRows } from '#build/company/documents.ts';
import type { FilesOf } from '#build/company/draft.ts';
import { type Emitted, emit } from '#build/company/emitted.ts';
import { ownCompany } from '#build/company/own-company.ts';
import { PartyChoice } from '#build/company/party-choice.ts';
import { peoplePlans } from '#build/company/people.ts';
import { createRandom, type Random } from '#build/company/random.ts';
import { clientAccount } from '#build/company/requisites.ts';
import { Staff, type Worker } from '#build/company/staff.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface CompanyOptions {
  seed: number;
  documents: number;
  /** `yyyy-mm-dd`, the last day of the company's life so far. */
  today: string;
  /** UTC instant after which nothing has happened, milliseconds. */
  now: number;
  /** Added to every login and told in the positions, so that two companies of one server are not taken for each other. */
  loginSuffix?: string | undefined;
  /** Makes the files of a document; without it there are no attachments. */
  filesOf?: FilesOf | undefined;
}

/** The offices and people were entered at this instant: their ids do not change from one day of the demo to the next. */
const founded = Date.UTC(2024, 0, 15, 6);
const hour = 3_600_000;

/**
 * A company with its whole paper life, row by row, what others point at first. The same options give the same rows.
 * Up to 2,000 documents are made for looking at, more for measuring: longer notes, shorter histories, no files.
 */
export function* generateCompany(options: CompanyOptions): Iterable<Emitted> {
  const { seed, documents, today, now } = options;
  const random = createRandom(seed, 'company');
  yield organizationRow(random);
  const branchIds = new Map<string, Id>();
  for (const emitted of branchRows(random)) {
    branchIds.set(String(emitted.row['code']), emitted.row.id);
    yield emitted;
  }
  const workers = makeWorkers(random, options.loginSuffix ?? '');
  for (const worker of workers) yield employeeRow(worker, branchIds.get(worker.branch) as Id);
  yield* ownAccounts(random);
  const author = workers[0] as Worker;
  const parties = makeParties(createRandom(seed, 'parties'), documents, author.id, founded + 200 * hour);
  yield* partyRows(parties);
  const writer = {
    random: createRandom(seed, 'documents'),
    staff: new Staff(workers),
    parties: new PartyChoice(parties),
    branchIds,
    now,
    detail: documents <= 2_000 ? ('demo' as const) : ('bulk' as const),
    filesOf: options.filesOf ?? null,
  };
  yield* documentRows(writer, planDocuments(createRandom(seed, 'plan'), documents, today, now));
}

const organizationRow = (random: Random): Emitted =>
  emit('organization', { id: idsAt(random, founded)(), ...ownCompany });

function branchRows(random: Random): Emitted[] {
  return branchPlans.map(({ code, name, city, zone, offset }, index) =>
    emit('branch', {
      id: idsAt(random, founded + (index + 1) * hour)(),
      code,
      name,
      city,
      zone,
      offsets: [{ from: null, minutes: offset }],
      position: index + 1,
    }),
  );
}

const makeWorkers = (random: Random, suffix: string): Worker[] =>
  peoplePlans.map((plan, index) => {
    const id = idsAt(random, founded + (index + 20) * hour)();
    const position = suffix === '' ? plan.position : `${plan.position}, ${suffix.replace('.', '')}`;
    return { ...plan, id, position, login: plan.login + suffix };
  });

function employeeRow({ id, fullName, position, login, roles, access, ...worker }: Worker, branchId: Id): Emitted {
  const region = branchPlans.findIndex((branch) => branch.code === worker.branch) + 1;
  const branchAccess = access === 'all' ? null : [];
  const email = `${login}@sever-put.example`;
  return emit('employee', {
    id,
    fullName,
    position,
    branchId,
    login,
    roles: [...roles],
    branchAccess,
    email,
    phone: `доб. ${region}${login.length}${String(worker.device.length)}${login.charCodeAt(0) % 10}`,
    state: 'active',
  });
}

function ownAccounts(random: Random): Emitted[] {
  return branchPlans.slice(0, 3).map((branch, index) => {
    const bank = random.pick(banksOf(branch.territory));
    const createdAt = founded + (index + 60) * hour;
    return emit('bank_account', {
      id: idsAt(random, createdAt)(),
      counterpartyId: null,
      account: clientAccount(random, '40702', bank.bik),
      bik: bank.bik,
      bankName: bank.name,
      corrAccount: bank.corrAccount,
      currency: 'RUB',
      createdAt,
      archivedAt: null,
    });
  });
}
