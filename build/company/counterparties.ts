import { type Bank, banks, banksOf, treasuryOf } from '#build/company/banks.ts';
import type { BranchPlan } from '#build/company/branches.ts';
import { branchPlans } from '#build/company/branches.ts';
import { idsAt } from '#build/company/command-ids.ts';
import { type CounterpartyPlan, counterpartyPlans } from '#build/company/counterparty-list.ts';
import { type Emitted, emit } from '#build/company/emitted.ts';
import { inventCompanies } from '#build/company/invented-companies.ts';
import type { Random } from '#build/company/random.ts';
import {
  clientAccount,
  kppOf,
  ogrn,
  ogrnip,
  organizationInn,
  personInn,
  treasuryAccount,
} from '#build/company/requisites.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** A counterparty with what the writer of documents needs to know about it. */
export interface Party extends CounterpartyPlan {
  row: RowOf<'counterparty'>;
  accounts: RowOf<'bank_account'>[];
}

const streets = [
  'Каменская',
  'Заводская',
  'Лесная',
  'Складская',
  'Станционная',
  'Набережная',
  'Промышленная',
  'Советская',
  'Садовая',
  'Железнодорожная',
  'Октябрьская',
  'Портовая',
  'Мира',
  'Гагарина',
  'Кирова',
  'Победы',
];
const postCodes: Record<string, string> = { МСК: '127', КЗН: '420', САМ: '443', НСК: '630', ВЛД: '690' };
const dialCodes: Record<string, string> = { МСК: '495', КЗН: '843', САМ: '846', НСК: '383', ВЛД: '423' };

const fullForms: Record<string, string> = {
  ООО: 'Общество с ограниченной ответственностью',
  АО: 'Акционерное общество',
  ПАО: 'Публичное акционерное общество',
  ЧОО: 'Частная охранная организация',
};

/** Sixty-odd named counterparties; companies of many thousand documents get more, up to 600. */
export function makeParties(random: Random, documents: number, authorId: Id, since: number): Party[] {
  const more = documents <= 1_000 ? 0 : Math.min(540, Math.floor(documents / 200));
  const plans = [...counterpartyPlans, ...inventCompanies(random, more)];
  return plans.map((plan, index) => makeParty(random, plan, authorId, since + index * 5_400_000));
}

function makeParty(random: Random, plan: CounterpartyPlan, authorId: Id, at: number): Party {
  const branch = branchPlans.find((one) => one.code === plan.branch) as BranchPlan;
  const nextId = idsAt(random, at);
  const alone = plan.kind === 'entrepreneur';
  const inn = alone ? personInn(random, branch.region) : organizationInn(random, branch.region);
  const latin = `${branch.latin.toLowerCase()}${inn.slice(-5, -1)}`;
  const row: RowOf<'counterparty'> = {
    id: nextId(),
    kind: plan.kind === 'state' ? 'legal' : plan.kind,
    name: plan.name,
    legalForm: plan.form,
    fullName: fullName(plan),
    inn,
    kpp: alone ? null : kppOf(inn),
    ogrn: alone ? ogrnip(random, branch.region) : ogrn(random, branch.region),
    address: `${postCodes[plan.branch]}${random.digits(3)}, г. ${branch.city}, ул. ${random.pick(streets)}, ${random.between(1, 148)}`,
    phone: `+7 (${dialCodes[plan.branch]}) ${random.digits(3)}-${random.digits(2)}-${random.digits(2)}`,
    email: `${plan.kind === 'state' ? 'priem' : random.pick(['office', 'info', 'buh', 'mail'])}@${latin}.example`,
    note: null,
    possibleDuplicateOf: null,
    authorId,
    createdAt: at,
    archivedAt: null,
  };
  return { ...plan, row, accounts: accountsOf(random, plan, branch, row, nextId) };
}

function accountsOf(
  random: Random,
  plan: CounterpartyPlan,
  branch: BranchPlan,
  owner: RowOf<'counterparty'>,
  nextId: () => Id,
): RowOf<'bank_account'>[] {
  const own = banksOf(branch.territory);
  const count = plan.kind === 'state' || random.chance(0.7) ? 1 : 2;
  return random.sample(own.length > 0 ? own : banks, count).map((commercial) => {
    const bank: Bank = plan.kind === 'state' ? treasuryOf(branch.region) : commercial;
    const account =
      plan.kind === 'state'
        ? treasuryAccount(random)
        : clientAccount(random, plan.kind === 'entrepreneur' ? '40802' : '40702', bank.bik);
    return {
      id: nextId(),
      counterpartyId: owner.id,
      account,
      bik: bank.bik,
      bankName: bank.name,
      corrAccount: bank.corrAccount,
      currency: 'RUB',
      createdAt: owner.createdAt,
      archivedAt: null,
    };
  });
}

function fullName({ kind, form, name }: CounterpartyPlan): string {
  if (kind === 'entrepreneur') return `Индивидуальный предприниматель ${name}`;
  return form === null ? name : `${fullForms[form] ?? form} ${name.startsWith('«') ? name : `«${name}»`}`;
}

export function* partyRows(parties: readonly Party[]): Iterable<Emitted> {
  for (const { row, accounts } of parties) {
    yield emit('counterparty', row);
    for (const account of accounts) yield emit('bank_account', account);
  }
}
