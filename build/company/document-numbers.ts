import type { DocumentKind } from '#shared/domain/document.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Letters of the registration journals. */
const journals: Record<DocumentKind, string> = {
  incoming: 'ВХ',
  outgoing: 'ИСХ',
  internal: 'ВН',
  order: 'ПР',
  memo: 'СЛ',
  contract: 'ДГ',
  amendment: 'ДС',
  invoice: 'СЧ',
  act: 'АКТ',
  upd: 'УПД',
  vat_invoice: 'СФ',
  payment_in: 'ПВ',
  payment_out: 'ПП',
  power_of_attorney: 'ДВ',
  template: 'ШБ',
  application: 'З',
  letter: 'ПС',
  custom: 'СВ',
};

/** Registration numbers `ВХ-МСК/2026-00418`, without gaps, and the contracts each counterparty has had. */
export class DocumentNumbers {
  readonly #last = new Map<string, number>();
  readonly #contracts = new Map<Id, string[]>();

  next(kind: DocumentKind, branch: string, date: string): string {
    const journal = `${journals[kind]}-${branch}/${date.slice(0, 4)}`;
    const number = (this.#last.get(journal) ?? 0) + 1;
    this.#last.set(journal, number);
    return `${journal}-${String(number).padStart(5, '0')}`;
  }

  rememberContract(party: Id, number: string): void {
    this.#contracts.set(party, [number, ...(this.#contracts.get(party) ?? [])].slice(0, 6));
  }

  contractsOf(party: Id): readonly string[] {
    return this.#contracts.get(party) ?? [];
  }
}
