import type { PlanAccount, PlanCounterparty, PlanParty } from '#shared/formats/import-plan.ts';
import type { Clamp } from '#shared/formats/plan/clamp.ts';
import { splitPartyName } from '#shared/formats/plan/party-name.ts';
import { currencyByCode } from '#shared/formats/universal-transfer/currency.ts';
import { checkAccount, checkAccountKey, checkBik } from '#shared/lib/requisites/account.ts';
import type { RequisiteCheck, RequisiteCode } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';

/** What both formats tell of a party. */
export interface PartyFacts {
  readonly kind: PlanParty['kind'] | null;
  readonly name: string | null;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly account: string | null;
  readonly bik: string | null;
  readonly bankName: string | null;
  readonly corrAccount: string | null;
}

const reasonOf = (check: RequisiteCheck): RequisiteCode | null => (check.ok ? null : check.code);

/** Whose account it is by its balance account: 40802 entrepreneurs, 40817 and 423 persons. */
const kindOf = (facts: PartyFacts, legalForm: string | null): PlanParty['kind'] => {
  if (facts.kind !== null) return facts.kind;
  const account = facts.account ?? '';
  if (facts.inn?.length === 10) return 'legal';
  if (legalForm === 'ИП' || legalForm === 'КФХ' || account.startsWith('40802')) return 'entrepreneur';
  if (facts.inn?.length === 12 || /^(40817|40820|423|426)/.test(account)) return 'person';
  return 'legal';
};

/** A party with its name taken apart; the name falls back to the ИНН or the account, so that it can be listed. */
export const planParty = (facts: PartyFacts, line: number, clamp: Clamp): PlanParty => {
  const written = facts.name ?? facts.inn ?? facts.account ?? '';
  const parts = splitPartyName(written);
  return {
    kind: kindOf(facts, parts.legalForm),
    name: clamp('name', parts.name, line),
    legalForm: parts.legalForm,
    fullName: clamp('fullName', written, line),
    inn: facts.inn,
    // People have no КПП, whatever a bank writes beside them.
    kpp: facts.inn?.length === 12 ? null : facts.kpp,
    ogrn: facts.ogrn,
    address: clamp('address', facts.address ?? parts.address, line),
    phone: clamp('phone', facts.phone, line),
    email: clamp('email', facts.email, line),
    innProblem: facts.inn === null ? null : reasonOf(checkInn(facts.inn)),
  };
};

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^0-9a-zа-я]/g, '');

/** Currency of an account: digits 6–8, where 810 is the rouble. */
export const currencyOfAccount = (account: string | null): string => {
  const code = /^\d{20}$/.test(account ?? '') ? (account ?? '').slice(5, 8) : '643';
  return code === '810' || code === '000' ? 'RUB' : currencyByCode(code);
};

/** Collects the counterparties and accounts of one file, each once. */
export class PartyRegistry {
  readonly #clamp: Clamp;
  readonly #counterparties = new Map<string, { party: PlanParty; names: Set<string> }>();
  readonly #accounts = new Map<string, PlanAccount>();
  readonly #kpps: ReadonlyMap<string, ReadonlySet<string>>;

  /** `all` are the parties to come: one without a КПП is the one company of that ИНН, if the file knows only one. */
  constructor(clamp: Clamp, all: Iterable<PartyFacts>) {
    this.#clamp = clamp;
    const kpps = new Map<string, Set<string>>();
    for (const { inn, kpp } of all) {
      if (inn !== null && kpp !== null) kpps.set(inn, (kpps.get(inn) ?? new Set()).add(kpp));
    }
    this.#kpps = kpps;
  }

  #refOf(facts: PartyFacts): string {
    if (facts.inn === null) return `name:${folded(facts.name ?? '') || (facts.account ?? '')}`.slice(0, 200);
    if (facts.inn.length === 12) return `inn:${facts.inn}`;
    const known = this.#kpps.get(facts.inn);
    const kpp = facts.kpp ?? (known?.size === 1 ? ([...known][0] ?? '') : '');
    return `inn:${facts.inn}/${kpp}`;
  }

  /** Registers the other side; null when the file says nothing at all about it. */
  counterparty(facts: PartyFacts, line: number): string | null {
    if (facts.inn === null && facts.name === null && facts.account === null) return null;
    const ref = this.#refOf(facts);
    const known = this.#counterparties.get(ref);
    if (!known) {
      const party = planParty(facts, line, this.#clamp);
      this.#counterparties.set(ref, { party, names: new Set([party.fullName]) });
    } else {
      const { party } = known;
      if (facts.name !== null) known.names.add(this.#clamp('fullName', facts.name, line));
      const kpp = party.inn?.length === 12 ? null : (party.kpp ?? facts.kpp);
      const address = party.address ?? this.#clamp('address', facts.address, line);
      known.party = { ...party, kpp, address };
    }
    this.account(facts, ref, line);
    return ref;
  }

  /** Registers an account; `ref` null for our own. */
  account(facts: PartyFacts, ref: string | null, line: number): void {
    const { account, bik } = facts;
    if (account === null) return;
    const key = `${account}/${bik ?? ''}`;
    if (this.#accounts.has(key)) return;
    const check = bik !== null && checkBik(bik).ok ? checkAccountKey(account, bik) : checkAccount(account);
    this.#accounts.set(key, {
      account,
      bik,
      bankName: this.#clamp('bankName', facts.bankName, line),
      corrAccount: facts.corrAccount,
      currency: currencyOfAccount(account),
      counterpartyRef: ref,
      ownerInn: facts.inn,
      problem: reasonOf(check),
    });
  }

  counterparties(): PlanCounterparty[] {
    return [...this.#counterparties].map(([ref, { party, names }]) => ({
      ...party,
      ref,
      otherNames: [...names].filter((name) => name !== party.fullName),
    }));
  }

  /** One account without a bank beside the same with one is that one. */
  accounts(): PlanAccount[] {
    const banked = new Set(
      [...this.#accounts.values()].filter((each) => each.bik !== null).map((each) => each.account),
    );
    return [...this.#accounts.values()].filter((each) => each.bik !== null || !banked.has(each.account));
  }
}
