import type { Party } from '#build/company/counterparties.ts';
import type { Random } from '#build/company/random.ts';
import { trades } from '#build/company/trades.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

type Side = 'authority' | 'customer' | 'goods' | 'services';

const sides: Record<DocumentKind, readonly (readonly [Side | null, number])[]> = {
  incoming: [
    ['goods', 3],
    ['services', 4],
    ['customer', 2],
    ['authority', 2.5],
  ],
  outgoing: [
    ['goods', 2.5],
    ['services', 3.5],
    ['customer', 3],
    ['authority', 2],
  ],
  internal: [[null, 1]],
  template: [[null, 1]],
  application: [[null, 1]],
  letter: [[null, 1]],
  custom: [[null, 1]],
  order: [[null, 1]],
  memo: [[null, 1]],
  contract: [
    ['goods', 3],
    ['services', 4],
    ['customer', 3],
  ],
  amendment: [
    ['goods', 2],
    ['services', 4],
    ['customer', 2],
  ],
  invoice: [
    ['goods', 5],
    ['services', 5],
  ],
  act: [['services', 1]],
  upd: [['goods', 1]],
  vat_invoice: [
    ['goods', 1],
    ['services', 1],
  ],
  payment_in: [['customer', 1]],
  payment_out: [
    ['goods', 4],
    ['services', 5],
  ],
  power_of_attorney: [
    ['goods', 3],
    ['services', 1],
    ['authority', 2],
  ],
};

const sideOf = ({ trade }: Party): Side =>
  trade === 'authority' || trade === 'customer' ? trade : trades[trade].goods ? 'goods' : 'services';

/** Who the counterparty of a document is: usually one that the branch works with. */
export class PartyChoice {
  readonly #bySide = new Map<string, Party[]>();

  constructor(parties: readonly Party[]) {
    for (const party of parties) {
      for (const key of [sideOf(party), `${sideOf(party)}/${party.branch}`]) {
        const list = this.#bySide.get(key) ?? [];
        list.push(party);
        this.#bySide.set(key, list);
      }
    }
  }

  pick(random: Random, kind: DocumentKind, branch: string): Party | null {
    const side = random.weighted(sides[kind]);
    if (side === null) return null;
    const local = random.chance(0.8) ? this.#bySide.get(`${side}/${branch}`) : undefined;
    const list = (local ?? this.#bySide.get(side) ?? []).filter((party) => kind !== 'vat_invoice' || party.vat);
    return list.length > 0 ? random.pick(list) : null;
  }
}
